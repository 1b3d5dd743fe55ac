// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace base {

/// "shop, images" as a list: its entries without the blanks around them, empty ones left out.
[[nodiscard]] QStringList commaList(const QString &text);

} // namespace base
