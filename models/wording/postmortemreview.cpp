// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/postmortemreview.h"

#include <QCoreApplication>

namespace wording {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

} // namespace

Review reviewOf(std::span<const incident::Event> events)
{
    Review review;
    for (const incident::Event &event : events) {
        const auto *written = std::get_if<incident::SectionWritten>(&event.payload);
        if (!written)
            continue;
        if (written->section != reviewSection)
            review.changedSince = review.state != ReviewState::Draft;
        else if (const auto state = base::fromName<ReviewState>(written->text))
            review = {*state, event.author, event.recorded, false};
    }
    return review;
}

QString words(ReviewState state)
{
    switch (state) {
    case ReviewState::Draft:
        return Words::tr("draft");
    case ReviewState::InReview:
        return Words::tr("in review");
    case ReviewState::Reviewed:
        return Words::tr("reviewed");
    }
    return {};
}

} // namespace wording
