// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/facts.h"

#include <QJsonObject>

namespace reading {

/// The answer of `watchkeeper read --json`: null is what the text does not state, wall times are
/// ISO to the minute in facts.zone without offset, lengths are minutes.
[[nodiscard]] QJsonObject toJson(const PostFacts &facts);

} // namespace reading
