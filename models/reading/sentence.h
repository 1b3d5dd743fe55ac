// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/lexicon.h"

namespace reading {

/// A sentence, a list item or a line that stands for itself; its tokens hold no line breaks.
struct Sentence
{
    Tokens tokens;
    bool startsParagraph = false;
    bool startsLine = false;
};

/// Cuts tokens at full stops, blank lines, list items and short lines; a line break inside wrapped
/// text is only a blank.
[[nodiscard]] std::vector<Sentence> sentencesOf(const Lexicon &lexicon, const Tokens &tokens);

} // namespace reading
