// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QPalette>

namespace ui {

/// The tokens as Qt's own roles, for everything that no style sheet reaches.
[[nodiscard]] QPalette paletteOf(const Theme &theme);

} // namespace ui
