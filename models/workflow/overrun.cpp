// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/overrun.h"

#include "timing/arithmetic.h"
#include "workflow/phases.h"

#include <algorithm>

namespace workflow {

using namespace std::chrono_literals;
using base::Span;
using incident::State;
using incident::Window;

namespace {

constexpr int watchedPercent = 80; // as the step of the checklist has it
constexpr Span round = 5min;

} // namespace

std::optional<Overrun> overrunOf(const incident::Incident &work, base::Instant now)
{
    const auto actual = work.actualWindows();
    const bool works = work.state == State::InProgress || work.state == State::AfterEffects;
    if (!works || actual.empty() || !actual.back().isOpen())
        return std::nullopt;
    Window plan = currentPlan(work);
    const auto began = actual.back().start.lo();
    const auto longest = plan.duration.hi();
    if (!began || !longest || now < *began + *longest * watchedPercent / 100)
        return std::nullopt;
    const Span passed = std::max(now - *began, *longest);
    const Span wanted = passed + *longest / 2;
    const Span whole = (wanted + round - 1s) / round * round;
    plan.duration = timing::RoughDuration::atMost(whole);
    const auto over = *began + whole;
    if (!plan.inside) {
        // It may have begun later than it was meant to.
        plan.start = actual.back().start;
        plan.end = timing::plus(plan.start, plan.duration);
    } else if (plan.end.hi() && *plan.end.hi() < over) {
        plan.end = timing::RoughInstant::exact(over);
    }
    const Span left = std::chrono::ceil<std::chrono::minutes>(over - now);
    return Overrun{plan, std::max(left, Span(0)), *longest};
}

} // namespace workflow
