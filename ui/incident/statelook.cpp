// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/incident/statelook.h"

#include "wording/termwords.h"

namespace ui {

namespace {

State shapeOf(incident::State state, incident::Kind kind)
{
    switch (state) {
    case incident::State::Suspected:
    case incident::State::Active:
        return kind == incident::Kind::Outage ? State::Down : State::Degraded;
    case incident::State::Monitoring:
    case incident::State::AfterEffects:
        return State::Degraded;
    case incident::State::Draft:
    case incident::State::Scheduled:
    case incident::State::InProgress:
    case incident::State::Verifying:
        return State::Maintenance;
    default:
        return State::Up;
    }
}

} // namespace

StateLook lookOf(incident::State state, incident::Kind kind)
{
    return {shapeOf(state, kind), wording::words(state).toUpper()};
}

} // namespace ui
