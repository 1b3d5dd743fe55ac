// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/postpreview.h"

#include "ui/theme/state.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/card.h"
#include "ui/widget/statebadge.h"
#include "wording/termwords.h"
#include "wording/timewords.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

using incident::PublicStatus;

namespace {

State stateOf(PublicStatus status, incident::Effect effect)
{
    switch (status) {
    case PublicStatus::Resolved:
    case PublicStatus::Completed:
        return State::Up;
    case PublicStatus::Scheduled:
    case PublicStatus::InProgress:
    case PublicStatus::Verifying:
        return State::Maintenance;
    default:
        return effect == incident::Effect::Down ? State::Down : State::Degraded;
    }
}

} // namespace

PostPreview::PostPreview(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("The post as readers see it"));
}

void PostPreview::show(const incident::Incident &incident, const incident::PostRevision &draft,
                       const QTimeZone &zone, base::Instant now)
{
    auto *page = new Card;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);

    auto *badge = new StateBadge;
    const auto windows = incident.actualWindows();
    const auto effect = windows.empty() ? incident::Effect::Degraded : windows.front().effect;
    badge->setState(stateOf(draft.status, effect), wording::words(draft.status));
    layout->addWidget(badge, 0, Qt::AlignLeft);
    QLabel *title = makeLabel(draft.title, TextRole::Title);
    title->setWordWrap(true);
    layout->addWidget(title);

    const wording::Reader reader{zone, now, true};
    const auto when = [&](base::Instant at) {
        return wording::timeWords(timing::RoughInstant::exact(at), reader,
                                  wording::TimeForm::Plain);
    };
    addUpdate(layout, draft, when(now));
    for (auto post = incident.posts.rbegin(); post != incident.posts.rend(); ++post) {
        if (!post->seen.empty() && post->id != draft.replaces)
            addUpdate(layout, *post, when(post->seen.front().at));
    }
    layout->addStretch(1);
    setWidget(page);
}

void PostPreview::addUpdate(QVBoxLayout *layout, const incident::PostRevision &revision,
                            const QString &when)
{
    layout->addSpacing(space::s);
    layout->addWidget(makeLabel(
        QStringLiteral("%1 · %2").arg(wording::words(revision.status), when), TextRole::Secondary));
    QLabel *body = makeLabel(revision.body, TextRole::Body);
    body->setWordWrap(true);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(body);
}

} // namespace ui
