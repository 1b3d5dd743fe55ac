// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/facts.h"
#include "reading/facts.h"
#include "timing/zone.h"
#include "wording/factspans.h"
#include "wording/say.h"

#include <algorithm>
#include <set>

/// What a reader took from a post, beside the facts it was written from. Equal within precision:
/// what was read covers what is so, and is no wider than the words for it are.
class Comparison
{
public:
    struct Difference
    {
        QString what;
        QString detail;
    };

    Comparison(const incident::Facts &facts, base::Instant now, const QString &text,
               const reading::PostFacts &read,
               const std::optional<wording::Prediction> &predicted = {})
        : m_facts(facts)
        , m_now(now)
        , m_text(text)
        , m_read(read)
        , m_predicted(predicted)
    {
        for (const wording::FactSpan &span : wording::factSpans(text, facts, now))
            m_told.insert(span.fact);
        // One clock time says two facts; the spans name the first of them.
        if (minutesMeet(facts.fixed, facts.backToNormal) || minutesMeet(facts.fixed, facts.started))
            m_told.erase(Fact::Fixed);
        const bool tellsStart =
            text.contains(QStringLiteral("began")) || text.contains(QStringLiteral("lasted")) ||
            text.contains(QStringLiteral("trouble from")) ||
            text.contains(QStringLiteral("outage from")) || text.contains(QStringLiteral("since"));
        if (minutesMeet(facts.fixed, facts.started) && !tellsStart)
            m_told.erase(Fact::Started);
        if (wording::templateNameFor(facts) == QStringLiteral("monitoring"))
            m_told.erase(Fact::Started);
        // So may the time at which something was predicted.
        if (!text.contains(QStringLiteral("fixed it")) &&
            !text.contains(QStringLiteral("fixed this")))
            m_told.erase(Fact::Fixed);
    }

    [[nodiscard]] std::vector<Difference> differences()
    {
        const bool work = m_facts.kind == incident::Kind::Maintenance;
        // "Trouble" leaves open what it was; an outage is called one.
        note(!m_text.contains(QStringLiteral("had an outage")) ||
                 m_read.kind == reading::Kind::Outage,
             "outage", base::toName(m_read.kind));
        note(work == (m_read.kind == reading::Kind::Maintenance), "kind",
             base::toName(m_read.kind));
        if (work)
            comparePlans();
        else
            compareTrouble();
        compareAsides();
        return std::move(m_differences);
    }

private:
    using Fact = wording::Fact;
    using Instant = base::Instant;
    using Span = base::Span;

    static constexpr Span aroundSlack = std::chrono::minutes(15);

    static Instant minuteOf(Instant at) { return std::chrono::floor<std::chrono::minutes>(at); }

    static bool minutesMeet(const timing::RoughInstant &a, const timing::RoughInstant &b)
    {
        return a.lo() && b.hi() && minuteOf(*a.lo()) <= minuteOf(*b.hi()) && a.hi() && b.lo() &&
               minuteOf(*a.hi()) >= minuteOf(*b.lo());
    }

    [[nodiscard]] QString clock(std::optional<Instant> at) const
    {
        using namespace Qt::StringLiterals;
        return at ? timing::toLocal(*at, m_read.zone).toString(u"d.M. HH:mm:ss"_s) : u"-"_s;
    }

    void note(bool agrees, const char *what, const QString &detail)
    {
        if (!agrees)
            m_differences.push_back({QString::fromLatin1(what), detail});
    }

    [[nodiscard]] bool covers(Fact fact, const timing::RoughInstant &at,
                              const reading::Bounds &read) const
    {
        // A sentence may bound what the facts leave open, never contradict it.
        bool holds = at.isKnown() || !m_told.contains(fact);
        if (at.lo() && read.lo)
            holds = holds && *read.lo <= minuteOf(*at.lo()) &&
                    *read.lo >= minuteOf(*at.lo()) - aroundSlack;
        if (at.hi() && read.hi)
            holds = holds && *read.hi + std::chrono::minutes(1) > *at.hi() &&
                    *read.hi <= *at.hi() + aroundSlack;
        if (at.lo() && read.hi)
            holds = holds && *read.hi >= minuteOf(*at.lo());
        if (at.hi() && read.lo)
            holds = holds && *read.lo <= *at.hi();
        return holds;
    }

    /// "10:36", read twelve hours later, when that had passed as well: no word of the text names
    /// the half of the day. From 13:00 on and before 10:00 the figures themselves do.
    [[nodiscard]] reading::Bounds halfDayEarlier(const timing::RoughInstant &at,
                                                 reading::Bounds read) const
    {
        using namespace std::chrono_literals;
        const auto known = at.lo() ? at.lo() : at.hi();
        const int hour = known ? timing::toLocal(*known, m_read.zone).time().hour() : 0;
        const auto last = read.hi ? read.hi : read.lo;
        if (hour < 9 || hour > 12 || !last || *last > m_now + aroundSlack)
            return read;
        for (std::optional<Instant> *bound : {&read.lo, &read.hi}) {
            if (*bound)
                **bound -= 12h;
        }
        return read;
    }

