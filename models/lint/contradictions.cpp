// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/known.h"
#include "lint/rules.h"
#include "lint/words.h"
#include "timing/zone.h"
#include "wording/factspans.h"
#include "wording/postfields.h"

#include <algorithm>
#include <limits>

namespace lint {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using timing::RoughDuration;
using timing::RoughInstant;

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr Span around = 15min;

class Checker
{
public:
    Checker(const QString &text, const Context &context)
        : m_text(text)
        , m_context(context)
        , m_reader(wording::readerOf(context.facts, context.now))
        , m_times(knownTimes(context))
        , m_lengths(knownLengths(context))
        , m_taken(std::size_t(text.size()), false)
    {
        for (const wording::FactSpan &span : wording::factSpans(text, context.facts, context.now))
            std::fill_n(m_taken.begin() + span.start, span.length, true);
    }

    Findings check(const Phrases &phrases)
    {
        for (const TimePhrase &phrase : phrases.times) {
            if (phrase.kind == TimePhrase::Length)
                checkLength(phrase);
            else if (phrase.kind == TimePhrase::Clock || phrase.kind == TimePhrase::Frame)
                checkClock(phrase);
        }
        return std::move(m_findings);
    }

private:
    bool isFact(const TimePhrase &phrase) const
    {
        const auto first = m_taken.begin() + phrase.start;
        return std::find(first, first + phrase.length, true) != first + phrase.length;
    }

    void add(const TimePhrase &phrase, const QString &sentence, const QString &fix)
    {
        const QString shown = phrase.leadLength > 0 && fix.startsWith(lead(phrase))
                                  ? fix.sliced(phrase.leadLength)
                                  : fix;
        m_findings.push_back({phrase.start, phrase.length, Kind::Contradiction, sentence, fix,
                              Words::tr("use %1", "button, a time or length").arg(shown)});
    }

    QString lead(const TimePhrase &phrase) const
    {
        return m_text.mid(phrase.start, phrase.leadLength);
    }

    QString said(const TimePhrase &phrase) const
    {
        return m_text.mid(phrase.start + phrase.leadLength, phrase.length - phrase.leadLength);
    }

    int minuteOf(Instant at) const
    {
        return timing::toLocal(at, m_reader.zone).time().msecsSinceStartOfDay() / 60000;
    }

    /// How far a minute of the day is from a stretch of time, on the face of a clock.
    int apart(int minute, const RoughInstant &known) const
    {
        const Instant lo = known.lo().value_or(*known.middle());
        const Instant hi = known.hi().value_or(*known.middle());
        if (hi - lo >= 24h)
            return 0;
        const int from = minuteOf(lo);
        const int width = int(std::chrono::floor<std::chrono::minutes>(hi - lo).count());
        const int after = (minute - from + minutesOfDay) % minutesOfDay;
        return after <= width ? 0 : std::min(after - width, minutesOfDay - after);
    }

    static int apart(Instant at, const RoughInstant &known)
    {
        const Instant lo = known.lo().value_or(*known.middle());
        const Instant hi = known.hi().value_or(*known.middle());
        const Span off = at < lo ? lo - at : at > hi ? at - hi : Span(0);
        return int(std::chrono::floor<std::chrono::minutes>(off).count());
    }

    int apart(const std::set<int> &minutes, const std::optional<Instant> &at, bool byInstant,
              const RoughInstant &known) const
    {
        if (byInstant)
            return at ? apart(*at, known) : 0;
        int best = std::numeric_limits<int>::max();
        for (const int minute : minutes)
            best = std::min(best, apart(minute, known));
        return best;
    }

    int apart(const TimePhrase &phrase, const KnownTime &known) const
    {
        return apart(phrase.minutes, phrase.from, phrase.hasDay, known.at);
    }

    bool isBorneOut(const TimePhrase &phrase) const
    {
        const int slack = phrase.isLoose ? int(around / 1min) : 1;
        const auto fits = [&](const std::set<int> &minutes, const std::optional<Instant> &at) {
            return std::ranges::any_of(m_times, [&](const KnownTime &known) {
                return apart(minutes, at, phrase.hasDay, known.at) <= slack;
            });
        };
        return fits(phrase.minutes, phrase.from) &&
               (phrase.kind != TimePhrase::Frame || fits(phrase.lastMinutes, phrase.to));
    }

    /// What the sentence tells of, if that is known; else what lies nearest.
    const KnownTime *meant(const TimePhrase &phrase) const
    {
        const KnownTime *best = nullptr;
        const auto rank = [&](const KnownTime &known) {
            return std::pair(known.topic != phrase.topic, apart(phrase, known));
        };
        for (const KnownTime &known : m_times) {
            if (known.isAhead == (phrase.isAhead || phrase.isPromised) &&
                (!best || rank(known) < rank(*best)))
                best = &known;
        }
        return best;
    }

