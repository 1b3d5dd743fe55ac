// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"
#include "staticsite/value.h"

namespace staticsite {

/// What runs or is planned, each with its newest update in full.
[[nodiscard]] ValueList threadCards(const std::vector<const publish::Thread *> &threads,
                                    const Edition &edition);

} // namespace staticsite
