// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/causes.h"
#include "reading/facts.h"
#include "reading/parts.h"

namespace reading {

/// Collects what is given in the words of the text: promises, parts and causes.
class Quotes
{
public:
    Quotes(const Lexicon &lexicon, Kind kind);

    /// `text` is what the tokens of the sentence were cut from.
    void take(const Analysis &sentence, const QString &text, bool isTitle);
    void giveTo(PostFacts &facts) const;

private:
    const Lexicon &m_lexicon;
    Kind m_kind;
    QStringList m_promises;
    Parts m_parts;
    Causes m_causes;
};

} // namespace reading
