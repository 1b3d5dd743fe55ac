// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/cuecheck.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "four times the memory"
bool isFactor(const Lexicon &lexicon, const Tokens &tokens, int at)
{
    return wordAt(tokens, at, "times"_L1) &&
           (wordAt(tokens, at + 1, "the"_L1) || wordAt(tokens, at + 1, "as"_L1) ||
            lexicon.longest(Category::More, tokens, at + 1));
}

/// "several school buses", as against "several short outages"
bool countsOthers(const Lexicon &lexicon, const Tokens &tokens, int at, int length)
{
    const QString &word = tokens[size_t(at)].text;
    if (word != "several"_L1 && word != "multiple"_L1 && word != "a"_L1)
        return false;
    for (int next = at; next < std::min(int(tokens.size()), at + length + 4); ++next) {
        if (lexicon.longest(Category::Plural, tokens, next) ||
            lexicon.longest(Category::Bad, tokens, next) ||
            lexicon.longest(Category::Unit, tokens, next))
            return false;
    }
    return true;
}

/// "everything is off for 20 minutes", as against "the work is off"
bool isSwitchedOff(const Lexicon &lexicon, const Tokens &tokens, int at, int length)
{
    const int next = at + length;
    return wordAt(tokens, next - 1, "off"_L1) &&
           (wordAt(tokens, next, "for"_L1) || wordAt(tokens, next, "while"_L1) ||
            lexicon.longest(Category::FromPoint, tokens, next) ||
            lexicon.longest(Category::ToPoint, tokens, next));
}

/// "we are adding an alert", "faster than any alarm": no alarm that went off.
bool isThing(const Tokens &tokens, const Clause &clause, int at)
{
    constexpr QLatin1StringView words[] = {
        "add"_L1,      "adding"_L1, "added"_L1,  "set"_L1,    "setting"_L1, "build"_L1,
        "building"_L1, "new"_L1,    "more"_L1,   "better"_L1, "any"_L1,     "no"_L1,
        "than"_L1,     "need"_L1,   "proper"_L1, "extra"_L1,  "missing"_L1, "without"_L1,
        "have"_L1,     "put"_L1,    "install"_L1};
    constexpr int reach = 4; // tokens
    for (int before = std::max(clause.begin, at - reach); before < at; ++before) {
        if (std::any_of(std::begin(words), std::end(words),
                        [&](QLatin1StringView word) { return wordAt(tokens, before, word); }))
            return tokens[size_t(at)].text.startsWith("al"_L1);
    }
    return false;
}

/// "so that it can't happen twice", "nobody gets charged twice"
bool isTwiceNever(const Tokens &tokens, const Clause &clause, int at)
{
    if (!wordAt(tokens, at, "twice"_L1))
        return false;
    constexpr QLatin1StringView words[] = {"can't"_L1, "won't"_L1,   "nobody"_L1, "no"_L1,
                                           "never"_L1, "not"_L1,     "cannot"_L1, "charged"_L1,
                                           "paid"_L1,  "billed"_L1,  "booked"_L1, "think"_L1,
                                           "sent"_L1,  "ordered"_L1, "pay"_L1,    "order"_L1};
    return std::any_of(tokens.begin() + clause.begin, tokens.begin() + at, [&](const Token &token) {
        return std::any_of(std::begin(words), std::end(words),
                           [&](QLatin1StringView word) { return token.text == word; });
    });
}

/// "customers saw an error page": what they felt; that anybody heard of it is not said.
bool isOthersSight(const Tokens &tokens, const Clause &clause, const Match &match, int at)
{
    constexpr QLatin1StringView verbs[] = {"found"_L1, "saw"_L1, "met"_L1, "got"_L1, "hit"_L1};
    constexpr QLatin1StringView viewers[] = {
        "you"_L1,     "customers"_L1, "users"_L1,   "people"_L1, "visitors"_L1,  "everyone"_L1,
        "members"_L1, "players"_L1,   "readers"_L1, "they"_L1,   "everybody"_L1, "anyone"_L1};
    constexpr int reach = 3; // tokens: "customers only saw"
    const auto isOne = [&](int token, const auto &words) {
        return std::any_of(std::begin(words), std::end(words),
                           [&](auto word) { return wordAt(tokens, token, word); });
    };
    if (match.entry->category != Category::Detects || match.length < 2 || !isOne(at, verbs))
        return false;
    for (int before = std::max(clause.begin, at - reach); before < at; ++before) {
        if (isOne(before, viewers))
            return true;
    }
    return false;
}

