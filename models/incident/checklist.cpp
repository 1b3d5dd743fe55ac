// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/checklistfile.h"

#include <algorithm>

namespace incident {

const ChecklistStep *Checklist::step(const QString &id) const
{
    const auto found = std::ranges::find(steps, id, &ChecklistStep::id);
    return found == steps.end() ? nullptr : &*found;
}

bool isFor(const Checklist &checklist, Kind kind, const QStringList &components)
{
    const bool kindFits = checklist.kinds.empty() ||
                          std::ranges::find(checklist.kinds, kind) != checklist.kinds.end();
    const auto isTouched = [&](const QString &component) {
        return components.contains(component, Qt::CaseInsensitive);
    };
    return kindFits &&
           (checklist.components.isEmpty() || std::ranges::any_of(checklist.components, isTouched));
}

Checklist extended(Checklist checklist, const Checklist &with)
{
    auto &steps = checklist.steps;
    for (const ChecklistStep &step : with.steps) {
        const auto same = std::ranges::find(steps, step.id, &ChecklistStep::id);
        if (same != steps.end()) {
            *same = step;
            continue;
        }
        const auto last =
            std::ranges::find(steps.rbegin(), steps.rend(), step.group, &ChecklistStep::group);
        steps.insert(last == steps.rend() ? steps.end() : last.base(), step);
    }
    return checklist;
}

} // namespace incident
