// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"
#include "incident/event.h"

#include <span>

namespace wording {

/// How far a postmortem has come.
enum class ReviewState {
    Draft,
    InReview, ///< written, and others are asked to read it
    Reviewed,
};

/// Who said so last, and whether a section was written since.
struct Review
{
    ReviewState state = ReviewState::Draft;
    QString author;
    incident::Instant at{};
    bool changedSince = false;

    bool operator==(const Review &) const = default;
};

/// The section of the postmortem that holds the name of its ReviewState.
inline const QString reviewSection = QStringLiteral("review");

/// Pure. Of the events of one incident in fold order.
[[nodiscard]] Review reviewOf(std::span<const incident::Event> events);
/// "draft", "in review", "reviewed"
[[nodiscard]] QString words(ReviewState state);

} // namespace wording

template <>
struct base::EnumNames<wording::ReviewState>
{
    static constexpr base::NamedValue<wording::ReviewState> table[] = {
        {wording::ReviewState::Draft, "draft"},
        {wording::ReviewState::InReview, "in_review"},
        {wording::ReviewState::Reviewed, "reviewed"},
    };
};
