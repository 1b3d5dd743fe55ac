// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/document.h"

namespace exposition {

/// One object on one line, without a line feed:
///   name, labels {name: value}, value, family, type,
///   timestamp and timestamp_ms if the sample has one, help and unit if the family has them,
///   exemplar {labels, value, timestamp, timestamp_ms} if the sample has one.
/// A timestamp is what the document says, in milliseconds in the text format and in seconds in
/// OpenMetrics; timestamp_ms is in milliseconds in both. Values are numbers, or "NaN", "+Inf",
/// "-Inf". The type of a family without one is "untyped" in the text format and "unknown" in
/// OpenMetrics.
[[nodiscard]] QByteArray jsonLine(const Document &document, const Sample &sample);

} // namespace exposition
