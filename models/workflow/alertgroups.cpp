// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/alertgroups.h"

#include <algorithm>

namespace workflow {

using upstream::Alert;

bool AlertGroup::isMuted() const
{
    return std::ranges::all_of(alerts, &Alert::isMuted);
}

std::vector<AlertGroup> groupsOf(const upstream::AlertBook &book)
{
    std::vector<AlertGroup> groups;
    for (const auto &entry : book.firing()) {
        const QString name = upstream::nameOf(entry.alert);
        auto group = std::ranges::find(groups, name, &AlertGroup::name);
        if (group == groups.end())
            group = groups.insert(groups.end(), AlertGroup{name, {}});
        group->alerts.push_back(entry.alert);
    }
    return groups;
}

std::vector<alertmanager::Matcher> matchersFor(const AlertGroup &group)
{
    std::vector<alertmanager::Matcher> matchers;
    const upstream::Labels first =
        group.alerts.empty() ? upstream::Labels() : group.alerts.front().labels;
    for (auto label = first.begin(); label != first.end(); ++label) {
        const bool isShared = std::ranges::all_of(group.alerts, [&](const Alert &alert) {
            return alert.labels.contains(label.key()) &&
                   alert.labels.value(label.key()) == label.value();
        });
        if (isShared)
            matchers.push_back({label.key(), label.value()});
    }
    return matchers;
}

} // namespace workflow
