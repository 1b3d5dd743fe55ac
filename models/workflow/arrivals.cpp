// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/arrivals.h"

#include <utility>

namespace workflow {

Arrivals::Arrivals(Desk &desk)
    : m_desk(desk)
{
    for (const ledger::Summary &open : m_desk.openIncidents())
        m_known.insert(open.id);
    connect(&m_desk, &Desk::changed, this, &Arrivals::look);
}

void Arrivals::look()
{
    const auto open = m_desk.openIncidents();
    std::set<QString> ids;
    for (const ledger::Summary &incident : open)
        ids.insert(incident.id);
    const auto before = std::exchange(m_known, std::move(ids));
    for (const ledger::Summary &incident : open) {
        if (incident.state == incident::State::Suspected && !before.contains(incident.id))
            emit arrived(incident);
    }
}

} // namespace workflow
