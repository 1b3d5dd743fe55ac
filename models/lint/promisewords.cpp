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
bool hasTrigger(const reading::Analysis &sentence, int begin, int end)
{
    static const QStringList words{
        u"when"_s,   u"once"_s,   u"until"_s, u"till"_s,     u"if"_s,        u"after"_s,
        u"before"_s, u"every"_s,  u"each"_s,  u"whenever"_s, u"while"_s,     u"during"_s,
        u"unless"_s, u"hourly"_s, u"daily"_s, u"through"_s,  u"throughout"_s};
    // "We are waiting to hear from our provider, and will pass it on."
    if (holdsAny(sentence, 0, begin, {u"waiting"_s, u"awaiting"_s}))
        return true;
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

bool isDueTime(const reading::Mention &mention)
{
    using enum reading::MentionKind;
    const bool isAhead = mention.lead == reading::Lead::In || mention.lead == reading::Lead::For ||
                         mention.lead == reading::Lead::Within ||
                         mention.anchor == reading::Anchor::Next ||
                         mention.anchor == reading::Anchor::FromNow;
    return mention.kind == Point || mention.kind == Range || (mention.kind == Length && isAhead);
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

bool isOneOf(const reading::Tokens &tokens, int at, const QStringList &words)
{
    return at >= 0 && words.contains(tokens[std::size_t(at)].text);
}

/// Behind another promise it is one of its own where it is joined on: "…, and on Friday we will
/// …". "What we will do about it" is not.
bool isJoinedOn(const reading::Analysis &sentence, int begin)
{
    static const QStringList joints{u"and"_s, u"but"_s, u","_s, u";"_s,
                                    u":"_s,   u"-"_s,   u"–"_s, u"—"_s};
    static const QStringList between{u"then"_s, u"also"_s, u"afterwards"_s, u"later"_s, u"so"_s};
    if (isOneOf(sentence.tokens, begin, joints))
        return true;
    int before = begin - 1;
    for (bool moved = true; moved;) {
        moved = isOneOf(sentence.tokens, before, between);
        before -= moved ? 1 : 0;
        for (const reading::Mention &mention : sentence.mentions) {
            if (mention.end == before + 1 && mention.begin < mention.end) {
                before = mention.begin - 1;
                moved = true;
            }
        }
    }
    return isOneOf(sentence.tokens, before, joints);
}

/// Where the promises of a sentence begin.
std::vector<int> beginsIn(const reading::Lexicon &lexicon, const reading::Analysis &sentence,
                          reading::Kind kind)
{
    std::vector<int> begins;
    int at = reading::promiseAt(lexicon, sentence, kind);
    for (bool isFirst = true; at >= 0; isFirst = false) {
        const bool isPromise = !isUnderWay(sentence.tokens, at) && areWords(sentence.tokens, at);
        if (isPromise && (isFirst || isJoinedOn(sentence, at)))
            begins.push_back(at);
        // "and we'll" is one, and not "we'll" once more.
        const int who = lexicon.longest(reading::Category::Undertaker, sentence.tokens, at).length;
        at = reading::promiseAt(lexicon, sentence, kind, true, at + std::max(1, who));
    }
    return begins;
}

/// "and will test it": who does it stands before, and so may the day.
bool sharesSubject(const reading::Tokens &tokens, int begin)
{
    const bool isJoint = isOneOf(tokens, begin, {u"and"_s, u"but"_s, u"then"_s});
    return reading::wordAt(tokens, begin + (isJoint ? 1 : 0), "will"_L1);
}

/// Without the joint that leads to the next one.
int endBefore(const reading::Tokens &tokens, int begin, int next)
{
    int end = next;
    while (end > begin + 1 && (tokens[std::size_t(end - 1)].kind == reading::TokenKind::Symbol ||
                               isOneOf(tokens, end - 1, {u"and"_s, u"but"_s})))
        --end;
    return end;
}

FoundPromise promiseFrom(const reading::Analysis &sentence, int begin, int next)
{
    const reading::Tokens &tokens = sentence.tokens;
    FoundPromise found;
    found.begin = begin;
    found.end = next;
    const auto clause = std::ranges::find_if(
        sentence.clauses, [&](const reading::Clause &each) { return each.end > begin + 1; });
    const int stop = clause == sentence.clauses.end() ? next : std::min(clause->end, next);
    const int end = endBefore(tokens, begin, stop);
    PromisePhrase &phrase = found.phrase;
    phrase.start = tokens[std::size_t(begin)].begin;
    phrase.length = tokens[std::size_t(end - 1)].end - phrase.start;
    const bool isLast = next == int(tokens.size());
    phrase.reach = tokens[std::size_t((isLast ? next : endBefore(tokens, begin, next)) - 1)].end;
    phrase.kind = kindOf(sentence, begin, end);
    return found;
}

} // namespace

bool FoundPromise::takes(const reading::Mention &mention) const
{
    return (mention.begin >= begin && mention.begin < end) || (sharesOpening && mention.begin <= 1);
}

std::vector<FoundPromise> promisesIn(const reading::Lexicon &lexicon,
                                     const reading::Analysis &sentence, reading::Kind kind)
{
    const std::vector<int> begins = beginsIn(lexicon, sentence, kind);
    std::vector<FoundPromise> promises;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const int next = i + 1 < begins.size() ? begins[i + 1] : int(sentence.tokens.size());
        FoundPromise found = promiseFrom(sentence, begins[i], next);
        const auto isDue = [&](const reading::Mention &mention) {
            return found.takes(mention) && isDueTime(mention);
        };
        bool hasDate = std::ranges::any_of(sentence.mentions, isDue);
        if (!hasDate && (i == 0 || sharesSubject(sentence.tokens, begins[i]))) {
            found.sharesOpening = true;
            hasDate = std::ranges::any_of(sentence.mentions, isDue);
        }
        found.phrase.isBound = hasDate || hasTrigger(sentence, begins[i], next);
        promises.push_back(std::move(found));
    }
    return promises;
}

} // namespace lint
