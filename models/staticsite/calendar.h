// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

#include <QByteArray>

namespace staticsite {

/// One iCalendar with every maintenance that has a planned window, also those that are over or
/// called off: a subscriber's calendar then follows. One event a maintenance, its UID for life.
[[nodiscard]] QByteArray maintenanceCalendar(const Edition &edition);

} // namespace staticsite
