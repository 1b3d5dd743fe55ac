// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/split.h"

#include <algorithm>

namespace incident {

WindowParts partsOf(const Window &window, const SplitOff &command)
{
    const bool whole = std::ranges::find(command.windows, window.seq) != command.windows.end();
    Window stays = window;
    Window leaves = window;
    stays.components.removeIf(
        [&](const QString &component) { return command.components.contains(component); });
    leaves.components.removeIf(
        [&](const QString &component) { return stays.components.contains(component); });
    if (!whole && leaves.components.isEmpty())
        return {window, {}};
    if (whole)
        return {{}, window};
    return stays.components.isEmpty() ? WindowParts{{}, window} : WindowParts{stays, leaves};
}

std::vector<Window> windowsLeaving(const Incident &incident, const SplitOff &command)
{
    std::vector<Window> leaving;
    for (const Window &window : incident.windows) {
        const auto leaves = window.planned ? std::nullopt : partsOf(window, command).leaves;
        if (leaves)
            leaving.push_back(*leaves);
    }
    return leaving;
}

} // namespace incident
