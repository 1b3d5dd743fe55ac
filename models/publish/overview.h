// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/page.h"

namespace publish {

struct ComponentNow
{
    Component component;
    ComponentState state = ComponentState::Operational;

    bool operator==(const ComponentNow &) const = default;
};

/// The page in one glance. Pointers are into the page that it was made from.
struct Overview
{
    ComponentState worst = ComponentState::Operational;
    bool all = false; ///< every component is as bad as the worst
    std::vector<ComponentNow> components;
    std::vector<const Thread *> running; ///< neither planned nor over, newest first
    std::vector<const Thread *> planned; ///< announced maintenance, the next one first
    std::vector<const Thread *> over;    ///< newest first
};

/// The components are those of the page, and after them those that only a running thread names; if
/// the page sets none, those of all threads, by name.
[[nodiscard]] Overview overviewOf(const Page &page);
/// The same for who has put the threads in order already.
[[nodiscard]] Overview overviewOf(const Page &page, const std::vector<const Thread *> &newestFirst);

/// Best known beginning: what happened, else what was planned, else the first publication.
[[nodiscard]] Instant beginningOf(const Thread &thread);

/// All threads with updates, the one that began last first.
[[nodiscard]] std::vector<const Thread *> newestFirst(const Page &page);

} // namespace publish
