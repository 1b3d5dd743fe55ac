// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/clause.h"

namespace reading {

/// Collects what a post says was the cause, in its own words: what it names so ("because of", "was
/// to blame"), and if it names nothing, the first sentence that tells of a fault ("a disk had
/// filled up").
class Causes
{
public:
    explicit Causes(const Lexicon &lexicon)
        : m_lexicon(lexicon)
    {}

    /// `text` is what the tokens of the sentence were cut from.
    void take(const Analysis &sentence, const QString &text);
    [[nodiscard]] QStringList list() const;

private:
    void takeNamed(const Analysis &sentence, const QString &text);
    void takeBlamed(const Analysis &sentence, const QString &text);
    void takeFault(const Analysis &sentence, const QString &text);

    const Lexicon &m_lexicon;
    QStringList m_named;
    QString m_fault;
};

} // namespace reading
