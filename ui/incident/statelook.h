// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/vocabulary.h"
#include "ui/theme/state.h"

namespace ui {

/// How the state of an incident looks and reads in capitals.
struct StateLook
{
    State state = State::Up;
    QString words;
};

[[nodiscard]] StateLook lookOf(incident::State state, incident::Kind kind);

} // namespace ui
