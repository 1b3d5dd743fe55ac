// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/promisewords.h"

#include "reading/extract.h"

#include <algorithm>
#include <QStringList>

namespace lint {

using namespace Qt::StringLiterals;

namespace {

bool holdsAny(const reading::Analysis &sentence, int begin, int end, const QStringList &words)
{
    for (int at = begin; at < end; ++at) {
        if (words.contains(sentence.tokens[std::size_t(at)].text))
            return true;
    }
    return false;
}

/// A trigger stands for a date: "when we know more", "if the plan changes", "every half hour".
bool hasTrigger(const reading::Analysis &sentence, int begin)
{
    static const QStringList words{
        u"when"_s,   u"once"_s,   u"until"_s, u"till"_s,     u"if"_s,        u"after"_s,
        u"before"_s, u"every"_s,  u"each"_s,  u"whenever"_s, u"while"_s,     u"during"_s,
        u"unless"_s, u"hourly"_s, u"daily"_s, u"through"_s,  u"throughout"_s};
    // "We are waiting to hear from our provider, and will pass it on."
    if (holdsAny(sentence, 0, begin, {u"waiting"_s, u"awaiting"_s}))
        return true;
    const auto end = int(sentence.tokens.size());
    for (int at = begin; at < end; ++at) {
        if (reading::wordAt(sentence.tokens, at, "soon"_L1) &&
            reading::wordAt(sentence.tokens, at + 1, "as"_L1))
            return true;
    }
    return holdsAny(sentence, begin, end, words);
}

PromisePhrase::Kind kindOf(const reading::Analysis &sentence, int begin, int end)
{
    static const QStringList watch{u"watch"_s, u"watching"_s, u"monitor"_s, u"monitoring"_s,
                                   u"eye"_s};
    static const QStringList tell{u"update"_s,      u"updates"_s,    u"updating"_s, u"updated"_s,
                                  u"post"_s,        u"posting"_s,    u"posted"_s,   u"know"_s,
                                  u"informed"_s,    u"inform"_s,     u"tell"_s,     u"report"_s,
                                  u"reporting"_s,   u"share"_s,      u"sharing"_s,  u"publish"_s,
                                  u"write"_s,       u"writing"_s,    u"say"_s,      u"announce"_s,
                                  u"explanation"_s, u"postmortem"_s, u"account"_s,  u"relay"_s};
    if (holdsAny(sentence, begin, end, watch))
        return PromisePhrase::Watch;
    return holdsAny(sentence, begin, end, tell) ? PromisePhrase::Tell : PromisePhrase::Act;
}

/// Behind the promise, or in front of all: "On Monday we will look into it".
bool hasDate(const reading::Analysis &sentence, int promise)
{
    using enum reading::MentionKind;
    return std::ranges::any_of(sentence.mentions, [&](const reading::Mention &mention) {
        if (mention.begin < promise && mention.begin > 1)
            return false;
        const bool isDue =
            mention.lead == reading::Lead::In || mention.lead == reading::Lead::For ||
            mention.lead == reading::Lead::Within || mention.anchor == reading::Anchor::Next ||
            mention.anchor == reading::Anchor::FromNow;
        return mention.kind == Point || mention.kind == Range || (mention.kind == Length && isDue);
    });
}

/// "We are watching it" tells what is, "we are going to watch it" what is undertaken.
bool isUnderWay(const reading::Tokens &tokens, int begin)
{
    using reading::wordAt;
    const bool isNow = wordAt(tokens, begin + 1, "are"_L1) || wordAt(tokens, begin + 1, "am"_L1) ||
                       wordAt(tokens, begin, "we're"_L1) || wordAt(tokens, begin, "i'm"_L1);
    static const QStringList ahead{u"going"_s, u"planning"_s, u"committed"_s, u"to"_s};
    const int end = std::min(begin + 4, int(tokens.size()));
    for (int at = begin + 1; at < end; ++at) {
        if (ahead.contains(tokens[std::size_t(at)].text))
            return false;
    }
    return isNow;
}

/// Words of a sentence, not of an address.
bool areWords(const reading::Tokens &tokens, int begin)
{
    const auto isJoined = [&](int at) {
        return at < int(tokens.size()) && tokens[std::size_t(at)].glue == reading::Glue::Hyphen;
    };
    return !isJoined(begin) && !isJoined(begin + 1);
}

} // namespace

std::optional<PromisePhrase> promiseIn(const reading::Lexicon &lexicon,
                                       const reading::Analysis &sentence, reading::Kind kind)
{
    const int begin = reading::promiseAt(lexicon, sentence, kind);
    const reading::Tokens &tokens = sentence.tokens;
    if (begin < 0 || isUnderWay(tokens, begin) || !areWords(tokens, begin))
        return std::nullopt;
    int end = int(tokens.size());
    const auto clause = std::ranges::find_if(
        sentence.clauses, [&](const reading::Clause &each) { return each.end > begin + 1; });
    if (clause != sentence.clauses.end())
        end = clause->end;
    while (end > begin + 1 && tokens[std::size_t(end - 1)].kind == reading::TokenKind::Symbol)
        --end;
    PromisePhrase promise;
    promise.start = tokens[std::size_t(begin)].begin;
    promise.length = tokens[std::size_t(end - 1)].end - promise.start;
    promise.kind = kindOf(sentence, begin, end);
    promise.isBound = hasTrigger(sentence, begin) || hasDate(sentence, begin);
    return promise;
}

} // namespace lint
