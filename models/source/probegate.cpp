// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/probegate.h"

#include <algorithm>

namespace source {

ProbeGate::ProbeGate(int room)
    : m_room(room)
{}

void ProbeGate::enter(Owner owner, std::function<void()> start)
{
    m_waiting.push_back({owner, std::move(start)});
    letIn();
}

void ProbeGate::leave(Owner owner)
{
    std::erase_if(m_waiting, [owner](const Entry &entry) { return entry.owner == owner; });
    m_running.erase(owner);
    letIn();
}

void ProbeGate::letIn()
{
    while (!m_waiting.empty() && running() < m_room) {
        const Entry entry = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_running.insert(entry.owner);
        entry.start();
    }
}

} // namespace source
