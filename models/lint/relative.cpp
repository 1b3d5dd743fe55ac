// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/known.h"
#include "lint/rules.h"
#include "lint/words.h"
#include "wording/postfields.h"

#include <algorithm>

namespace lint {

using namespace Qt::StringLiterals;
using timing::RoughInstant;

namespace {

/// A fact that the words can stand for: one clock time within their span.
std::optional<RoughInstant> factWithin(const TimePhrase &phrase, const Context &context)
{
    std::optional<RoughInstant> best;
    for (const KnownTime &known : knownTimes(context)) {
        const auto middle = known.at.middle();
        const bool fits = known.topic != Topic::Elsewhere &&
                          wording::isOneTime(wording::forReaders(known.at)) &&
                          *middle >= *phrase.from && *middle <= *phrase.to &&
                          known.isAhead == (phrase.isAhead || phrase.isPromised);
        if (fits && (!best || known.topic == phrase.topic)) {
            best = wording::forReaders(known.at);
            if (known.topic == phrase.topic)
                break;
        }
    }
    return best;
}

/// "on the morning of 22 November 2026"
QString dayWords(const QString &said, Instant day, const QTimeZone &zone)
{
    const QString date = wording::dateWords(day, zone, Instant{});
    if (said.contains(u"morning"_s))
        return Words::tr("on the morning of %1").arg(date);
    if (said.contains(u"afternoon"_s))
        return Words::tr("on the afternoon of %1").arg(date);
    if (said.contains(u"evening"_s))
        return Words::tr("on the evening of %1").arg(date);
    if (said.contains(u"night"_s))
        return Words::tr("on the night of %1").arg(date);
    return Words::tr("on %1", "a date").arg(date);
}

QString absolute(const QString &text, const TimePhrase &phrase, const Context &context,
                 const wording::Reader &reader)
{
    const auto span = RoughInstant::between(*phrase.from, *phrase.to);
    if (phrase.kind == TimePhrase::Clock)
        return wordsInPlace(phrase.isLoose
                                ? RoughInstant::about(*span.middle(), std::chrono::minutes(15))
                                : RoughInstant::exact(*phrase.from),
                            text, phrase, reader);
    if (phrase.kind == TimePhrase::Frame)
        return wording::rangeWords(RoughInstant::exact(*phrase.from),
                                   RoughInstant::exact(*phrase.to), reader);
    if (const auto fact = factWithin(phrase, context))
        return wordsInPlace(*fact, text, phrase, reader);
    if (phrase.kind == TimePhrase::Lately)
        return wordsInPlace(
            RoughInstant::between(*phrase.from, *phrase.to, timing::Precision::About), text, phrase,
            reader);
    const QString said = text.mid(phrase.start, phrase.length).toLower();
    const QString words = dayWords(said, *phrase.from, reader.zone);
    const QString lead = text.mid(phrase.start, phrase.leadLength);
    const bool keepsLead = !lead.isEmpty() &&
                           lead.trimmed().compare(u"on"_s, Qt::CaseInsensitive) &&
                           lead.trimmed().compare(u"at"_s, Qt::CaseInsensitive) &&
                           lead.trimmed().compare(u"in"_s, Qt::CaseInsensitive);
    // "since on 22 November" is no English.
    return keepsLead ? lead + words.sliced(words.indexOf(u' ') + 1) : words;
}

} // namespace

Findings findRelativeTimes(const QString &text, const Context &context, const Phrases &phrases)
{
    // The day of an archive is never the reader's: its date is always named.
    wording::Reader reader = wording::readerOf(context.facts, context.now).withZone();
    reader.day = Instant{};
    Findings findings;
    for (const TimePhrase &phrase : phrases.times) {
        if (!phrase.isRelative || !phrase.from || !phrase.to)
            continue;
        findings.push_back({phrase.start, phrase.length, Kind::RelativeTime,
                            Words::tr("“%1” means nothing to somebody who reads this next year.")
                                .arg(text.mid(phrase.start, phrase.length)),
                            absolute(text, phrase, context, reader),
                            Words::tr("say when", "button")});
    }
    return findings;
}

} // namespace lint
