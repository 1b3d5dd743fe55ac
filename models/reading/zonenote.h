// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/kind.h"

namespace reading {

/// The zone of a sentence such as "All times are UTC."
[[nodiscard]] std::optional<ZoneName> zoneNote(const Lexicon &lexicon, const Analyses &sentences);
/// Each clock time without a zone of its own gets this one.
void giveZone(Analyses &sentences, const ZoneName &zone);

} // namespace reading
