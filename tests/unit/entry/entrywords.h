// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/entry.h"
#include "support/manualclock.h"
#include "timing/zone.h"

#include <QStringList>

/// What was understood of a line, in a line.
namespace entrywords {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A Monday in London, at 16:20 in winter time.
inline const timing::FieldContext &london()
{
    static const timing::FieldContext context{QTimeZone("Europe/London"),
                                              support::utc("2026-11-23T16:20:00Z")};
    return context;
}

inline QString clock(std::optional<timing::Instant> at, const QTimeZone &zone)
{
    return at ? timing::toLocal(*at, zone).toString(u"d HH:mm"_s) : u"-"_s;
}

/// "23 16:10", "23 16:05..23 16:20", "-" if unknown.
inline QString shown(const timing::RoughInstant &at, const QTimeZone &zone)
{
    if (!at.isKnown())
        return u"-"_s;
    return at.isExact() ? clock(at.lo(), zone)
                        : clock(at.lo(), zone) + u".."_s + clock(at.hi(), zone);
}

/// "15", "8..12", "0..", "-"
inline QString shown(const timing::RoughDuration &length)
{
    const auto minutes = [](std::optional<timing::Span> span) {
        return span ? QString::number(double(span->count()) / 60) : QString();
    };
    if (!length.isKnown())
        return u"-"_s;
    return length.lo() == length.hi() ? minutes(length.lo())
                                      : minutes(length.lo()) + u".."_s + minutes(length.hi());
}

/// All that was understood, in one line.
inline QString told(const entry::Entry &entry, const QTimeZone &zone)
{
    QStringList parts;
    parts << u"start "_s + shown(entry.window.start, zone)
          << u"end "_s + shown(entry.window.end, zone)
          << u"length "_s + shown(entry.window.duration);
    if (entry.window.inside)
        parts << u"inside"_s;
    if (entry.window.several)
        parts << u"several %1"_s.arg(entry.window.count);
    if (entry.window.effect != incident::Effect::Down)
        parts << base::toName(entry.window.effect);
    for (const auto &[name, step] :
         {std::pair(u"noticed "_s, entry.detected), std::pair(u"fixed "_s, entry.fixed),
          std::pair(u"normal "_s, entry.normal)}) {
        if (step.told)
            parts << name + shown(step.at, zone);
    }
    if (!entry.noticedVia.isEmpty())
        parts << u"via "_s + entry.noticedVia;
    if (entry.running)
        parts << u"running"_s;
    if (entry.watching)
        parts << u"watching"_s;
    for (const incident::Window &window : entry.further)
        parts << u"then %1 %2"_s.arg(base::toName(window.effect), shown(window.duration));
    for (const entry::Leftover &leftover : entry.leftovers)
        parts << u"?"_s + leftover.words;
    for (const entry::Question &question : entry.questions) {
        QStringList choices;
        for (const entry::Choice &choice : question.choices)
            choices << choice.replacement.trimmed();
        parts << u"ask "_s + choices.join(u'/');
    }
    return parts.join(u"; "_s);
}

} // namespace entrywords