/// "We replaced the failing memory": what it was that we did something to.
bool isAttribute(const Tokens &tokens, const Clause &clause, const Match &match, int at)
{
    const Category category = match.entry->category;
    if ((category != Category::Bad && category != Category::Fails &&
         category != Category::Degraded) ||
        match.length != 1 || at + 1 >= clause.end || at < clause.begin + 3)
        return false;
    constexpr QLatin1StringView subjects[] = {"we"_L1, "i"_L1, "we've"_L1, "i've"_L1, "they"_L1};
    constexpr QLatin1StringView articles[] = {"the"_L1,  "a"_L1,   "our"_L1,
                                              "that"_L1, "its"_L1, "one"_L1};
    constexpr QLatin1StringView states[] = {"had"_L1, "have"_L1, "saw"_L1, "see"_L1,
                                            "got"_L1, "were"_L1, "was"_L1, "suffered"_L1};
    constexpr QLatin1StringView nouns[] = {"site"_L1, "service"_L1, "hour"_L1, "period"_L1,
                                           "time"_L1, "server"_L1,  "for"_L1,  "at"_L1};
    const auto isOne = [&](int token, const auto &words) {
        return std::any_of(std::begin(words), std::end(words),
                           [&](auto word) { return wordAt(tokens, token, word); });
    };
    const QString &word = tokens[size_t(at)].text;
    const bool isAdjective = word.endsWith("ed"_L1) || word.endsWith("ing"_L1) ||
                             word.endsWith("n"_L1) || word.endsWith("ck"_L1) ||
                             word.endsWith("y"_L1) || word == "bad"_L1 || word == "dead"_L1;
    const int who = isOne(clause.begin, subjects) ? clause.begin : clause.begin + 1;
    return isAdjective && isOne(who, subjects) && !isOne(who + 1, states) &&
           isOne(at - 1, articles) && tokens[size_t(at + 1)].isWord() && !isOne(at + 1, nouns);
}

bool isTroubleNoun(const Tokens &tokens, int at)
{
    constexpr QLatin1StringView stems[] = {
        "problem"_L1, "issue"_L1,    "error"_L1,   "trouble"_L1, "fault"_L1,   "outage"_L1,
        "delay"_L1,   "slowness"_L1, "failure"_L1, "symptom"_L1, "timeout"_L1, "difficult"_L1};
    const QString &word = tokens[size_t(at)].text;
    return std::any_of(std::begin(stems), std::end(stems),
                       [&](QLatin1StringView stem) { return word.startsWith(stem); });
}

} // namespace

bool startsWithUs(const Tokens &tokens, const Clause &clause)
{
    for (int at = clause.begin; at < std::min(clause.end, clause.begin + 2); ++at) {
        if (wordAt(tokens, at, "we"_L1) || wordAt(tokens, at, "i"_L1))
            return true;
    }
    return false;
}

