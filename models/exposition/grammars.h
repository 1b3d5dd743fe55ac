// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/parse.h"

namespace exposition {

/// The text format 0.0.4, of bytes that are valid UTF-8.
[[nodiscard]] tl::expected<Document, Fault> parseText(const QByteArray &bytes);

/// OpenMetrics 1.0, of bytes that are valid UTF-8.
[[nodiscard]] tl::expected<Document, Fault> parseOpenMetrics(const QByteArray &bytes);

} // namespace exposition
