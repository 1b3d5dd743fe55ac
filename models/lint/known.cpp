// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/known.h"

#include "incident/metrics.h"
#include "timing/arithmetic.h"
#include "wording/timewords.h"

#include <algorithm>
#include <QStringList>

namespace lint {

using namespace Qt::StringLiterals;
using incident::Facts;
using incident::Window;
using timing::RoughDuration;
using timing::RoughInstant;
using wording::TimeForm;

namespace {

/// The running trouble so far.
RoughDuration elapsed(const Context &context)
{
    const Facts &facts = context.facts;
    const bool isRunning = facts.started.isKnown() && !facts.backToNormal.isKnown();
    return isRunning ? timing::difference(RoughInstant::exact(context.now), facts.started)
                     : RoughDuration();
}

void addWindows(const std::vector<Window> &windows, bool isAhead, std::vector<KnownLength> &lengths)
{
    RoughDuration sum;
    for (const Window &window : windows) {
        lengths.push_back({window.duration, isAhead});
        lengths.push_back({incident::lengthOf(window), isAhead});
        sum = &window == &windows.front() ? window.duration : timing::sum(sum, window.duration);
    }
    lengths.push_back({sum, isAhead});
}

} // namespace

std::vector<KnownTime> knownTimes(const Context &context)
{
    const Facts &facts = context.facts;
    std::vector<KnownTime> times{{facts.started, Topic::Start, false},
                                 {facts.detected, Topic::Elsewhere, false},
                                 {facts.fixed, Topic::Fix, false},
                                 {facts.backToNormal, Topic::Normal, false},
                                 {facts.nextUpdate, Topic::Unsaid, true}};
    for (const Window &window : facts.actual) {
        times.push_back({window.start, Topic::Start, false});
        times.push_back({window.end, Topic::Normal, false});
    }
    for (const Window &window : facts.planned) {
        times.push_back({window.start, Topic::Start, true});
        times.push_back({window.end, Topic::Normal, true});
    }
    if (context.predicted)
        times.push_back({RoughInstant::exact(context.predicted->made), Topic::Elsewhere, false});
    std::erase_if(times, [](const KnownTime &time) { return !time.at.isKnown(); });
    return times;
}

std::vector<KnownLength> knownLengths(const Context &context)
{
    const Facts &facts = context.facts;
    std::vector<KnownLength> lengths{
        {facts.duration, false},
        {facts.estimate, true},
        {timing::difference(facts.backToNormal, facts.started), false},
        {timing::difference(facts.fixed, facts.started), false},
        {timing::difference(facts.backToNormal, facts.fixed), false},
        {elapsed(context), false},
    };
    addWindows(facts.planned, true, lengths);
    addWindows(facts.actual, false, lengths);
    if (context.predicted) {
        const auto made = RoughInstant::exact(context.predicted->made);
        lengths.push_back({context.predicted->length, false});
        lengths.push_back({timing::difference(facts.backToNormal, made), false});
    }
    std::erase_if(lengths, [](const KnownLength &known) { return !known.length.isKnown(); });
    return lengths;
}

QString wordsInPlace(const RoughInstant &at, const QString &text, const TimePhrase &phrase,
                     const wording::Reader &reader)
{
    const RoughInstant told = wording::forReaders(at);
    const QString said = text.mid(phrase.start, phrase.length).toLower();
    if (said.startsWith(u"by "_s) || said.startsWith(u"no later than "_s))
        return wording::timeWords(told, reader, TimeForm::By);
    const QString lead = text.mid(phrase.start, phrase.leadLength);
    const QString word = lead.trimmed().toLower();
    // Of what began before it was seen only the end is known: "since before 19:11".
    const bool isOpen = !told.lo() && told.hi();
    if (isOpen && (word == u"since"_s || word == u"from"_s))
        return lead + wording::timeWords(told, reader, TimeForm::At);
    if (isOpen && word == u"before"_s)
        return wording::timeWords(told, reader, TimeForm::At);
    static const QStringList plainLeads{u"since"_s, u"from"_s,  u"until"_s, u"till"_s,
                                        u"to"_s,    u"after"_s, u"before"_s};
    if (plainLeads.contains(word))
        return lead + wording::timeWords(told, reader, TimeForm::Plain);
    static const QStringList prepositions{u"since"_s, u"from"_s,  u"until"_s,  u"till"_s,
                                          u"to"_s,    u"after"_s, u"before"_s, u"of"_s,
                                          u"at"_s,    u"by"_s,    u"the"_s};
    const QString before =
        QStringView(text).first(phrase.start).trimmed().toString().section(u' ', -1).toLower();
    const bool stands = lead.isEmpty() && prepositions.contains(before);
    return wording::timeWords(told, reader, stands && !isOpen ? TimeForm::Plain : TimeForm::At);
}

} // namespace lint
