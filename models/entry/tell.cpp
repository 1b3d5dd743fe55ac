// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/checks.h"
#include "entry/story.h"
#include "timing/arithmetic.h"

#include <algorithm>

namespace entry {

using namespace std::chrono_literals;
using incident::Milestone;
using timing::Instant;
using timing::Precision;
using timing::RoughDuration;
using timing::RoughInstant;

namespace {

constexpr timing::Span aroundSlack = 15min;
constexpr timing::Span justNow = 15min;
constexpr timing::Span atOnce = 2min;
constexpr timing::Span justBeside = 10min;

class Teller
{
public:
    Teller(const Story &story, Entry &entry, Moments &moments, std::vector<Question> &questions)
        : m_story(story)
        , m_entry(entry)
        , m_moments(moments)
        , m_questions(questions)
    {}

    void tell()
    {
        tellWindow();
        tellSteps();
        settleUp();
        settleEnd();
        tellLater();
    }

private:
    [[nodiscard]] RoughInstant roughly(const Value &value, Instant at) const;
    [[nodiscard]] RoughInstant instantOf(const Value &value);
    [[nodiscard]] std::optional<Instant> resolve(const Clock &clock);
    void tellWindow();
    void tellFrame(const Value &frame);
    void tellSeveral();
    void tellSteps();
    void settleUp();
    void settleEnd();
    void tellLater();
    void tellStep(const Told &told, Step &step);
    [[nodiscard]] Step &stepOf(Role role);

