// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/kind.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

bool isFuture(const Clause &clause)
{
    return clause.tense == Tense::Future;
}

/// "maintenance", "upgrade"; a restart or a release may as well be what broke it.
bool isPlainWork(const Clause &clause)
{
    return std::any_of(clause.cues.begin(), clause.cues.end(), [](const Cue &cue) {
        return cue.category == Category::Work && cue.entry->text == "plain"_L1;
    });
}

bool namesTime(const Analysis &sentence, const Clause &clause)
{
    return std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
        const MentionKind kind = sentence.mentions[size_t(number)].kind;
        return kind == MentionKind::Point || kind == MentionKind::Range;
    });
}

/// Something could not be used at all.
bool cutsOff(const Clause &clause)
{
    return std::any_of(clause.cues.begin(), clause.cues.end(), [](const Cue &cue) {
        return (cue.category == Category::Fails && cue.entry->text.isEmpty()) ||
               (cue.category == Category::Bad && !cue.entry->text.isEmpty() &&
                cue.entry->text != "faulty"_L1);
    });
}

/// "we had an outage"
bool hadOutage(const Analysis &sentence, const Clause &clause)
{
    return clause.tense == Tense::Past &&
           std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
               return cue.category == Category::Bad &&
                      sentence.tokens[size_t(cue.end - 1)].text == "outage"_L1;
           });
}

bool isFaulty(const Clause &clause)
{
    return std::any_of(clause.cues.begin(), clause.cues.end(), [](const Cue &cue) {
        return cue.category == Category::Bad && cue.entry->text == "faulty"_L1;
    });
}

/// "it has been so since about 10:40"
bool isRunningSince(const Analysis &sentence, const Clause &clause)
{
    return clause.tense == Tense::Present &&
           std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
               const Mention &mention = sentence.mentions[size_t(number)];
               return mention.kind == MentionKind::Point && mention.lead == Lead::From &&
                      wordAt(sentence.tokens, mention.begin, "since"_L1);
           });
}

/// "login trouble", "an incident": never a word for planned work.
bool namesTrouble(const Analysis &sentence, const Clause &clause)
{
    constexpr QLatin1StringView stems[] = {"incident"_L1, "issue"_L1,   "problem"_L1,  "trouble"_L1,
                                           "fault"_L1,    "failure"_L1, "difficult"_L1};
    return std::any_of(clause.cues.begin(), clause.cues.end(), [&](const Cue &cue) {
        const QString &word = sentence.tokens[size_t(cue.begin)].text;
        return cue.category == Category::Bad &&
               std::any_of(std::begin(stems), std::end(stems),
                           [&](QLatin1StringView stem) { return word.startsWith(stem); });
    });
}

/// "On Sunday from 1 to 5 the shop takes a nap": the present tense with a day tells a plan.
bool isScheduled(const Analysis &sentence, const Clause &clause)
{
    if (clause.tense != Tense::Present || clause.is(Category::Perfect) ||
        clause.is(Category::Ongoing) || clause.is(Category::Running))
        return false;
    return std::any_of(clause.mentions.begin(), clause.mentions.end(), [&](int number) {
        const Mention &mention = sentence.mentions[size_t(number)];
        return (mention.kind == MentionKind::Point || mention.kind == MentionKind::Range) &&
               mention.from.clock && (mention.from.day.weekday || mention.from.day.month) &&
               !wordAt(sentence.tokens, mention.begin, "since"_L1);
    });
}

bool tellsTrouble(const Analysis &sentence)
{
    return sentence.has(Category::Fails) || sentence.has(Category::Bad) ||
           sentence.has(Category::Degraded) || sentence.has(Category::Apology);
}

bool tellsWork(const Analyses &sentences)
{
    return std::any_of(sentences.begin(), sentences.end(), [](const Analysis &sentence) {
        return std::any_of(sentence.clauses.begin(), sentence.clauses.end(), isPlainWork);
    });
}

/// What can still be read is not down, whatever else is impossible.
bool tellsReadOnly(const Analyses &sentences)
{
    return std::any_of(sentences.begin(), sentences.end(), [](const Analysis &sentence) {
        return std::any_of(sentence.clauses.begin(), sentence.clauses.end(),
                           [](const Clause &clause) {
                               return clause.is(Category::ReadOnly) && !isFuture(clause);
                           });
    });
}

