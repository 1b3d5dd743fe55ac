// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/state.h"
#include "workflow/upstreams.h"

#include <QIcon>

namespace ui {

/// How a provider is, by its status page.
struct PageLook
{
    State state = State::NotMeasured;
    QString words;
};

/// Its shape, for a line of a list.
[[nodiscard]] QIcon iconOf(State state);
[[nodiscard]] State stateOf(provider::Impact impact);
[[nodiscard]] PageLook lookOf(const workflow::UpstreamState &server);

/// The one that goes by this name; nothing if there is no record of it.
[[nodiscard]] std::optional<workflow::UpstreamState>
providerNamed(const workflow::Upstreams &upstreams, const QString &name);

} // namespace ui
