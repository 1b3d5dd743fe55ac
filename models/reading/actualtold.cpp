// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/role.h"

#include <algorithm>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "[Resolved] Slow pages": the state of the report, not a step of the story.
bool isLabel(const Scene &scene, const Cue &cue)
{
    const Tokens &tokens = scene.sentence->tokens;
    return cue.end - cue.begin == 1 &&
           (symbolAt(tokens, cue.end, u']') || symbolAt(tokens, cue.end, u')') ||
            (cue.begin == 0 &&
             (symbolAt(tokens, cue.end, u':') || symbolAt(tokens, cue.end, u'-'))));
}

} // namespace

namespace {

/// "while we fix it", "to repair": not done yet.
bool isBare(const Tokens &tokens, const Cue &cue)
{
    constexpr QLatin1StringView subjects[] = {"we"_L1, "i"_L1, "they"_L1, "to"_L1, "can"_L1};
    constexpr QLatin1StringView verbs[] = {"fix"_L1,     "repair"_L1,  "resolve"_L1, "solve"_L1,
                                           "restart"_L1, "reboot"_L1,  "replace"_L1, "rebuild"_L1,
                                           "revert"_L1,  "restore"_L1, "sort"_L1,    "patch"_L1};
    return std::any_of(std::begin(subjects), std::end(subjects),
                       [&](auto word) { return wordAt(tokens, cue.begin - 1, word); }) &&
           std::any_of(std::begin(verbs), std::end(verbs),
                       [&](auto word) { return wordAt(tokens, cue.begin, word); });
}

/// "the rollback is in progress", "a restart is still running"
bool isGoingOn(const Tokens &tokens, const Clause &clause, const Cue &cue)
{
    constexpr QLatin1StringView words[] = {"progress"_L1, "underway"_L1, "running"_L1,
                                           "ongoing"_L1,  "pending"_L1,  "ready"_L1,
                                           "rolling"_L1,  "tested"_L1,   "planned"_L1};
    const bool isNow = wordAt(tokens, cue.end, "is"_L1) || wordAt(tokens, cue.end, "are"_L1) ||
                       wordAt(tokens, cue.end, "still"_L1);
    return isNow && clause.tense == Tense::Present &&
           std::any_of(tokens.begin() + cue.end, tokens.begin() + clause.end,
                       [&](const Token &token) {
                           return std::any_of(std::begin(words), std::end(words),
                                              [&](auto word) { return token.text == word; });
                       });
}

/// "we have reported it to the vendor", "I have phoned all nine people"
bool isOurReport(const Tokens &tokens, const Cue &cue)
{
    constexpr QLatin1StringView verbs[] = {"reported"_L1, "phoned"_L1,  "rang"_L1,     "called"_L1,
                                           "mailed"_L1,   "emailed"_L1, "wrote"_L1,    "texted"_L1,
                                           "messaged"_L1, "told"_L1,    "contacted"_L1};
    const int who = wordAt(tokens, cue.begin - 1, "have"_L1) ? cue.begin - 2 : cue.begin - 1;
    return cue.category == Category::Detects &&
           std::any_of(std::begin(verbs), std::end(verbs),
                       [&](auto verb) { return wordAt(tokens, cue.begin, verb); }) &&
           (wordAt(tokens, who, "we"_L1) || wordAt(tokens, who, "i"_L1));
}

/// "nobody told us"
bool isNobodys(const Scene &scene, const Cue &cue)
{
    const Tokens &tokens = scene.sentence->tokens;
    return wordAt(tokens, cue.begin - 1, "nobody"_L1) || wordAt(tokens, cue.begin - 1, "none"_L1) ||
           (wordAt(tokens, cue.begin - 1, "one"_L1) && wordAt(tokens, cue.begin - 2, "no"_L1)) ||
           isOurReport(tokens, cue);
}

/// "It has just come back", "the site just came back": within the last minutes.
bool isJust(const Scene &scene, const Cue &cue)
{
    constexpr int reach = 3; // tokens: "just been restored"
    for (int at = std::max(scene.clause->begin, cue.begin - reach); at < cue.begin; ++at) {
        if (wordAt(scene.sentence->tokens, at, "just"_L1))
            return true;
    }
    return false;
}

} // namespace

