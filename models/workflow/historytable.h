// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/summary.h"

#include <QByteArray>
#include <span>

namespace workflow {

/// A list of incidents as CSV (RFC 4180, UTF-8), one a line: times as ISO 8601 in UTC and lengths
/// in seconds, each as its two bounds, empty where it is not known. A cell that a spreadsheet would
/// take for a formula begins with an apostrophe.
[[nodiscard]] QByteArray toCsv(std::span<const ledger::Hit> hits);
/// The same as an array of JSON objects.
[[nodiscard]] QByteArray toJson(std::span<const ledger::Hit> hits);

} // namespace workflow
