// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/statuspage.h"

namespace publish {

/// What readers of a target will not be told of the update with this revision as it stands in the
/// thread: a sentence each, to be shown before it is sent. `label` is that of the target. Pure.
[[nodiscard]] QStringList unsaid(const Capabilities &target, const QString &label,
                                 const Thread &thread, const QString &revision);

/// What a target can say of times, windows, components and the like, and what it cannot: a sentence
/// each, for where it is set up. Pure.
[[nodiscard]] QStringList abilities(const Capabilities &target, const QString &label);

/// How a postmortem gets to a target: as one more update, and what there is to know of that. Pure.
[[nodiscard]] QString postmortemWords(const Capabilities &target, const QString &label);

} // namespace publish