/// "Rebooted by hand.", "our clerk restarted the form": told afterwards, that it was done.
bool ActualReader::isDone(const Scene &scene, const Cue &cue) const
{
    const Tokens &tokens = scene.sentence->tokens;
    const bool isParticiple = tokens[size_t(cue.begin)].text.endsWith("ed"_L1);
    if (!m_story.isOver || scene.isTitle || !isParticiple)
        return false;
    if (cue.begin == 0 || tokens[0].text.endsWith("ed"_L1))
        return true;
    // "a switch rebooted" may be the trouble itself.
    const bool isByUs = isOurAction(tokens, *scene.own) || scene.own->is(Category::Person) ||
                        cue.begin <= scene.own->begin + 1 ||
                        (cue.end < scene.own->end && tokens[size_t(cue.end)].isWord());
    if (!isByUs)
        return false;
    // "A typo in a rule blocked all traffic" is what did it.
    constexpr QLatin1StringView causes[] = {
        "typo"_L1,   "bug"_L1,    "rule"_L1,  "mistake"_L1,
        "error"_L1,  "fault"_L1,  "leak"_L1,  "misconfiguration"_L1,
        "change"_L1, "script"_L1, "update"_L1};
    const bool isByCause = std::any_of(
        tokens.begin() + scene.own->begin, tokens.begin() + cue.begin, [&](const Token &token) {
            return std::any_of(std::begin(causes), std::end(causes),
                               [&](auto word) { return token.text == word; });
        });
    const bool isPassive = cue.begin > 0 && (wordAt(tokens, cue.begin - 1, "was"_L1) ||
                                             wordAt(tokens, cue.begin - 1, "were"_L1) ||
                                             wordAt(tokens, cue.begin - 1, "been"_L1));
    if (isByCause && !isPassive && !isOurAction(tokens, *scene.own))
        return false;
    constexpr QLatin1StringView reasons[] = {"after"_L1, "because"_L1, "when"_L1,  "as"_L1,
                                             "if"_L1,    "until"_L1,   "while"_L1, "which"_L1,
                                             "that"_L1,  "since"_L1,   "before"_L1};
    const std::vector<Clause> &clauses = scene.sentence->clauses;
    const auto breaks = [](const Clause &clause) {
        return clause.is(Category::Fails) || clause.is(Category::Bad) ||
               clause.is(Category::Degraded) || clause.is(Category::Negation);
    };
    // "it came back after the host replaced the disk"
    if (scene.own->opener == "after"_L1 && scene.own > clauses.data() &&
        (scene.own - 1)->is(Category::Recovers))
        return true;
    return scene.own->tense == Tense::Past && m_story.actual.hasTiming() &&
           std::none_of(std::begin(reasons), std::end(reasons),
                        [&](QLatin1StringView reason) { return scene.own->opener == reason; }) &&
           std::none_of(clauses.begin() + (scene.own - clauses.data()), clauses.end(), breaks);
}

namespace {

/// "They repaired it at 11:20, and mail has been going out again since then."
bool isSinceThen(const Scene &scene)
{
    const Tokens &tokens = scene.sentence->tokens;
    bool says = false;
    for (int at = scene.own->begin; at <= scene.own->end; ++at) { // "since" opens a clause
        says |= wordAt(tokens, at, "since"_L1) &&
                (wordAt(tokens, at + 1, "then"_L1) || wordAt(tokens, at - 1, "ever"_L1));
    }
    const auto &mentions = scene.sentence->mentions;
    return says && std::any_of(mentions.begin(), mentions.end(), [&](const Mention &mention) {
               return mention.kind == MentionKind::Point && mention.from.clock &&
                      mention.end <= scene.own->begin;
           });
}

} // namespace

