// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/overview.h"

#include <algorithm>
#include <map>
#include <set>

namespace publish {

namespace {

/// By name; the worst of all running threads.
std::map<QString, ComponentState> affectedNow(const std::vector<const Thread *> &running)
{
    std::map<QString, ComponentState> states;
    for (const Thread *thread : running) {
        for (const ComponentEffect &effect : thread->components) {
            ComponentState &state = states[effect.name];
            state = std::max(state, effect.state);
        }
    }
    return states;
}

std::vector<Component> componentsOf(const Page &page, const std::map<QString, ComponentState> &now)
{
    std::vector<Component> components = page.components;
    std::set<QString> known;
    for (const Component &component : components)
        known.insert(component.name);
    const auto add = [&](const QString &name) {
        if (known.insert(name).second)
            components.push_back(Component{name, {}, {}});
    };
    for (const auto &[name, state] : now)
        add(name);
    if (page.components.empty()) {
        for (const Thread &thread : page.threads) {
            for (const ComponentEffect &effect : thread.components)
                add(effect.name);
        }
        std::ranges::sort(components, {}, &Component::name);
    }
    return components;
}

/// Of a running incident that names no component.
ComponentState stateOf(const Thread &thread)
{
    if (!thread.components.empty())
        return ComponentState::Operational;
    switch (thread.impact) {
    case Impact::None:
        return ComponentState::Operational;
    case Impact::Maintenance:
        return ComponentState::Maintenance;
    case Impact::Minor:
        return ComponentState::Degraded;
    case Impact::Major:
        return ComponentState::PartialOutage;
    case Impact::Critical:
        break;
    }
    return ComponentState::MajorOutage;
}

} // namespace

Instant beginningOf(const Thread &thread)
{
    if (const auto started = thread.started.middle(); started && !thread.isPlanned())
        return *started;
    std::optional<Instant> first;
    for (const incident::Window &window : thread.actual) {
        if (const auto start = window.start.middle())
            first = std::min(first.value_or(*start), *start);
    }
    if (first)
        return *first;
    if (const auto span = plannedSpan(thread.planned))
        return span->from;
    return thread.publishedAt();
}

std::vector<const Thread *> newestFirst(const Page &page)
{
    std::vector<std::pair<Instant, const Thread *>> found;
    for (const Thread &thread : page.threads) {
        if (!thread.updates.empty())
            found.emplace_back(beginningOf(thread), &thread);
    }
    std::ranges::sort(found, [](const auto &a, const auto &b) {
        return std::tie(a.first, a.second->permalink) > std::tie(b.first, b.second->permalink);
    });
    std::vector<const Thread *> threads;
    threads.reserve(found.size());
    for (const auto &[at, thread] : found)
        threads.push_back(thread);
    return threads;
}

Overview overviewOf(const Page &page)
{
    return overviewOf(page, newestFirst(page));
}

Overview overviewOf(const Page &page, const std::vector<const Thread *> &newestFirst)
{
    Overview overview;
    for (const Thread *thread : newestFirst) {
        if (thread->isOver())
            overview.over.push_back(thread);
        else if (thread->isPlanned())
            overview.planned.push_back(thread);
        else
            overview.running.push_back(thread);
    }
    std::ranges::reverse(overview.planned);
    const auto now = affectedNow(overview.running);
    for (const Component &component : componentsOf(page, now)) {
        const auto found = now.find(component.name);
        const auto state = found == now.end() ? ComponentState::Operational : found->second;
        overview.components.push_back(ComponentNow{component, state});
        overview.worst = std::max(overview.worst, state);
    }
    overview.all = !overview.components.empty() &&
                   std::ranges::all_of(overview.components, [&](const ComponentNow &component) {
                       return component.state == overview.worst;
                   });
    for (const Thread *thread : overview.running)
        overview.worst = std::max(overview.worst, stateOf(*thread));
    return overview;
}

} // namespace publish
