// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

#include <QByteArray>

/// What the page's script searches, as JSON: a file for each year, so that a publish writes one of
/// them however long the history is.
namespace staticsite {

/// The years that have a file, newest first.
[[nodiscard]] QStringList searchYears(const Edition &edition);
/// {"years": ["2026"]}
[[nodiscard]] QByteArray searchIndex(const Edition &edition);
/// {"threads": [{"title", "href", "when", "status", "parts": [], "text"}]}, newest first.
[[nodiscard]] QByteArray searchYear(const Edition &edition, const QString &year);

} // namespace staticsite
