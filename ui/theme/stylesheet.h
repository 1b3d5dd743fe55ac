// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QString>

namespace ui {

/// The application's style sheet with every token filled in.
[[nodiscard]] QString styleSheetOf(const Theme &theme);

/// Fills the tokens of a template: `@accent` by its colour, `@px-body` and `@len-28` by
/// px scaled with the text. A name that is not in the tables stays as it is.
[[nodiscard]] QString fillTokens(const QString &text, const Theme &theme);

} // namespace ui
