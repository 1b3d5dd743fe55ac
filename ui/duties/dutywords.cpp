// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/duties/dutywords.h"

#include "wording/clockwords.h"

#include <QCoreApplication>

namespace ui {

using namespace std::chrono_literals;
using workflow::Duty;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Duty)
};

} // namespace

QString wordsOf(Duty::Kind kind)
{
    switch (kind) {
    case Duty::Kind::Promise:
        return Words::tr("Promise");
    case Duty::Kind::FollowUp:
        return Words::tr("Follow-up");
    case Duty::Kind::Answer:
        return Words::tr("Ask again");
    case Duty::Kind::Explanation:
        return Words::tr("Explanation");
    }
    return {};
}

QString whenOf(const Duty &duty, base::Instant now, const QTimeZone &zone)
{
    const QString age = wording::shortLength(now - duty.made);
    const QString due = duty.due                 ? wording::dueMoment(*duty.due, now, zone)
                        : duty.trigger.isEmpty() ? Words::tr("no time said")
                                                 : duty.trigger;
    //: %1 as in "due in 2:19" or what it waits for, %2 an age such as "2 h 5 min"
    return Words::tr("%1 · %2 old").arg(due, age);
}

Tone toneOf(const Duty &duty, base::Instant now)
{
    if (!duty.due)
        return Tone::Normal;
    return *duty.due <= now ? Tone::Down : *duty.due - now < 10min ? Tone::Degraded : Tone::Normal;
}

} // namespace ui
