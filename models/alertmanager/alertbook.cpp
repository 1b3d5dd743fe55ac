// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertmanager/alertbook.h"

namespace alertmanager {

AlertBook::Changes AlertBook::take(const std::vector<Alert> &alerts, base::InstantMs at)
{
    Changes changes;
    for (const Alert &alert : alerts) {
        const auto [known, isNew] = m_firing.try_emplace(alert.fingerprint);
        SeenAlert &seen = known->second;
        seen.alert = alert;
        seen.lastSeen = at;
        if (!isNew)
            continue;
        seen.firstSeen = at;
        changes.appeared.push_back(seen);
    }
    for (auto seen = m_firing.begin(); seen != m_firing.end();) {
        if (seen->second.lastSeen == at) {
            ++seen;
            continue;
        }
        seen->second.goneAt = at;
        changes.vanished.push_back(seen->second);
        seen = m_firing.erase(seen);
    }
    return changes;
}

std::vector<SeenAlert> AlertBook::firing() const
{
    std::vector<SeenAlert> all;
    for (const auto &[fingerprint, seen] : m_firing)
        all.push_back(seen);
    return all;
}

} // namespace alertmanager
