// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"
#include "staticsite/value.h"

namespace staticsite {

/// This month, and each of the next eleven in which maintenance is planned, as calendar sheets.
[[nodiscard]] ValueList monthGrids(const Edition &edition);

} // namespace staticsite
