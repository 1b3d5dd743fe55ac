// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <deque>
#include <functional>
#include <set>

namespace source {

/// Bounds how many probes run at the same time, well below what a process may have open. There is
/// room for more than ever hang at once, so that a hanging target takes its own place and nobody
/// else's; who finds no room waits in line.
class ProbeGate
{
public:
    using Owner = const void *;

    explicit ProbeGate(int room = 512);

    /// Calls `start` now, or when it is the owner's turn. An owner has one place at a time.
    void enter(Owner owner, std::function<void()> start);
    /// Frees the owner's place, or gives up waiting for one. Without either nothing happens.
    void leave(Owner owner);

    [[nodiscard]] int running() const { return int(m_running.size()); }
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }

private:
    struct Entry
    {
        Owner owner;
        std::function<void()> start;
    };

    void letIn();

    int m_room;
    std::set<Owner> m_running;
    std::deque<Entry> m_waiting;
};

} // namespace source
