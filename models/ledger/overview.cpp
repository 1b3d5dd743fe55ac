// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/overview.h"

#include "incident/metrics.h"

#include <algorithm>

namespace ledger {

namespace {

using incident::Window;
using timing::RoughInstant;

RoughInstant firstStart(const std::vector<Window> &windows)
{
    RoughInstant first;
    for (const Window &window : windows) {
        const auto at = window.start.middle();
        if (at && (!first.middle() || *at < *first.middle()))
            first = window.start;
    }
    return first;
}

RoughInstant lastEnd(const std::vector<Window> &windows)
{
    RoughInstant last;
    for (const Window &window : windows) {
        const auto at = window.end.middle();
        if (at && (!last.middle() || *at > *last.middle()))
            last = window.end;
    }
    return last;
}

RoughInstant orElse(const RoughInstant &first, const RoughInstant &second)
{
    return first.isKnown() ? first : second;
}

} // namespace

Overview overviewOf(const incident::Incident &incident)
{
    std::vector<Window> actual;
    std::ranges::copy_if(incident.windows, std::back_inserter(actual),
                         [](const Window &window) { return !window.planned; });
    const std::vector<Window> plan = incident.plannedWindows();

    Overview overview;
    overview.downtime = incident::metricsOf(incident).downtime;
    overview.started =
        orElse(incident.milestone(incident::Milestone::Started, 1), firstStart(actual));
    overview.planned = actual.empty() && !plan.empty() && !overview.started.isKnown();
    if (overview.planned) {
        overview.started = firstStart(plan);
        overview.ended = lastEnd(plan);
    } else if (!incident.hasOpenWindow()) {
        overview.ended =
            orElse(lastEnd(actual), incident.milestone(incident::Milestone::BackToNormal));
    }
    return overview;
}

} // namespace ledger
