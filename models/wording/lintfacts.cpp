// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/metrics.h"
#include "timing/arithmetic.h"
#include "timing/zone.h"
#include "wording/factspans.h"
#include "wording/lintrules.h"
#include "wording/postfields.h"

#include <algorithm>

#include <QCoreApplication>
#include <QRegularExpression>

namespace wording {

using incident::Facts;
using incident::Window;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int minutesOfDay = 24 * 60;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

std::vector<base::Instant> instantsIn(const LintContext &context)
{
    const Facts &facts = context.facts;
    std::vector<RoughInstant> rough{facts.started, facts.fixed, facts.backToNormal,
                                    facts.nextUpdate};
    for (const auto *windows : {&facts.planned, &facts.actual}) {
        for (const Window &window : *windows) {
            rough.push_back(window.start);
            rough.push_back(window.end);
        }
    }
    if (context.predicted)
        rough.push_back(RoughInstant::exact(context.predicted->made));
    std::vector<base::Instant> instants;
    for (const RoughInstant &at : rough) {
        for (const auto &bound : {at.lo(), at.hi(), at.middle()}) {
            if (bound)
                instants.push_back(*bound);
        }
    }
    return instants;
}

int minuteOfDay(base::Instant at, const QTimeZone &zone)
{
    return timing::toLocal(at, zone).time().msecsSinceStartOfDay() / 60000;
}

int apart(int a, int b)
{
    const int distance = std::abs(a - b);
    return std::min(distance, minutesOfDay - distance);
}

std::vector<RoughDuration> lengthsIn(const LintContext &context)
{
    const Facts &facts = context.facts;
    std::vector<RoughDuration> lengths{facts.duration, facts.estimate,
                                       timing::difference(facts.backToNormal, facts.started),
                                       timing::difference(facts.fixed, facts.started),
                                       timing::difference(facts.backToNormal, facts.fixed)};
    for (const auto *windows : {&facts.planned, &facts.actual}) {
        RoughDuration sum;
        for (const Window &window : *windows) {
            lengths.push_back(window.duration);
            lengths.push_back(incident::lengthOf(window));
            sum =
                &window == &windows->front() ? window.duration : timing::sum(sum, window.duration);
        }
        lengths.push_back(sum);
    }
    if (context.predicted) {
        lengths.push_back(context.predicted->length);
        lengths.push_back(
            timing::difference(facts.backToNormal, RoughInstant::exact(context.predicted->made)));
    }
    std::erase_if(lengths, [](const RoughDuration &length) { return !length.isKnown(); });
    return lengths;
}

/// Told in whole minutes and perhaps loosely: one minute or a fifth off still fits.
bool fits(Span stated, const RoughDuration &length)
{
    const Span slack = std::max<Span>(1min, stated / 5);
    return (!length.lo() || *length.lo() - slack <= stated) &&
           (!length.hi() || stated <= *length.hi() + slack);
}

std::vector<bool> factPlaces(const QString &text, const LintContext &context)
{
    std::vector<bool> taken(std::size_t(text.size()), false);
    for (const FactSpan &span : factSpans(text, context.facts, context.now))
        std::fill_n(taken.begin() + span.start, span.length, true);
    return taken;
}

LintFinding contradiction(qsizetype start, qsizetype length, const QString &sentence,
                          const QString &fix)
{
    return {start,    length, LintKind::Contradiction,
            sentence, fix,    Words::tr("use %1", "button, a time or length").arg(fix)};
}

void checkClocks(const QString &text, const LintContext &context, const std::vector<bool> &taken,
                 LintFindings &findings)
{
    static const QRegularExpression expression(
        u"(?<![\\d:.+-])([01]?\\d|2[0-3]):([0-5]\\d)(?:\\s?([ap])\\.?m\\b)?(?![\\d:])"_s);
    const auto instants = instantsIn(context);
    const QTimeZone zone = readerOf(context.facts, context.now).zone;
    for (auto it = expression.globalMatch(text); it.hasNext() && !instants.empty();) {
        const auto match = it.next();
        if (taken[std::size_t(match.capturedStart())])
            continue;
        int hour = match.captured(1).toInt();
        if (!match.captured(3).isEmpty())
            hour = hour % 12 + (match.captured(3) == u"p" ? 12 : 0);
        const int stated = hour * 60 + match.captured(2).toInt();
        const auto nearest = std::ranges::min_element(
            instants, {}, [&](base::Instant at) { return apart(stated, minuteOfDay(at, zone)); });
        const bool inUtc = std::ranges::any_of(instants, [&](base::Instant at) {
            return apart(stated, minuteOfDay(at, QTimeZone::utc())) <= 1;
        });
        if (apart(stated, minuteOfDay(*nearest, zone)) <= 1 || inUtc)
            continue;
        const QString fix = clockWords(*nearest, zone);
        findings.push_back(
            contradiction(match.capturedStart(), match.capturedLength(),
                          Words::tr("%1 is none of the times in the fields; the nearest is %2.")
                              .arg(match.captured(), fix),
                          fix));
    }
}

void checkLengths(const QString &text, const LintContext &context, const std::vector<bool> &taken,
                  LintFindings &findings)
{
    static const QRegularExpression expression(
        u"(?<![\\d:.,])(?<!every )(\\d{1,4}) ?(?:(minutes?|mins?)|hours?|hrs?)\\b(?! ago)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto lengths = lengthsIn(context);
    const RoughDuration told =
        context.facts.duration.isKnown() ? context.facts.duration : context.facts.estimate;
    const QString fix = lengthWords(forReaders(told));
    for (auto it = expression.globalMatch(text); it.hasNext() && !fix.isEmpty();) {
        const auto match = it.next();
        const Span unit = match.captured(2).isEmpty() ? Span(1h) : Span(1min);
        const Span stated = match.captured(1).toInt() * unit;
        const bool borneOut = std::ranges::any_of(
            lengths, [&](const RoughDuration &length) { return fits(stated, length); });
        if (taken[std::size_t(match.capturedStart())] || borneOut)
            continue;
        findings.push_back(
            contradiction(match.capturedStart(), match.capturedLength(),
                          Words::tr("%1 is none of the lengths in the fields; they say %2.")
                              .arg(match.captured(), fix),
                          fix));
    }
}

} // namespace

LintFindings findContradictions(const QString &text, const LintContext &context)
{
    LintFindings findings;
    const auto taken = factPlaces(text, context);
    checkClocks(text, context, taken, findings);
    checkLengths(text, context, taken, findings);
    return findings;
}

} // namespace wording
