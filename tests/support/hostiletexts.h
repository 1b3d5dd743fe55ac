// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace support {

/// Texts that try to become something other than text: in HTML, XML, JSON, iCalendar, templates.
[[nodiscard]] QStringList hostileTexts();

} // namespace support