    /// Told by the words for `fact`, so it has to be found; else it may be, if it is right.
    void compare(const char *what, Fact fact, const timing::RoughInstant &at,
                 const reading::Bounds &read)
    {
        using namespace Qt::StringLiterals;
        const QString detail = u"is %1..%2, read %3..%4"_s.arg(clock(at.lo()), clock(at.hi()),
                                                               clock(read.lo), clock(read.hi));
        if (!read.isStated()) {
            note(!m_told.contains(fact), what, detail);
            return;
        }
        note(covers(fact, at, read) || covers(fact, at, halfDayEarlier(at, read)), what, detail);
    }

    void compare(const char *what, Fact fact, const timing::RoughDuration &length,
                 const reading::Minutes &read)
    {
        using namespace Qt::StringLiterals;
        const auto seconds = [](std::optional<Span> span) {
            return span ? QString::number(double(span->count()) / 60) : u"-"_s;
        };
        const auto number = [](std::optional<int> minutes) {
            return minutes ? QString::number(*minutes) : u"-"_s;
        };
        const QString detail = u"is %1..%2 min, read %3..%4 min"_s.arg(
            seconds(length.lo()), seconds(length.hi()), number(read.lo), number(read.hi));
        if (!read.isStated()) {
            note(!m_told.contains(fact), what, detail);
            return;
        }
        const auto slack = [](Span about) {
            return std::max<Span>(about / 4, std::chrono::minutes(1)) + std::chrono::minutes(1);
        };
        bool covers = length.isKnown() || !m_told.contains(fact);
        if (length.lo() && read.lo) {
            const Span lo = std::chrono::minutes(*read.lo);
            covers = covers && lo < *length.lo() + std::chrono::minutes(1) &&
                     (lo + slack(*length.lo()) >= *length.lo() || *length.lo() < slack({}));
        }
        if (length.hi() && read.hi) {
            const Span hi = std::chrono::minutes(*read.hi);
            covers = covers && hi >= *length.hi() && hi <= *length.hi() + slack(*length.hi());
        }
        covers = covers && (!length.hi() || read.hi || !m_told.contains(fact));
        note(covers, what, detail);
    }

    void compareAsides();
    void compareTrouble();
    void compareSeveral(const reading::FactWindow &window);
    void compareMilestone(const char *what, Fact fact, reading::MilestoneName name,
                          const timing::RoughInstant &at);
    void comparePlans();

    const incident::Facts &m_facts;
    Instant m_now;
    QString m_text;
    const reading::PostFacts &m_read;
    std::optional<wording::Prediction> m_predicted;
    std::set<Fact> m_told;
    std::vector<Difference> m_differences;
};

/// What is told beside the windows, or must not be read into them.
inline void Comparison::compareAsides()
{
    using namespace Qt::StringLiterals;
    const bool noticed = m_text.contains(u"noticed it"_s);
    note(m_read.milestones.contains(reading::MilestoneName::Detected) == noticed, "detected",
         noticed ? u"told"_s : u"not told"_s);
    note(!m_read.milestones.contains(reading::MilestoneName::FirstAlert), "first_alert", {});
    const bool asExpected = m_text.contains(u"as expected"_s) || m_text.contains(u"as we had"_s);
    const bool judged = m_read.verdict.has_value();
    note(!asExpected || (judged && m_read.verdict->kind == reading::VerdictKind::AsPredicted),
         "verdict",
         u"as expected, read %1"_s.arg(judged ? base::toName(m_read.verdict->kind) : u"none"_s));
    note(asExpected || !judged || m_read.verdict->kind != reading::VerdictKind::AsPredicted,
         "verdict.invented", {});
    if (m_text.contains(u"write here again"_s))
        note(!m_read.promises.isEmpty(), "promise", u"none"_s);
    note(m_read.updates == 0, "updates", QString::number(m_read.updates));
    note(m_read.warnings.isEmpty() || m_text.contains(u"(UTC"_s), "warnings",
         m_read.warnings.join(u' '));
}

