// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/factvalues.h"
#include "importing/incidentbuilder.h"
#include "importing/words.h"
#include "incident/metrics.h"
#include "timing/arithmetic.h"

#include <algorithm>

namespace importing {

using namespace Qt::StringLiterals;
using base::Done;
using base::ErrorKind;
using base::fail;
using incident::Window;
using timing::RoughDuration;
using timing::RoughInstant;

namespace {

constexpr int longestChain = 4; // of milestones that are told one after the other

/// Between -15 and 0 minutes, say.
RoughDuration offsetOf(const reading::Minutes &after)
{
    const auto span = [](int minutes) {
        return base::Span(std::chrono::minutes(minutes));
    };
    if (!after.isStated())
        return {};
    const int lo = after.lo.value_or(*after.hi > 0 ? 0 : *after.hi);
    const int hi = after.hi.value_or(lo);
    return lo == hi ? RoughDuration::exact(span(lo)) : RoughDuration::between(span(lo), span(hi));
}

/// The latest time that a plan may take.
std::optional<Instant> latestOf(const Window &plan)
{
    if (plan.end.hi())
        return plan.end.hi();
    const RoughInstant end = timing::plus(plan.start, plan.duration);
    return end.hi() ? end.hi() : plan.start.hi();
}

} // namespace

RoughInstant IncidentBuilder::startOfWindow(int index) const
{
    int seen = 0;
    for (const incident::ImportedWindow &imported : m_command.windows) {
        const Window &window = imported.window;
        if (window.planned || seen++ != index)
            continue;
        if (!window.start.isKnown() && window.end.isKnown() && !window.inside)
            return timing::minus(window.end, window.duration);
        return incident::startOf(window);
    }
    return {};
}

RoughInstant IncidentBuilder::timeOf(reading::MilestoneName name, int depth) const
{
    const auto found = m_facts.milestones.find(name);
    if (found == m_facts.milestones.end() || depth > longestChain)
        return {};
    const reading::Milestone &milestone = found->second;
    if (milestone.at.isStated())
        return roughOf(milestone.at);
    const RoughDuration after = offsetOf(milestone.after);
    if (!milestone.from || !after.isKnown())
        return {};
    switch (*milestone.from) {
    case reading::MilestoneFrom::Started:
        return timing::plus(startOfWindow(milestone.window.value_or(0)), after);
    case reading::MilestoneFrom::FirstAlert:
        return timing::plus(timeOf(reading::MilestoneName::FirstAlert, depth + 1), after);
    case reading::MilestoneFrom::Detected:
        return timing::plus(timeOf(reading::MilestoneName::Detected, depth + 1), after);
    case reading::MilestoneFrom::Fixed:
        return timing::plus(timeOf(reading::MilestoneName::Fixed, depth + 1), after);
    case reading::MilestoneFrom::Posted:
        return timing::plus(RoughInstant::exact(posted(milestone.revision.value_or(0))), after);
    }
    return {};
}

void IncidentBuilder::addMilestones()
{
    using incident::Milestone;
    using reading::MilestoneName;
    if (m_command.kind == incident::Kind::Maintenance && m_facts.actual.empty())
        return;
    static constexpr std::pair<MilestoneName, Milestone> names[] = {
        {MilestoneName::FirstAlert, Milestone::FirstAlert},
        {MilestoneName::Detected, Milestone::Detected},
        {MilestoneName::Fixed, Milestone::Fixed},
        {MilestoneName::BackToNormal, Milestone::BackToNormal},
    };
    for (const auto &[name, milestone] : names) {
        if (const RoughInstant at = timeOf(name); at.isKnown())
            m_command.milestones.emplace_back(milestone, at);
    }
}

RoughDuration IncidentBuilder::remainingOf(const reading::Estimate &estimate) const
{
    const RoughInstant told = RoughInstant::exact(posted(estimate.revision));
    if (estimate.until) {
        const base::Span left = *estimate.until - posted(estimate.revision);
        return left > base::Span(0) ? RoughDuration::atMost(left) : RoughDuration();
    }
    const RoughDuration length = roughOf(estimate.length);
    if (estimate.of == reading::EstimateOf::Remaining)
        return length;
    const RoughInstant end = timing::plus(startOfWindow(estimate.window), length);
    const RoughDuration left = timing::notNegative(timing::difference(end, told));
    const bool isAhead = left.hi() && *left.hi() > base::Span(0);
    return isAhead ? left : RoughDuration();
}

/// Of planned work the plan is the estimate; of trouble it is what the post says is still to come.
void IncidentBuilder::addEstimates()
{
    if (m_command.kind == incident::Kind::Maintenance)
        return;
    for (const reading::Estimate &estimate : m_facts.estimates) {
        const RoughDuration left = remainingOf(estimate);
        const auto at = std::min(size_t(std::max(estimate.revision, 0)), m_posted.size() - 1);
        if (left.isKnown())
            m_command.posts[at].revision.estimate = left;
    }
}

void IncidentBuilder::addPromises()
{
    for (int i = 0; i < int(m_facts.promises.size()); ++i) {
        const QString &quote = m_facts.promises.at(i);
        const auto says = [&](const incident::ImportedPost &post) {
            return post.revision.body.simplified().contains(quote.simplified());
        };
        auto post = std::ranges::find_if(m_command.posts, says);
        if (post == m_command.posts.end())
            post = m_command.posts.begin();
        incident::Promise promise;
        promise.id = idFor(m_post.identity + "/promise/"_L1 + QString::number(i));
        promise.kind = promiseKindOf(quote);
        promise.quote = quote;
        promise.revision = post->revision.id;
        m_command.promises.push_back({promise, post->posted});
    }
}

Done IncidentBuilder::settleState()
{
    if (m_command.entry != incident::EntryMode::Planned)
        return {};
    const auto isCurrent = [](const reading::FactWindow &plan) {
        return plan.status == reading::PlanStatus::Current;
    };
    const auto isCancelled = [](const reading::FactWindow &plan) {
        return plan.status == reading::PlanStatus::Cancelled;
    };
    const bool calledOff = std::ranges::any_of(m_facts.planned, isCancelled) &&
                           std::ranges::none_of(m_facts.planned, isCurrent);
    if (calledOff) {
        m_command.state = incident::State::Cancelled;
        return {};
    }
    bool toCome = false;
    bool bounded = true;
    for (const incident::ImportedWindow &imported : m_command.windows) {
        const Window &window = imported.window;
        if (!window.planned)
            return {};
        if (imported.replaced)
            continue;
        toCome = toCome || latestOf(window) > m_now;
        bounded = bounded && window.isBounded();
    }
    if (toCome && !bounded) {
        return fail(
            ErrorKind::Input,
            Words::tr("This work is still to come, and the post does not say when it begins "
                      "and how long it takes at the most. Plan it by hand."));
    }
    if (toCome)
        m_command.state = incident::State::Scheduled;
    return {};
}

} // namespace importing
