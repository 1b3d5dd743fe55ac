// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/clause.h"

namespace reading {

/// Collects the parts of a service that a post is about, in its own words without the article. A
/// noun counts only where it stands as what is in trouble ("card payments failed", "trouble with
/// card payments") or what is worked on; that a shop is named somewhere says nothing.
class Parts
{
public:
    explicit Parts(const Lexicon &lexicon)
        : m_lexicon(lexicon)
    {}

    /// `text` is what the tokens of the sentence were cut from.
    void take(const Analysis &sentence, const QString &text, bool isTitle);
    /// At most three, those of the title first.
    [[nodiscard]] QStringList list() const;

private:
    void takeKnown(const Analysis &sentence, const QString &text);
    void takeClause(const Analysis &sentence, const Clause &clause, const QString &text,
                    QStringList &into) const;

    const Lexicon &m_lexicon;
    QStringList m_ofTitle;
    QStringList m_ofBody;
};

} // namespace reading
