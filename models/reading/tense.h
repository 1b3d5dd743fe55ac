// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/clause.h"

namespace reading {

/// "BT say by 4 pm", "they told us 17:00": what somebody else expects.
[[nodiscard]] bool isQuotedTime(const Tokens &tokens, const Mention &mention);
/// Gives each clause the tense of its own words, or else that of its neighbours.
void giveTense(Analysis &sentence);

} // namespace reading
