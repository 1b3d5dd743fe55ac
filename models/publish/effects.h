// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/facts.h"
#include "publish/thread.h"

namespace publish {

/// Every component that these facts name, with what readers were told of it by an update with this
/// status. Worst effect first seen wins; order as in the facts.
[[nodiscard]] std::vector<ComponentEffect> componentsOf(const incident::Facts &facts,
                                                        PublicStatus status);

/// The worst that the windows did. Maintenance has an impact of its own kind.
[[nodiscard]] Impact impactOf(Kind kind, const std::vector<incident::Window> &actual);

} // namespace publish
