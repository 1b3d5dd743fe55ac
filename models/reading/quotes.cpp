// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/quotes.h"

#include "reading/extract.h"
#include "reading/quotation.h"

namespace reading {

Quotes::Quotes(const Lexicon &lexicon, Kind kind)
    : m_lexicon(lexicon)
    , m_kind(kind)
    , m_parts(lexicon)
    , m_causes(lexicon)
{}

void Quotes::take(const Analysis &sentence, const QString &text, bool isTitle)
{
    if (const int at = promiseAt(m_lexicon, sentence, m_kind); at >= 0)
        addQuotation(m_promises, quotation(sentence.tokens, text, at, int(sentence.tokens.size())));
    m_parts.take(sentence, text, isTitle);
    m_causes.take(sentence, text);
}

void Quotes::giveTo(PostFacts &facts) const
{
    facts.promises = m_promises;
    facts.components = m_parts.list();
    // Planned work has a purpose, and nothing that was to blame.
    if (m_kind != Kind::Maintenance)
        facts.cause = m_causes.list();
}

} // namespace reading
