// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/effects.h"

#include <algorithm>

namespace publish {

using incident::Effect;
using incident::Facts;
using incident::Window;

namespace {

ComponentState stateDuring(Kind kind, Effect effect)
{
    const bool whole = effect == Effect::Down || effect == Effect::MaintenanceMode;
    if (kind == Kind::Maintenance && whole)
        return ComponentState::Maintenance;
    if (whole)
        return ComponentState::MajorOutage;
    switch (effect) {
    case Effect::Partial:
    case Effect::ReadOnly:
        return ComponentState::PartialOutage;
    case Effect::Degraded:
        return ComponentState::Degraded;
    default:
        return ComponentState::Operational;
    }
}

bool isQuiet(PublicStatus status)
{
    return status == PublicStatus::Scheduled || status == PublicStatus::Resolved ||
           status == PublicStatus::Completed;
}

class Collected
{
public:
    void add(const QString &name, ComponentState state)
    {
        const auto known = std::ranges::find(m_effects, name, &ComponentEffect::name);
        if (known == m_effects.end())
            m_effects.push_back({name, state});
        else
            known->state = std::max(known->state, state);
    }

    void add(const Window &window, ComponentState state)
    {
        for (const QString &name : window.components)
            add(name, state);
    }

    [[nodiscard]] std::vector<ComponentEffect> take() { return std::move(m_effects); }

private:
    std::vector<ComponentEffect> m_effects;
};

Impact impactOf(Effect effect)
{
    switch (effect) {
    case Effect::Down:
    case Effect::MaintenanceMode:
        return Impact::Critical;
    case Effect::Partial:
    case Effect::ReadOnly:
        return Impact::Major;
    case Effect::Degraded:
        return Impact::Minor;
    case Effect::None:
        break;
    }
    return Impact::None;
}

} // namespace

std::vector<ComponentEffect> componentsOf(const Facts &facts, PublicStatus status)
{
    Collected found;
    const bool begun = !facts.actual.empty();
    for (const Window &window : facts.actual) {
        const bool running = window.isOpen() && !isQuiet(status);
        found.add(window,
                  running ? stateDuring(facts.kind, window.effect) : ComponentState::Operational);
    }
    for (const Window &window : facts.planned) {
        const bool running = !begun && !isQuiet(status);
        found.add(window,
                  running ? stateDuring(facts.kind, window.effect) : ComponentState::Operational);
    }
    return found.take();
}

Impact impactOf(Kind kind, const std::vector<Window> &actual)
{
    if (kind == Kind::Maintenance)
        return Impact::Maintenance;
    Impact worst = Impact::None;
    for (const Window &window : actual)
        worst = std::max(worst, impactOf(window.effect));
    return worst;
}

} // namespace publish