bool isDenied(const Lexicon &lexicon, const Tokens &tokens, const Clause &clause,
              const Match &match, int at)
{
    const Category category = match.entry->category;
    // "the maintenance of tonight is off until further notice" is withdrawn.
    const bool isOfWork = std::any_of(clause.cues.begin(), clause.cues.end(), [](const Cue &cue) {
        return cue.category == Category::Work && cue.entry->text == "plain"_L1;
    });
    if (category == Category::Cancelled && !isOfWork &&
        isSwitchedOff(lexicon, tokens, at, match.length))
        return true;
    if (category == Category::Several && (isFactor(lexicon, tokens, at + match.length - 1) ||
                                          countsOthers(lexicon, tokens, at, match.length)))
        return true;
    if (category == Category::Alert && isThing(tokens, clause, at))
        return true;
    // "which is 31 MB"
    if (category == Category::Lasts && match.entry->text == "copula"_L1 &&
        !parseLength(lexicon, tokens, at + match.length))
        return true;
    // "a push that failed can be repeated"
    if (category == Category::Several && wordAt(tokens, at, "repeated"_L1) &&
        (wordAt(tokens, at - 1, "be"_L1) || wordAt(tokens, at - 1, "been"_L1)))
        return true;
    if (category == Category::Several && isTwiceNever(tokens, clause, at))
        return true;
    // "We are aware of the problem" says no more than the post does.
    if (category == Category::Detects && wordAt(tokens, at, "aware"_L1) &&
        (wordAt(tokens, at - 1, "are"_L1) || wordAt(tokens, at - 1, "is"_L1) ||
         wordAt(tokens, at - 1, "we're"_L1) || wordAt(tokens, at - 1, "i'm"_L1)))
        return true;
    // "They've told us it was fixed at 18:10" tells of the repair.
    if (category == Category::Detects && wordAt(tokens, at, "told"_L1) &&
        (wordAt(tokens, at - 1, "they've"_L1) || wordAt(tokens, at - 1, "they"_L1) ||
         wordAt(tokens, at - 2, "they"_L1)) &&
        (wordAt(tokens, at + 2, "it"_L1) || wordAt(tokens, at + 2, "that"_L1)))
        return true;
    // "our host tells us that it will be up at six": no news of the trouble.
    const int last = at + match.length - 1;
    const bool isTold =
        category == Category::Detects && wordAt(tokens, last, "us"_L1) &&
        (wordAt(tokens, last - 1, "tell"_L1) || wordAt(tokens, last - 1, "tells"_L1));
    if (isTold || isAttribute(tokens, clause, match, at) ||
        isOthersSight(tokens, clause, match, at))
        return true;
    // "started answering again" tells of what recovers.
    if (category == Category::Fixes && tokens[size_t(at)].text.startsWith("start"_L1) &&
        match.length > 1 && tokens[size_t(at + 1)].text.endsWith("ing"_L1))
        return true;
    // "I stopped the second one" is a remedy, "it stopped" is trouble.
    if (category == Category::Fails && match.length == 1 && wordAt(tokens, at, "stopped"_L1) &&
        (wordAt(tokens, at - 1, "we"_L1) || wordAt(tokens, at - 1, "i"_L1)))
        return true;
    // "we limited its rate" is a remedy.
    constexpr QLatin1StringView subjects[] = {"we"_L1, "i"_L1, "we've"_L1, "i've"_L1, "have"_L1};
    const bool isOurs =
        std::any_of(std::begin(subjects), std::end(subjects),
                    [&](QLatin1StringView word) { return wordAt(tokens, at - 1, word); });
    if (category == Category::Degraded && isOurs && tokens[size_t(at)].text.endsWith("ed"_L1))
        return true;
    if (category != Category::Degraded && !(category == Category::Bad && isTroubleNoun(tokens, at)))
        return false;
    for (int before = at - 1; before >= std::max(clause.begin, at - 3); --before) {
        if (wordAt(tokens, before, "no"_L1) || wordAt(tokens, before, "without"_L1) ||
            wordAt(tokens, before, "zero"_L1))
            return true;
    }
    return false;
}

void tellsClearing(const Tokens &tokens, Clause &clause)
{
    for (Cue &cue : clause.cues) {
        const QString &before = cue.begin > 0 ? tokens[size_t(cue.begin - 1)].text : QString();
        const bool isCleared =
            cue.category == Category::Fixes && cue.begin > clause.begin &&
            cue.end == cue.begin + 1 && wordAt(tokens, cue.begin, "cleared"_L1) &&
            !startsWithUs(tokens, clause) && before != "was"_L1 && before != "were"_L1 &&
            before != "been"_L1 && !clause.is(Category::Person);
        const bool hasObject =
            cue.end < clause.end && tokens[size_t(cue.end)].isWord() &&
            !wordAt(tokens, cue.end, "at"_L1) && !wordAt(tokens, cue.end, "by"_L1) &&
            !wordAt(tokens, cue.end, "around"_L1) && !wordAt(tokens, cue.end, "just"_L1) &&
            !wordAt(tokens, cue.end, "about"_L1);
        if (!isCleared || hasObject)
            continue;
        cue.category = Category::Recovers;
        clause.has.set(size_t(Category::Recovers));
    }
}