/// The first sentence tells of slowness or lateness and of nothing worse.
bool opensDegraded(const Analyses &sentences)
{
    return !sentences.empty() && sentences.front().has(Category::Degraded) &&
           std::none_of(sentences.front().clauses.begin(), sentences.front().clauses.end(),
                        cutsOff);
}

bool tellsPastFailure(const Analyses &sentences)
{
    return std::any_of(sentences.begin(), sentences.end(), [](const Analysis &sentence) {
        return std::any_of(sentence.clauses.begin(), sentence.clauses.end(),
                           [](const Clause &clause) {
                               return clause.is(Category::Fails) && clause.tense == Tense::Past &&
                                      clause.ownTense && !clause.isAside;
                           });
    });
}

/// Points for planned work minus points for trouble.
int workScore(const Analyses &sentences, bool isTitle, bool isTold, bool isTroubled)
{
    int score = 0;
    for (const Analysis &sentence : sentences) {
        for (const Clause &clause : sentence.clauses) {
            if (clause.isAside)
                continue;
            const bool isTrouble = clause.is(Category::Fails) || clause.is(Category::Bad) ||
                                   clause.is(Category::Degraded);
            // A post that opens with planned work, and no trouble, is about it.
            const bool opens = !isTitle && &sentence == &sentences.front();
            if (opens && isPlainWork(clause) && !isTrouble && !tellsTrouble(sentence))
                score += 2;
            if (isPlainWork(clause))
                score += isTitle ? 6 : isFuture(clause) ? 3 : 2;
            else if (clause.is(Category::Work))
                score += isTitle ? 3 : isFuture(clause) ? 2 : 0;
            if ((clause.is(Category::Cancelled) || clause.is(Category::Moved)) && isTitle)
                score += 2;
            if (clause.is(Category::MaintenanceMode))
                score += 2;
            if (isFuture(clause) && !clause.is(Category::Recovers) && namesTime(sentence, clause))
                score += 2;
            if (isScheduled(sentence, clause) && !isTrouble)
                score += 2;
            if (clause.is(Category::Predicted) && !clause.is(Category::Expect))
                score += 1;
            if (!isFuture(clause) && isRunningSince(sentence, clause))
                score -= 4;
            if (isTitle && namesTrouble(sentence, clause) && !isPlainWork(clause))
                score -= 4;
            if (isTrouble && !isPlainWork(clause))
                score += isFuture(clause) ? 1 : !isTitle ? -2 : isTold ? -6 : 0;
            if (isFuture(clause))
                continue;
            if (clause.is(Category::Apology))
                score -= 1;
            if (clause.is(Category::Alert) || clause.is(Category::Detects))
                score -= 2;
            if (clause.is(Category::Fixes) && !clause.is(Category::Work))
                score -= 1;
            if (clause.tense == Tense::Past && clause.ownTense && namesTime(sentence, clause) &&
                isTroubled)
                score -= 2;
            if ((clause.is(Category::Ongoing) || clause.is(Category::Running)) && isTrouble)
                score -= 2;
        }
    }
    return score;
}

} // namespace

