// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/story.h"

#include <algorithm>
#include <utility>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t maxEstimates = 200;

MilestoneFrom asFrom(MilestoneName name)
{
    switch (name) {
    case MilestoneName::FirstAlert:
        return MilestoneFrom::FirstAlert;
    case MilestoneName::Detected:
        return MilestoneFrom::Detected;
    case MilestoneName::Fixed:
    case MilestoneName::BackToNormal:
        return MilestoneFrom::Fixed;
    }
    return MilestoneFrom::Started;
}

} // namespace

Milestone &Story::open(MilestoneName name, const Scene &scene)
{
    milestoneRevision.try_emplace(name, scene.revision);
    return milestones[name];
}

void Story::follow(MilestoneName name)
{
    lastEvent = asFrom(name);
    lastEventSentence = sentence;
}

/// A story told afterwards that ends with "it was back at 10:20" gives the end of the trouble. The
/// milestone is a step of its own: chained to another, told while it ran, or "back to normal".
void Story::noteEnd(MilestoneName name, const Scene &scene)
{
    if (name != MilestoneName::BackToNormal)
        return;
    const auto tellsNormal = [&](const Cue &cue) {
        return cue.category == Category::Recovers &&
               (cue.entry->text.contains("normal"_L1) ||
                wordAt(scene.sentence->tokens, cue.begin - 1, "normally"_L1));
    };
    // "queue empty, all back to normal"
    const auto &clauses = scene.sentence->clauses;
    const bool isNormal = std::any_of(clauses.begin(), clauses.end(), [&](const Clause &clause) {
        return (&clause == scene.clause || clause.mentions.empty()) &&
               std::any_of(clause.cues.begin(), clause.cues.end(), tellsNormal);
    });
    const bool isStep = entryMode != EntryMode::Retrospective || scene.revision > 0 || isNormal;
    if (isStep)
        isOnlyEnd = false;
    else if (!milestones.contains(name))
        isOnlyEnd = true;
}

void Story::happened(MilestoneName name, const Scene &scene)
{
    if (name == MilestoneName::BackToNormal && entryMode == EntryMode::Retrospective &&
        scene.revision == 0) {
        isSaidRecovered = true;
        follow(name);
        return;
    }
    open(name, scene);
    // What is told as a reason does not carry the story on.
    const QString &opener = scene.clause->opener;
    if (opener != "because"_L1 && opener != "as"_L1 && opener != "which"_L1)
        follow(name);
}

void Story::milestoneAt(MilestoneName name, Bounds at, const Scene &scene, bool restores)
{
    if (!at.isStated())
        return;
    const bool wasOnlyEnd = isOnlyEnd;
    noteEnd(name, scene);
    // "back at 13:20, but it took until 13:50 for all to be normal"
    if (wasOnlyEnd && !isOnlyEnd)
        milestones.erase(name);
    Milestone &milestone = open(name, scene);
    if (name == MilestoneName::BackToNormal && !scene.isTitle) {
        // "power restored 22:41, all sites back 22:50": the first was the remedy.
        if (isRestored && milestone.at.hi && at.hi && *milestone.at.hi < *at.hi &&
            !milestones.contains(MilestoneName::Fixed)) {
            milestones[MilestoneName::Fixed] = milestone;
            milestoneRevision[MilestoneName::Fixed] = scene.revision;
            milestone = Milestone();
            actual.clearEnd();
        }
        isRestored = restores;
    }
    const std::optional<Instant> begun = actual.startOfCurrent().lo;
    if (!at.lo && lastTime && at.hi && *lastTime < *at.hi)
        at.lo = lastTime;
    else if (!at.lo && begun && at.hi && *begun < *at.hi)
        at.lo = begun;
    const bool isNews = scene.revision > milestoneRevision[name] && !scene.isTitle;
    if (!milestone.at.isStated() || isNews) {
        milestone.at = at;
        if (milestone.from == MilestoneFrom::Posted) {
            milestone.from.reset();
            milestone.revision.reset();
            milestone.after = {};
        }
        milestoneRevision[name] = scene.revision;
    }
    follow(name);
}

