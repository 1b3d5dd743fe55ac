// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/clause.h"
#include "reading/facts.h"

namespace reading {

/// The token, `from` or behind it, from which on the author undertakes something; -1 if nowhere. In
/// a notice of planned work "we will move the database" is the plan and no promise. "We are looking
/// into it" is one that is under way already.
[[nodiscard]] int promiseAt(const Lexicon &lexicon, const Analysis &sentence, Kind kind,
                            bool alsoUnderWay = true, int from = 0);
/// The token from which on readers are asked to do something; -1 if nowhere.
[[nodiscard]] int adviceAt(const Lexicon &lexicon, const Analysis &sentence);
/// Marks the clauses in which something is promised or advised.
void setAside(const Lexicon &lexicon, Analysis &sentence, Kind kind);

} // namespace reading
