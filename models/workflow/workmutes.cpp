// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/workmutes.h"

#include <algorithm>

namespace workflow {

WorkMutes::WorkMutes(Desk &desk)
    : m_desk(desk)
{
    connect(&m_desk, &Desk::changed, this, &WorkMutes::reload);
    reload();
}

void WorkMutes::reload()
{
    m_mutes.clear();
    for (const ledger::Summary &open : m_desk.openIncidents()) {
        if (open.kind != incident::Kind::Maintenance)
            continue;
        const auto work = m_desk.load(open.id);
        if (work && work->muteAt(m_desk.clock().now()))
            m_mutes.push_back({work->id, work->ref, *work->mute});
    }
}

std::optional<WorkMute> WorkMutes::of(const QStringList &parts) const
{
    const base::Instant now = m_desk.clock().now();
    const auto holds = [&](const WorkMute &work) {
        return now < work.mute.until && std::ranges::any_of(parts, [&](const QString &part) {
                   return !part.isEmpty() &&
                          work.mute.components.contains(part, Qt::CaseInsensitive);
               });
    };
    const auto found = std::ranges::find_if(m_mutes, holds);
    return found == m_mutes.end() ? std::nullopt : std::optional(*found);
}

} // namespace workflow