void tellsGoing(const Analysis &sentence, Clause &clause)
{
    static const Entry gone{Category::Fails, {}, {}};
    for (const int number : clause.mentions) {
        const Mention &mention = sentence.mentions[size_t(number)];
        const int at = mention.begin - 1;
        const bool isTime = mention.kind == MentionKind::Point && mention.from.clock &&
                            (mention.lead == Lead::At || mention.lead == Lead::None);
        if (!isTime || at < clause.begin || !wordAt(sentence.tokens, at, "went"_L1))
            continue;
        clause.cues.push_back({Category::Fails, &gone, at, at + 1});
        clause.has.set(size_t(Category::Fails));
    }
}

namespace {

/// "errors are back at normal levels", as against "the errors are back at 3 pm"
bool isNormalBehind(const Tokens &tokens, const Clause &clause, int at)
{
    constexpr QLatin1StringView words[] = {"normal"_L1, "normals"_L1, "usual"_L1, "baseline"_L1,
                                           "zero"_L1,   "nothing"_L1, "none"_L1,  "ordinary"_L1};
    constexpr int reach = 4; // tokens
    return std::any_of(tokens.begin() + at, tokens.begin() + std::min(clause.end, at + reach),
                       [&](const Token &token) {
                           return std::any_of(std::begin(words), std::end(words),
                                              [&](auto word) { return token.text == word; });
                       });
}

} // namespace

void tellsRestart(const Analysis &sentence, Clause &clause)
{
    const auto stopped = [&](const Clause &before) {
        return &before < &clause &&
               std::any_of(before.cues.begin(), before.cues.end(), [&](const Cue &cue) {
                   return cue.category == Category::Fails &&
                          sentence.tokens[size_t(cue.begin)].text.startsWith("stop"_L1);
               });
    };
    for (Cue &cue : clause.cues) {
        const bool isAnew = cue.category == Category::Begins &&
                            wordAt(sentence.tokens, cue.end, "again"_L1) &&
                            sentence.tokens[size_t(cue.begin)].text.startsWith("start"_L1);
        if (!isAnew || !std::any_of(sentence.clauses.begin(), sentence.clauses.end(), stopped))
            continue;
        cue.category = Category::Recovers;
        clause.has.set(size_t(Category::Recovers));
        clause.has.reset(size_t(Category::Again));
        clause.has.reset(size_t(Category::Begins));
    }
}

void tellsRelapse(const Tokens &tokens, Clause &clause)
{
    for (Cue &cue : clause.cues) {
        const bool returns =
            cue.category == Category::Recovers && !cue.entry->text.contains("normal"_L1) &&
            !wordAt(tokens, cue.end, "to"_L1) && !wordAt(tokens, cue.end, "under"_L1) &&
            !isNormalBehind(tokens, clause, cue.begin) &&
            !isNormalBehind(tokens, clause, cue.end) &&
            std::any_of(tokens.begin() + cue.begin, tokens.begin() + cue.end,
                        [](const Token &token) {
                            return token.text == "back"_L1 || token.text.startsWith("return"_L1);
                        });
        const bool isTrouble = returns && [&] {
            for (int at = cue.begin - 1; at >= std::max(clause.begin, cue.begin - 3); --at) {
                if (isTroubleNoun(tokens, at))
                    return true;
            }
            return false;
        }();
        if (!isTrouble)
            continue;
        cue.category = Category::Fails;
        clause.has.reset(size_t(Category::Recovers));
        clause.has.set(size_t(Category::Fails));
        clause.has.set(size_t(Category::Again));
        return;
    }
}

} // namespace reading
