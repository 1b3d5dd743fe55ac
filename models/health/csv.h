// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/series.h"

#include <QByteArray>

namespace health {

/// The samples from `from` up to and including `to` as CSV (RFC 4180, UTF-8), oldest first:
/// time in UTC to the millisecond, value with a point and without its unit (empty if there is
/// none), and the name of its quality. The header names the unit.
[[nodiscard]] QByteArray toCsv(const Series &series, base::InstantMs from, base::InstantMs to);

} // namespace health
