// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"
#include "staticsite/value.h"

namespace staticsite {

/// A short entry for each thread, for lists of them: what it was, when, what it affected.
[[nodiscard]] ValueList threadRows(const std::vector<const publish::Thread *> &threads,
                                   const Edition &edition);

} // namespace staticsite