Kind kindOf(const Analyses &title, const Analyses &post, bool namesComing)
{
    // "Donation page offline on Sunday" is no trouble while the post tells of none.
    const bool isTold = std::any_of(post.begin(), post.end(), [](const Analysis &sentence) {
        return std::any_of(sentence.clauses.begin(), sentence.clauses.end(),
                           [](const Clause &clause) {
                               return !isFuture(clause) && !clause.isAside &&
                                      (cutsOff(clause) || clause.is(Category::Bad) ||
                                       clause.is(Category::Degraded));
                           });
    });
    const int coming = namesComing ? 4 : 0;
    const bool isTroubled = std::any_of(title.begin(), title.end(), tellsTrouble) ||
                            std::any_of(post.begin(), post.end(), tellsTrouble) ||
                            (!tellsWork(title) && !tellsWork(post));
    // Trouble that was, and no word of planned work but of what comes of it.
    const bool isNoWork = !tellsWork(title) && !tellsWork(post) && tellsPastFailure(post) &&
                          std::none_of(title.begin(), title.end(), [](const Analysis &sentence) {
                              return sentence.has(Category::Work);
                          });
    // Trouble in the title, work nowhere, and no time that is to come.
    const auto hasWork = [](const Analysis &sentence) {
        return sentence.has(Category::Work);
    };
    const auto plans = [](const Analysis &sentence) {
        return std::any_of(
            sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause &one) {
                return isFuture(one) && !one.isAside &&
                       (namesTime(sentence, one) || one.is(Category::Bad) ||
                        one.is(Category::Fails) || one.is(Category::MaintenanceMode));
            });
    };
    const bool isTrouble = std::any_of(title.begin(), title.end(), tellsTrouble) && !namesComing &&
                           std::none_of(title.begin(), title.end(), hasWork) &&
                           std::none_of(post.begin(), post.end(), hasWork) &&
                           std::none_of(title.begin(), title.end(), plans) &&
                           std::none_of(post.begin(), post.end(), plans);
    if (!isNoWork && !isTrouble &&
        workScore(title, true, isTold, isTroubled) + workScore(post, false, isTold, isTroubled) +
                coming >
            0)
        return Kind::Maintenance;
    bool isCutOff = false;
    const bool isReadOnly = tellsReadOnly(title) || tellsReadOnly(post);
    bool isDegraded = isReadOnly || (opensDegraded(title) && opensDegraded(post));
    for (const Analyses *sentences : {&title, &post}) {
        for (const Analysis &sentence : *sentences) {
            for (const Clause &clause : sentence.clauses) {
                if (isFuture(clause) || clause.isAside)
                    continue;
                const bool isCut = cutsOff(clause);
                // Behind slowness, only what has a time of its own makes an outage of it, or
                // what is called one.
                isCutOff |=
                    isCut && (!isDegraded || namesTime(sentence, clause) ||
                              (sentences == &title && !isReadOnly) || hadOutage(sentence, clause));
                isDegraded |= !isCutOff && (clause.is(Category::Degraded) || isFaulty(clause));
            }
        }
    }
    return isDegraded && !isCutOff ? Kind::Degradation : Kind::Outage;
}

namespace {

/// "Done: planned work", whose last words alone would tell of what is to come.
bool isLabelledOver(const Analyses &title)
{
    if (title.empty() || title.front().clauses.size() < 2)
        return false;
    const std::vector<Clause> &clauses = title.front().clauses;
    const Clause &label = clauses.front();
    constexpr int longest = 3; // tokens, the colon among them
    return clauses[1].opener == ":"_L1 && label.end - label.begin <= longest &&
           (label.is(Category::Ends) || label.is(Category::Recovers));
}

} // namespace

EntryMode entryModeOf(Kind kind, const Analyses &title, const Analyses &post, bool hasUpdates,
                      bool namesComing)
{
    bool isAhead = false;
    bool isOngoing = false;
    bool isPast = false;
    bool isTold = false; // "at 6:15 this morning we restarted the database"
    const bool isDone = isLabelledOver(title);
    for (const Analyses *sentences : {&title, &post}) {
        for (const Analysis &sentence : *sentences) {
            for (const Clause &clause : sentence.clauses) {
                // What is called off or moved has not been.
                isAhead |= kind == Kind::Maintenance && clause.is(Category::Cancelled) &&
                           !clause.is(Category::Recovers);
                isAhead |= !(isDone && sentences == &title) && isFuture(clause) &&
                           (clause.is(Category::Work) || clause.is(Category::Bad));
                isOngoing |= clause.tense == Tense::Present && clause.is(Category::Ongoing) &&
                             !clause.is(Category::Recovers);
                if (clause.isAside)
                    continue;
                const bool isTrouble = clause.is(Category::Bad) || clause.is(Category::Degraded) ||
                                       clause.is(Category::Fails);
                isOngoing |= clause.tense == Tense::Present && !clause.is(Category::Recovers) &&
                             isTrouble && (clause.ownTense || clause.is(Category::Running));
                isPast |= clause.tense == Tense::Past && !(hasUpdates && sentences == &title);
                isTold |= sentences == &post && clause.tense == Tense::Past && clause.ownTense &&
                          (clause.is(Category::Work) || clause.is(Category::Takes)) &&
                          namesTime(sentence, clause);
            }
        }
    }
    // The title of a post with updates may have been changed with the last of them.
    const bool isOver = saysOver(post) || (!hasUpdates && saysOver(title));
    if (kind == Kind::Maintenance)
        return isAhead || namesComing || !isPast || (!isOver && !isTold) ? EntryMode::Planned
                                                                         : EntryMode::Retrospective;
    if (isOver)
        return EntryMode::Retrospective;
    return isOngoing || !isPast || hasUpdates ? EntryMode::Live : EntryMode::Retrospective;
}

} // namespace reading
