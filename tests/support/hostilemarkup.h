// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

/// Parts of hostileTexts().
namespace support {

[[nodiscard]] QStringList hostileHandlers();
[[nodiscard]] QStringList hostileStructures();
[[nodiscard]] QStringList hostileSchemes();
[[nodiscard]] QStringList hostileFormats();

} // namespace support
