// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command/options.h"
#include "workflow/compose.h"

#include <QJsonArray>

namespace app {

void addPromiseOptions(Options &options);
/// Puts into the draft which promises of its text are none, and when the others fall due. Errors:
/// Input for a number that no promise has, or a time that cannot be read.
[[nodiscard]] base::Done choosePromises(workflow::Compose &compose, const Options &options);
/// Says what the post promises, numbered, before it is published.
QJsonArray showPromises(const Invocation &call, const workflow::Compose &compose);

} // namespace app