void Story::milestoneAfter(MilestoneName name, MilestoneFrom from, const Minutes &after,
                           const Scene &scene)
{
    if (name == MilestoneName::BackToNormal) {
        // "up at 14:56, and pictures 5 minutes after that": the clock time was the end's.
        if (std::exchange(isOnlyEnd, false))
            milestones.erase(name);
        // "power was on again 5 minutes later, all was normal 3 minutes after that"
        const auto before = milestones.find(name);
        if (isRestored && before != milestones.end() && before->second.from &&
            !milestones.contains(MilestoneName::Fixed) && !scene.isTitle) {
            milestones[MilestoneName::Fixed] = before->second;
            milestoneRevision[MilestoneName::Fixed] = scene.revision;
            milestones.erase(before);
        }
        isRestored = std::any_of(scene.clause->cues.begin(), scene.clause->cues.end(),
                                 [](const Cue &cue) { return cue.entry->text == "restores"_L1; });
    }
    Milestone &milestone = open(name, scene);
    const bool isNews = scene.revision > milestoneRevision[name] && !scene.isTitle;
    if (!milestone.from || milestone.from == MilestoneFrom::Posted || isNews) {
        milestone.from = from;
        milestone.revision.reset();
        milestone.window.reset();
        if (from == MilestoneFrom::Started)
            milestone.window = std::max(0, actual.current());
        milestone.after = after;
        milestoneRevision[name] = scene.revision;
    }
    follow(name);
}

void Story::milestonePosted(MilestoneName name, const Minutes &before, const Scene &scene)
{
    noteEnd(name, scene);
    Milestone &milestone = open(name, scene);
    const bool isNews = scene.revision > milestoneRevision[name];
    const bool isBetter = milestone.at.isStated() || (milestone.from && !isNews);
    if (!isBetter && scene.posted) {
        milestone.from = MilestoneFrom::Posted;
        milestone.window.reset();
        milestone.revision = scene.revision;
        milestone.after = before;
        milestoneRevision[name] = scene.revision;
    }
    follow(name);
}

void Story::takeStep(MilestoneFrom from)
{
    const auto fixed = milestones.find(MilestoneName::Fixed);
    if (step && from == MilestoneFrom::Fixed && fixed != milestones.end() &&
        !fixed->second.at.isStated() && !fixed->second.from && step->sentence >= sentence - 1)
        fixed->second.at = step->at;
}

void Story::takeOpening()
{
    if (opening && kind != Kind::Maintenance && actual.current() == 0 &&
        actual.startStated() < Stated::Relative && entryMode == EntryMode::Retrospective)
        actual.start(opening->at, Stated::Clock, Scene());
}

void Story::takeRemedy()
{
    const Bounds start = actual.startOfCurrent();
    const Bounds end = actual.endOfCurrent();
    const auto fixed = milestones.find(MilestoneName::Fixed);
    const bool isTold =
        fixed != milestones.end() && (fixed->second.at.isStated() || fixed->second.from);
    if (!step || isTold || kind == Kind::Maintenance)
        return;
    if (step->from) {
        if (end.hi || isSaidRecovered) {
            Milestone &remedy = milestones[MilestoneName::Fixed];
            remedy.from = step->from;
            remedy.after = step->after;
            if (step->from == MilestoneFrom::Started)
                remedy.window = std::max(0, actual.current());
        }
        return;
    }
    const bool isOver = end.hi ? *step->at.lo <= *end.hi : isSaidRecovered;
    if (!step->at.isExact() || !start.hi || !isOver || *step->at.lo <= *start.hi)
        return;
    milestones[MilestoneName::Fixed].at = step->at;
}

void Story::takeBackRemedy()
{
    if (lastEvent == MilestoneFrom::Fixed && lastEventSentence >= sentence - 1)
        milestones.erase(MilestoneName::Fixed);
    if (step && step->sentence >= sentence - 1)
        step.reset();
}

void Story::mark(MilestoneFrom from, const Scene &scene)
{
    switch (from) {
    case MilestoneFrom::FirstAlert:
        open(MilestoneName::FirstAlert, scene);
        break;
    case MilestoneFrom::Detected:
        open(MilestoneName::Detected, scene);
        break;
    case MilestoneFrom::Fixed:
        open(MilestoneName::Fixed, scene);
        break;
    case MilestoneFrom::Started:
    case MilestoneFrom::Posted:
        break;
    }
}

void Story::estimate(EstimateOf of, const Minutes &length, std::optional<Instant> until,
                     const Scene &scene)
{
    if (estimates.size() >= maxEstimates)
        return;
    Estimate estimate;
    estimate.of = of;
    estimate.window = std::max(0, kind == Kind::Maintenance ? planned.current() : actual.current());
    const auto isSaidInBody = [&](const Estimate &other) {
        return other.of == of && other.window == estimate.window;
    };
    if (scene.isTitle && std::any_of(estimates.begin(), estimates.end(), isSaidInBody))
        return;
    estimate.revision = scene.revision;
    estimate.length = length;
    estimate.until = until;
    // Only what was said lately can be said again.
    const auto recent = estimates.end() - qsizetype(std::min<size_t>(estimates.size(), 8));
    if (std::find(recent, estimates.end(), estimate) == estimates.end())
        estimates.push_back(estimate);
}

} // namespace reading