    void checkClock(const TimePhrase &phrase)
    {
        // When we write again is ours to check, whatever else the sentence tells of.
        const bool isElsewhere = phrase.topic == Topic::Elsewhere || phrase.isPromised;
        if ((isElsewhere && !phrase.isUpdate) || checkPassed(phrase) || isFact(phrase) ||
            isBorneOut(phrase))
            return;
        const KnownTime *known = meant(phrase);
        if (!known)
            return;
        const QString fix = phrase.kind == TimePhrase::Frame
                                ? frameFix(phrase)
                                : wordsInPlace(known->at, m_text, phrase, m_reader);
        if (fix.isEmpty())
            return;
        add(phrase, Words::tr("%1 is none of the times in the fields.").arg(said(phrase)), fix);
    }

    QString frameFix(const TimePhrase &phrase) const
    {
        const incident::Facts &facts = m_context.facts;
        const bool isAhead = phrase.isAhead && !facts.planned.empty();
        const RoughInstant start = isAhead ? facts.planned.front().start : facts.started;
        const RoughInstant end = isAhead ? facts.planned.front().end : facts.backToNormal;
        if (isAhead && facts.planned.front().inside)
            return wording::frameWords(start, end, m_reader);
        return wording::rangeWords(wording::forReaders(start), wording::forReaders(end), m_reader);
    }

    /// "We will write again by 16:45", and it is 16:50.
    bool checkPassed(const TimePhrase &phrase)
    {
        const bool isDue = phrase.isUpdate && phrase.kind == TimePhrase::Clock;
        if (!isDue || phrase.hasDay || m_context.facts.kind == incident::Kind::Maintenance)
            return false;
        const int now = minuteOf(m_context.now);
        const bool passed = std::ranges::all_of(phrase.minutes, [&](int minute) {
            const int ago = (now - minute + minutesOfDay) % minutesOfDay;
            return ago > 0 && ago <= 180;
        });
        if (!passed)
            return false;
        const auto next = m_context.facts.nextUpdate;
        const bool isNextAhead = next.hi() && *next.hi() > m_context.now;
        const RoughInstant due =
            isNextAhead ? next : RoughInstant::exact(nextOnGrid(m_context.now + 20min));
        add(phrase, Words::tr("%1 has passed already.").arg(said(phrase)),
            wordsInPlace(due, m_text, phrase, m_reader));
        return true;
    }

    static Instant nextOnGrid(Instant at)
    {
        constexpr Span grid = 5min;
        const auto since = at.time_since_epoch();
        return Instant((since + grid - 1s) / grid * grid);
    }

    /// Told in whole minutes and perhaps loosely: one minute or a fifth off still fits.
    static bool fits(const TimePhrase &phrase, const RoughDuration &known)
    {
        const Span lo = phrase.atLeast.value_or(phrase.atMost.value_or(Span(0)));
        const Span hi = phrase.atMost.value_or(std::max(lo, known.hi().value_or(lo)));
        const Span slack = std::max<Span>(1min, hi / 5);
        return (!known.lo() || *known.lo() - slack <= hi) &&
               (!known.hi() || lo <= *known.hi() + slack);
    }

    void checkLength(const TimePhrase &phrase)
    {
        const bool skipped = phrase.isPromised || phrase.topic == Topic::Elsewhere;
        const bool isBorne = std::ranges::any_of(
            m_lengths, [&](const KnownLength &known) { return fits(phrase, known.length); });
        if (skipped || isFact(phrase) || isBorne)
            return;
        const auto known = std::ranges::find(m_lengths, phrase.isAhead, &KnownLength::isAhead);
        const QString fix = known == m_lengths.end()
                                ? QString()
                                : wording::lengthWords(wording::forReaders(known->length));
        if (fix.isEmpty())
            return;
        add(phrase,
            Words::tr("%1 is none of the lengths in the fields; they say %2.")
                .arg(said(phrase), fix),
            fix);
    }

    const QString &m_text;
    const Context &m_context;
    wording::Reader m_reader;
    std::vector<KnownTime> m_times;
    std::vector<KnownLength> m_lengths;
    std::vector<bool> m_taken;
    Findings m_findings;
};

} // namespace

Findings findContradictions(const QString &text, const Context &context, const Phrases &phrases)
{
    return Checker(text, context).check(phrases);
}

} // namespace lint
