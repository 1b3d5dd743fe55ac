// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/causes.h"

#include "reading/quotation.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// The end of the words that begin at `at`: the next sign that parts a sentence.
int endOfWords(const Tokens &tokens, int at)
{
    while (at < int(tokens.size()) && !(tokens[size_t(at)].kind == TokenKind::Symbol &&
                                        QStringView(u",;.()-").contains(tokens[size_t(at)].text)))
        ++at;
    return at;
}

/// "I noticed at once because …", "moved because …", "thanks to all": a reason for something else.
bool isReasonOfAnother(const Analysis &sentence, int marker)
{
    for (const Clause &clause : sentence.clauses) {
        const bool isBefore = clause.begin <= marker;
        if (isBefore && (clause.is(Category::Detects) || clause.is(Category::Cancelled) ||
                         clause.is(Category::Moved) || clause.isAside))
            return true;
    }
    return false;
}

} // namespace

void Causes::takeNamed(const Analysis &sentence, const QString &text)
{
    const Tokens &tokens = sentence.tokens;
    for (int at = 0; at < int(tokens.size()); ++at) {
        const Match marker = m_lexicon.longest(Category::Cause, tokens, at);
        if (!marker)
            continue;
        int begin = at + marker.length;
        if (symbolAt(tokens, begin, u':'))
            ++begin;
        const int end = endOfWords(tokens, begin);
        const bool isNamed = begin < end && tokens[size_t(begin)].isWord() &&
                             !m_lexicon.longest(Category::NoCause, tokens, begin);
        if (isNamed && !isReasonOfAnother(sentence, at))
            addQuotation(m_named, quotation(tokens, text, begin, end));
        at = std::max(at, end - 1);
    }
}

/// "a bad line card was the cause"
void Causes::takeBlamed(const Analysis &sentence, const QString &text)
{
    for (const Clause &clause : sentence.clauses) {
        for (int at = clause.begin + 1; at < clause.end; ++at) {
            if (m_lexicon.longest(Category::Blamed, sentence.tokens, at))
                addQuotation(m_named, quotation(sentence.tokens, text, clause.begin, at));
        }
    }
}

void Causes::takeFault(const Analysis &sentence, const QString &text)
{
    for (const Clause &clause : sentence.clauses) {
        if (!m_fault.isEmpty() || clause.isAside || clause.tense == Tense::Future)
            return;
        for (int at = clause.begin; at < clause.end; ++at) {
            if (m_lexicon.longest(Category::Fault, sentence.tokens, at)) {
                m_fault = quotation(sentence.tokens, text, clause.begin, clause.end);
                break;
            }
        }
    }
}

void Causes::take(const Analysis &sentence, const QString &text)
{
    takeNamed(sentence, text);
    takeBlamed(sentence, text);
    takeFault(sentence, text);
}

QStringList Causes::list() const
{
    if (m_named.isEmpty() && !m_fault.isEmpty())
        return {m_fault};
    return m_named;
}

} // namespace reading