inline void Comparison::compareTrouble()
{
    using namespace Qt::StringLiterals;
    const bool unlisted = m_facts.actual.size() == 1 && m_facts.actual.front().several;
    const bool severalTold = (unlisted && m_told.contains(Fact::Actual)) ||
                             (m_facts.actual.size() > 1 && m_told.contains(Fact::Duration));
    if (m_read.actual.size() != 1) {
        note(m_read.actual.empty() && !m_told.contains(Fact::Started) &&
                 !m_told.contains(Fact::Duration),
             "window.count", u"read %1 windows"_s.arg(m_read.actual.size()));
        return;
    }
    const reading::FactWindow &window = m_read.actual.front();
    if (severalTold)
        compareSeveral(window);
    if (severalTold || unlisted)
        return;
    compare("start", Fact::Started, m_facts.started, window.start);
    // The end is back to normal, wherever the reader keeps it.
    const auto normal = m_read.milestones.find(reading::MilestoneName::BackToNormal);
    const bool elsewhere = normal != m_read.milestones.end() && normal->second.at.isStated();
    const reading::Bounds end =
        window.end.isStated() || !elsewhere ? window.end : normal->second.at;
    compare("end", Fact::BackToNormal, m_facts.backToNormal, end);
    compare("length", Fact::Duration, m_facts.duration, window.length);
    compareMilestone("fixed", Fact::Fixed, reading::MilestoneName::Fixed, m_facts.fixed);
    if (elsewhere)
        compareMilestone("normal", Fact::BackToNormal, reading::MilestoneName::BackToNormal,
                         m_facts.backToNormal);
    if (m_told.contains(Fact::Estimate) || !m_read.estimates.empty()) {
        note(m_read.estimates.size() == 1, "estimate.count",
             u"read %1 estimates"_s.arg(m_read.estimates.size()));
        if (m_read.estimates.size() == 1)
            compare("estimate", Fact::Estimate, m_facts.estimate, m_read.estimates.front().length);
    }
}

inline void Comparison::compareSeveral(const reading::FactWindow &window)
{
    using namespace Qt::StringLiterals;
    const incident::Window &first = m_facts.actual.front();
    const int count = first.several ? first.count : int(m_facts.actual.size());
    note(window.multiplicity == reading::Multiplicity::SeveralUnlisted &&
             window.count.value_or(0) == count,
         first.several ? "unlisted.count" : "several.count",
         u"is %1, read %2"_s.arg(count).arg(window.count.value_or(0)));
    if (first.several) {
        compare("unlisted.each", Fact::Actual, first.duration, window.length);
        note(window.start.lo == first.start.lo() && window.end.hi == first.end.hi(),
             "unlisted.frame",
             u"is %1..%2, read %3..%4"_s.arg(clock(first.start.lo()), clock(first.end.hi()),
                                             clock(window.start.lo), clock(window.end.hi)));
        return;
    }
    compare("several.total", Fact::Duration, m_facts.duration, window.total);
    // Of several that are told as one, start and end both span the whole period.
    compare("several.start", Fact::Started, m_facts.started, {window.start.lo, window.start.lo});
    compare("several.end", Fact::BackToNormal, m_facts.backToNormal,
            {window.end.hi, window.end.hi});
}

inline void Comparison::compareMilestone(const char *what, Fact fact, reading::MilestoneName name,
                                         const timing::RoughInstant &at)
{
    const auto found = m_read.milestones.find(name);
    compare(what, fact, at,
            found == m_read.milestones.end() ? reading::Bounds() : found->second.at);
}

inline void Comparison::comparePlans()
{
    using namespace Qt::StringLiterals;
    const bool ahead =
        m_facts.state == incident::State::Scheduled || m_facts.state == incident::State::Cancelled;
    if (!ahead) {
        if (m_told.contains(Fact::Actual) || m_told.contains(Fact::Duration) ||
            m_told.contains(Fact::Started)) {
            note(m_read.actual.size() == 1, "work.window",
                 u"read %1 windows"_s.arg(m_read.actual.size()));
            if (m_read.actual.size() == 1)
                compare("work.start", Fact::Actual, m_facts.started, m_read.actual[0].start);
        }
        return;
    }
    const bool cancelled = m_facts.state == incident::State::Cancelled;
    const std::size_t count = cancelled ? 1 : m_facts.planned.size();
    note(m_read.planned.size() == count, "plan.count",
         u"is %1, read %2"_s.arg(count).arg(m_read.planned.size()));
    if (m_read.planned.size() != count)
        return;
    for (std::size_t i = 0; i < count; ++i) {
        const incident::Window &is = m_facts.planned[i];
        const reading::FactWindow &read = m_read.planned[i];
        note((read.status == reading::PlanStatus::Cancelled) == cancelled, "plan.status",
             base::toName(read.status));
        if (!cancelled) {
            note(base::toName(read.effect) == base::toName(is.effect), "plan.effect",
                 base::toName(is.effect) + u" read as "_s + base::toName(read.effect));
            compare("plan.length", Fact::Planned, is.duration, read.length);
            note(read.after == (i > 0 ? std::optional(int(i) - 1) : std::nullopt), "plan.after",
                 QString::number(i));
        }
        if (i > 0)
            continue;
        if (is.inside) {
            note(read.shape == reading::Shape::Inside, "plan.shape", base::toName(read.shape));
            note(read.start.lo == is.start.lo() && read.end.hi == is.end.hi(), "plan.frame",
                 u"is %1..%2, read %3..%4"_s.arg(clock(is.start.lo()), clock(is.end.hi()),
                                                 clock(read.start.lo), clock(read.end.hi)));
        } else {
            compare("plan.start", Fact::Planned, is.start, read.start);
        }
    }
}