    const Story &m_story;
    Entry &m_entry;
    Moments &m_moments;
    std::vector<Question> &m_questions;
    std::optional<Instant> m_start; ///< where later times are counted from
    Step m_up;
    RoughInstant m_before; ///< of the step before
    Milestone m_beforeName = Milestone::Started;
};

RoughInstant Teller::roughly(const Value &value, Instant at) const
{
    switch (value.bound) {
    case Value::Bound::NotBefore:
        return RoughInstant::notBefore(at);
    case Value::Bound::NotAfter:
        return RoughInstant::notAfter(at);
    case Value::Bound::JustAfter:
        return RoughInstant::between(at, at + justBeside, Precision::About);
    case Value::Bound::JustBefore:
        return RoughInstant::between(at - justBeside, at, Precision::About);
    case Value::Bound::None:
        break;
    }
    return value.clock.about ? RoughInstant::about(at, aroundSlack) : RoughInstant::exact(at);
}

std::optional<Instant> Teller::resolve(const Clock &clock)
{
    const auto at = m_start ? m_moments.next(clock, *m_start) : m_moments.first(clock);
    if (at && !m_start)
        m_start = at;
    return at;
}

RoughInstant Teller::instantOf(const Value &value)
{
    const Instant now = m_moments.now();
    switch (value.kind) {
    case Value::Kind::At: {
        const auto at = resolve(value.clock);
        return at ? roughly(value, *at) : RoughInstant();
    }
    case Value::Kind::JustNow:
        return RoughInstant::between(std::chrono::floor<std::chrono::minutes>(now - justNow), now,
                                     Precision::About);
    case Value::Kind::Now:
        return RoughInstant::exact(now);
    case Value::Kind::Ago: {
        RoughDuration ago = value.length.value;
        if (ago.lo() && ago.lo() == ago.hi())
            ago = RoughDuration::about(*ago.lo());
        const RoughInstant at = timing::minus(RoughInstant::exact(now), ago);
        if (!at.lo() || !at.hi())
            return at;
        return RoughInstant::between(std::chrono::floor<std::chrono::minutes>(*at.lo()),
                                     std::chrono::ceil<std::chrono::minutes>(*at.hi()),
                                     at.precision());
    }
    default:
        return {};
    }
}

void Teller::tellWindow()
{
    incident::Window &window = m_entry.window;
    window.effect = m_story.effect.value_or(incident::Effect::Down);
    if (m_story.frame)
        tellFrame(*m_story.frame);
    if (m_story.start) {
        const RoughInstant start = instantOf(*m_story.start);
        window.start = start;
        if (!m_start)
            m_start = start.lo();
    }
    if (m_story.end)
        window.end = instantOf(*m_story.end);
    if (m_story.length)
        window.duration = m_story.length->length.value;
    tellSeveral();
    const bool framed = m_story.frame && m_story.frame->kind != Value::Kind::Span;
    const bool open = !m_story.end && !m_story.length && !framed &&
                      std::ranges::none_of(m_story.steps, [](const Told &told) {
                          return told.role != Role::Detected;
                      });
    m_entry.running = m_entry.running || (m_story.since && open);
    checkWindow(m_story, m_entry, m_moments, m_questions);
    if (window.inside || m_entry.running)
        return;
    const bool bounded = window.duration.hi().has_value();
    if (window.start.isKnown() && bounded && !window.end.isKnown())
        window.end = timing::plus(window.start, window.duration);
    else if (window.end.isKnown() && bounded && !window.start.isKnown())
        window.start = timing::minus(window.end, window.duration);
}

void Teller::tellFrame(const Value &frame)
{
    incident::Window &window = m_entry.window;
    if (frame.kind == Value::Kind::Span) {
        const auto [from, to] = m_moments.span(frame.day);
        if (from > m_moments.now()) {
            m_questions.push_back(stillToCome(frame.day, m_moments));
            return;
        }
        m_start = from;
        // "since this morning": it began in it.
        if (m_story.since) {
            window.start = RoughInstant::between(from, to, Precision::About);
            return;
        }
        window.start = RoughInstant::exact(from);
        window.end = RoughInstant::exact(to);
        window.inside = !m_story.throughout;
        return;
    }
    const auto from = resolve(frame.clock);
    const auto to = from ? resolve(frame.second) : std::nullopt;
    if (!to)
        return;
    const auto rough = [](const Clock &clock, Instant at) {
        return clock.about ? RoughInstant::about(at, aroundSlack) : RoughInstant::exact(at);
    };
    window.inside = frame.kind == Value::Kind::Between;
    window.start = window.inside ? RoughInstant::exact(*from) : rough(frame.clock, *from);
    window.end = window.inside ? RoughInstant::exact(*to) : rough(frame.second, *to);
}

void Teller::tellSeveral()
{
    incident::Window &window = m_entry.window;
    if (!m_story.several && !m_story.shortest && !m_story.longest)
        return;
    window.several = true;
    window.inside = window.start.isKnown() && window.end.isKnown();
    window.count = m_story.several.value_or(0);
    const auto lo = m_story.shortest ? m_story.shortest->length.value.lo() : window.duration.lo();
    const auto hi = m_story.longest ? m_story.longest->length.value.hi() : window.duration.hi();
    if (lo && hi && *lo <= *hi)
        window.duration = RoughDuration::between(*lo, *hi);
    if (m_story.length && m_story.length->link == Value::Link::Whole && m_story.shortest)
        window.total = m_story.length->length.value;
}

Step &Teller::stepOf(Role role)
{
    switch (role) {
    case Role::Detected:
        return m_entry.detected;
    case Role::Fixed:
        return m_entry.fixed;
    case Role::Up:
        return m_up;
    default:
        return m_entry.normal;
    }
}

void Teller::tellSteps()
{
    m_before = m_entry.window.inside ? RoughInstant() : m_entry.window.start;
    for (const Told &told : m_story.steps)
        tellStep(told, stepOf(told.role));
}

void Teller::tellStep(const Told &told, Step &step)
{
    step.told = true;
    if (!told.value)
        return;
    const Value &value = *told.value;
    if (value.kind == Value::Kind::Length || value.kind == Value::Kind::AtOnce) {
        const bool chained = value.link == Value::Link::Before || value.kind == Value::Kind::AtOnce;
        step.after = value.kind == Value::Kind::AtOnce ? RoughDuration::between(0s, atOnce)
                                                       : value.length.value;
        step.since = chained ? m_beforeName : Milestone::Started;
        const RoughInstant from = chained                 ? m_before
                                  : m_entry.window.inside ? RoughInstant()
                                                          : m_entry.window.start;
        step.at = from.isKnown() ? timing::plus(from, step.after) : RoughInstant();
    } else {
        step.at = instantOf(value);
    }
    if (told.role == Role::Normal || told.role == Role::End)
        return;
    m_before = step.at;
    m_beforeName = told.role == Role::Detected ? Milestone::Detected : Milestone::Fixed;
}

/// "Back up" is back to normal, unless the line says that normal came later.
void Teller::settleUp()
{
    if (!m_up.told)
        return;
    const RoughDuration &whole = m_entry.window.duration;
    const bool shorter =
        m_story.length && m_up.after.hi() && whole.lo() && *m_up.after.hi() < *whole.lo();
    const bool earlier = !m_up.after.isKnown() && m_up.at.hi() && m_entry.window.end.lo() &&
                         *m_up.at.hi() < *m_entry.window.end.lo();
    const bool normalLater = m_entry.normal.told || shorter || earlier;
    (normalLater && !m_entry.fixed.told ? m_entry.fixed : m_entry.normal) = m_up;
}

/// The trouble ends when all is normal again.
void Teller::settleEnd()
{
    incident::Window &window = m_entry.window;
    checkSteps(m_story, m_entry, m_moments, m_questions);
    if (m_entry.running || window.inside)
        return;
    if (!window.end.isKnown())
        window.end = m_entry.normal.at;
    // "down 20m, back at 15:50"
    if (!window.start.isKnown() && window.end.isKnown() && m_story.length && window.duration.hi())
        window.start = timing::minus(window.end, window.duration);
    if (!m_entry.normal.at.isKnown() && window.end.isKnown())
        m_entry.normal.at = window.end;
    checkTimes(m_story, m_entry, m_moments, m_questions);
}

void Teller::tellLater()
{
    if (!m_story.laterEffect)
        return;
    incident::Window window;
    window.effect = *m_story.laterEffect;
    window.start = m_entry.window.inside ? RoughInstant() : m_entry.window.end;
    if (m_story.laterLength)
        window.duration = m_story.laterLength->length.value;
    if (window.start.isKnown() && window.duration.hi())
        window.end = timing::plus(window.start, window.duration);
    m_entry.further.push_back(window);
    // All is normal only when that is over too.
    if (!m_entry.normal.told)
        m_entry.normal.at = window.end;
}

} // namespace

void tell(const Story &story, Entry &entry, Moments &moments, std::vector<Question> &questions)
{
    Teller(story, entry, moments, questions).tell();
}

} // namespace entry
