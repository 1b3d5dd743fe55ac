// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace gallery {

/// Every widget of ui/widget in every state, on one sheet.
[[nodiscard]] QWidget *makeWidgetSheet();

} // namespace gallery
