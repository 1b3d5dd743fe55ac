// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lint/phrases.h"
#include "reading/clause.h"
#include "reading/facts.h"

namespace lint {

/// What the sentence undertakes, as far as the undertaking goes in it.
[[nodiscard]] std::optional<PromisePhrase>
promiseIn(const reading::Lexicon &lexicon, const reading::Analysis &sentence, reading::Kind kind);

} // namespace lint