void ActualReader::readWithoutTime(const Scene &scene)
{
    if (m_story.kind == Kind::Maintenance || scene.is(Category::Negation) ||
        scene.clause->tense == Tense::Future || scene.own->isAwaited())
        return;
    if (scene.own->is(Category::Futile) || wasInVain(scene)) {
        if (!scene.own->is(Category::Fixes))
            m_story.takeBackRemedy();
        return;
    }
    const std::optional<Resolved> shared = sharedTime(scene);
    if (shared)
        noteStep(scene, Category::Count, *shared);
    if (!scene.isTitle && (scene.own->tense == Tense::Past || scene.own->is(Category::Perfect)) &&
        (isRemedy(scene) || isOurRemedy(scene)))
        m_story.happened(MilestoneName::Fixed, scene);
    for (const Cue &cue : scene.clause->cues) {
        const auto name = milestoneOf(scene, cue.category);
        // "The outage has just ended."
        if (cue.category == Category::Ends && isJust(scene, cue) && justNow(scene).lo)
            m_story.actual.end(justNow(scene), Stated::Relative, scene);
        if (!name)
            continue;
        // A restart may as well be what broke it; only plain words of repair stand alone.
        const bool isPlain = *name == MilestoneName::Fixed && cue.entry->text.isEmpty();
        if (cue.entry->text == "weak"_L1 || isNobodys(scene, cue))
            continue;
        if (isPlain && !scene.is(Category::Perfect) && !isDone(scene, cue))
            continue;
        if (*name == MilestoneName::Fixed &&
            (isUnderWay(scene.sentence->tokens, cue) || isBare(scene.sentence->tokens, cue)))
            continue;
        // "a fix is being tested"
        const bool isBeingDone =
            std::any_of(scene.sentence->tokens.begin() + scene.clause->begin,
                        scene.sentence->tokens.begin() + scene.clause->end,
                        [](const Token &token) { return token.text == "being"_L1; });
        if (*name == MilestoneName::Fixed &&
            (isBeingDone || isGoingOn(scene.sentence->tokens, *scene.clause, cue)))
            continue;
        // "We are restoring last night's copy."
        if (*name == MilestoneName::BackToNormal && isUnderWay(scene.sentence->tokens, cue) &&
            cue.entry->text == "restores"_L1 && scene.clause->tense == Tense::Present)
            continue;
        // "E-mail is working as usual" need not be what had failed.
        if (*name == MilestoneName::BackToNormal && isUnderWay(scene.sentence->tokens, cue) &&
            cue.entry->text.contains("normal"_L1))
            continue;
        if (scene.isTitle && *name == MilestoneName::Fixed && isLabel(scene, cue))
            continue;
        // "Limit raised.", "Logs cleared."
        const QString &last = scene.sentence->tokens[size_t(cue.end - 1)].text;
        const bool isSaidDone = *name == MilestoneName::Fixed && m_story.isOver && !scene.isTitle &&
                                last.endsWith("ed"_L1);
        const bool isWish = wordAt(scene.sentence->tokens, cue.begin - 1, "to"_L1);
        if (isWish || (scene.clause->tense == Tense::Unsaid && scene.revision == 0 && !isSaidDone))
            continue;
        if (*name == MilestoneName::BackToNormal && isJust(scene, cue)) {
            const Bounds at = justNow(scene);
            if (at.lo) {
                const auto since =
                    std::chrono::duration_cast<std::chrono::minutes>(*at.lo - *at.hi);
                m_story.milestonePosted(*name, {int(since.count()), 0}, scene);
                m_story.actual.end(at, Stated::Relative, scene);
            }
            continue;
        }
        if (*name == MilestoneName::BackToNormal && m_story.lastTime && isSinceThen(scene)) {
            const Bounds at{m_story.lastTime, m_story.lastTime};
            m_story.milestoneAt(*name, at, scene);
            m_story.actual.end(at, Stated::Clock, scene);
            continue;
        }
        if (shared && *name == MilestoneName::Fixed)
            m_story.milestoneAt(*name, shared->bounds, scene);
        else
            m_story.happened(*name, scene);
    }
}

} // namespace reading
