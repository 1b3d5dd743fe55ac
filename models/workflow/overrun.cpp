// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/overrun.h"

#include "timing/arithmetic.h"

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
    auto plans = work.plannedWindows();
    const bool works = work.state == State::InProgress || work.state == State::AfterEffects;
    if (!works || actual.empty() || plans.empty() || !actual.back().isOpen())
        return std::nullopt;
    std::ranges::stable_sort(plans, {}, [](const Window &plan) {
        return plan.start.lo().value_or(base::Instant::max());
    });
    Window plan = plans[std::min(actual.size(), plans.size()) - 1];
    const auto began = actual.back().start.lo();
    const auto longest = plan.duration.hi();
    if (!began || !longest || now < *began + *longest * watchedPercent / 100)
        return std::nullopt;
    const Span passed = std::max(now - *began, *longest);
    const Span wanted = passed + *longest / 2;
    const Span whole = (wanted + round - 1s) / round * round;
    plan.duration = timing::RoughDuration::atMost(whole);
    const auto over = *began + whole;
    if (plan.end.hi() && *plan.end.hi() < over)
        plan.end = timing::RoughInstant::exact(over);
    return Overrun{plan, std::max(over - now, Span(0)), *longest};
}

} // namespace workflow
