// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/document.h"

namespace exposition {

/// Appends what tells a metric from the others of its family: its labels in the order of their
/// names, without the empty ones and without the one called `left`. Equal for equal sets only.
void appendMetricKey(const std::vector<Label> &labels, QByteArrayView left, QByteArray &key);

} // namespace exposition
