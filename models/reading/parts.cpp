// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/parts.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxParts = 3;
constexpr int maxNounWords = 3;

bool isTrouble(const Cue &cue)
{
    return cue.category == Category::Work || cue.category == Category::Fails ||
           cue.category == Category::Bad || cue.category == Category::Degraded ||
           cue.category == Category::ReadOnly || cue.category == Category::MaintenanceMode;
}

/// The nouns of a sentence, seen from the words beside them.
class Nouns
{
public:
    Nouns(const Lexicon &lexicon, const Analysis &sentence, const QString &text)
        : m_lexicon(lexicon)
        , m_sentence(sentence)
        , m_tokens(sentence.tokens)
        , m_text(text)
    {}

    /// What stands before `end`: "the card payments | have been".
    [[nodiscard]] QString before(int end, int least) const
    {
        while (end > least && isSmall(end - 1))
            --end;
        if (end > least && !isHead(end - 1))
            return {};
        int begin = end;
        while (begin > least && end - begin < maxNounWords && isNoun(begin - 1))
            --begin;
        const bool isCutShort = begin > least && isNoun(begin - 1);
        return isCutShort ? QString() : words(begin, end);
    }

    /// What stands from `begin` on: "trouble with | the card payments".
    [[nodiscard]] QString behind(int begin, int most) const
    {
        while (begin < most && m_lexicon.longest(Category::Determiner, m_tokens, begin))
            ++begin;
        int end = begin;
        while (end < most && end - begin < maxNounWords && isNoun(end))
            ++end;
        return end > begin && isHead(end - 1) ? words(begin, end) : QString();
    }

    /// The known part that ends at `end`, with what says which: "the booking form".
    [[nodiscard]] QString known(int begin, int end, int least) const
    {
        while (begin > least && end - begin < maxNounWords && isNoun(begin - 1))
            --begin;
        return words(begin, end);
    }

private:
    /// "have been", "is currently": between a noun and what is said of it.
    [[nodiscard]] bool isSmall(int at) const
    {
        if (!m_tokens[size_t(at)].isWord() || isMentioned(at))
            return false;
        for (const Category category :
             {Category::Past, Category::Present, Category::Perfect, Category::Future,
              Category::Running, Category::Filler, Category::Negation, Category::Possible,
              Category::Expect, Category::Again}) {
            if (m_lexicon.longest(category, m_tokens, at))
                return true;
        }
        return m_tokens[size_t(at)].text.endsWith("ly"_L1);
    }

    /// The word that says what it is: no person, and no verb of the past.
    [[nodiscard]] bool isHead(int at) const
    {
        const QString &word = m_tokens[size_t(at)].text;
        return isNoun(at) && !m_lexicon.longest(Category::Person, m_tokens, at) &&
               (!word.endsWith("ed"_L1) || word.endsWith("eed"_L1)) &&
               (!word.endsWith("ing"_L1) || m_lexicon.longest(Category::Component, m_tokens, at));
    }

    [[nodiscard]] bool isNoun(int at) const
    {
        const Token &token = m_tokens[size_t(at)];
        return token.isWord() && !isMentioned(at) &&
               !m_lexicon.longest(Category::Determiner, m_tokens, at) &&
               !m_lexicon.longest(Category::NoPart, m_tokens, at) && !isSmall(at) && !isCue(at);
    }

    [[nodiscard]] bool isCue(int at) const
    {
        return std::any_of(
            m_sentence.clauses.begin(), m_sentence.clauses.end(), [at](const Clause &clause) {
                return std::any_of(clause.cues.begin(), clause.cues.end(), [at](const Cue &cue) {
                    return isTrouble(cue) && cue.begin <= at && at < cue.end;
                });
            });
    }

    [[nodiscard]] bool isMentioned(int at) const
    {
        return std::any_of(
            m_sentence.mentions.begin(), m_sentence.mentions.end(),
            [at](const Mention &mention) { return mention.begin <= at && at < mention.end; });
    }

    [[nodiscard]] QString words(int begin, int end) const
    {
        if (begin >= end)
            return {};
        // A sentence may be put together of places that the text has in another order.
        const qsizetype from = m_tokens[size_t(begin)].begin;
        const qsizetype past = m_tokens[size_t(end - 1)].end;
        return from < past ? m_text.sliced(from, past - from).simplified() : QString();
    }

    const Lexicon &m_lexicon;
    const Analysis &m_sentence;
    const Tokens &m_tokens;
    const QString &m_text;
};

QStringList wordsOf(const QString &part)
{
    return part.toLower().split(u' ');
}

/// "the form" and "the booking form" are one part.
bool isWithin(const QString &part, const QString &other)
{
    const QStringList words = wordsOf(part);
    const QStringList others = wordsOf(other);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return others.contains(word); });
}

void addPart(QStringList &parts, const QString &part)
{
    if (part.size() < 2)
        return;
    for (QString &other : parts) {
        if (isWithin(part, other))
            return;
        if (isWithin(other, part)) {
            other = part;
            return;
        }
    }
    parts += part;
}

} // namespace

void Parts::takeClause(const Analysis &sentence, const Clause &clause, const QString &text,
                       QStringList &into) const
{
    const Nouns nouns(m_lexicon, sentence, text);
    for (const Cue &cue : clause.cues) {
        if (!isTrouble(cue))
            continue;
        const QString subject = nouns.before(cue.begin, clause.begin);
        addPart(into, subject);
        // "trouble with the card payments", "replacing the storage"
        const Match with = m_lexicon.longest(Category::TroubleWith, sentence.tokens, cue.end);
        if (with || cue.category == Category::Work)
            addPart(into, nouns.behind(cue.end + with.length, clause.end));
        if (!subject.isEmpty())
            break;
    }
}

void Parts::takeKnown(const Analysis &sentence, const QString &text)
{
    const Nouns nouns(m_lexicon, sentence, text);
    for (const Clause &clause : sentence.clauses) {
        for (int at = clause.begin; at < clause.end; ++at) {
            const Match known = m_lexicon.longest(Category::Component, sentence.tokens, at);
            if (!known || m_lexicon.longest(Category::NoPart, sentence.tokens, at))
                continue;
            addPart(m_ofTitle, nouns.known(at, at + known.length, clause.begin));
            at += known.length - 1;
        }
    }
}

void Parts::take(const Analysis &sentence, const QString &text, bool isTitle)
{
    if (isTitle)
        takeKnown(sentence, text);
    for (const Clause &clause : sentence.clauses)
        takeClause(sentence, clause, text, isTitle ? m_ofTitle : m_ofBody);
}

QStringList Parts::list() const
{
    QStringList all = m_ofTitle;
    for (const QString &part : m_ofBody)
        addPart(all, part);
    return all.mid(0, maxParts);
}

} // namespace reading
