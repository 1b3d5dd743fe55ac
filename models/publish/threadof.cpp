// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/threadof.h"

#include "base/id.h"
#include "base/text.h"
#include "incident/facts.h"
#include "incident/metrics.h"
#include "publish/effects.h"
#include "timing/arithmetic.h"
#include "timing/zone.h"
#include "wording/factspans.h"

#include <algorithm>
#include <map>

namespace publish {

using namespace Qt::StringLiterals;
using incident::Facts;
using incident::Incident;
using incident::Milestone;
using incident::PostRevision;
using incident::Seen;
using incident::Window;

namespace {

/// A revision that the public knows at the target, with the facts it was written from.
struct PublicRevision
{
    const PostRevision *post = nullptr;
    std::optional<Instant> seen;
    QString url; ///< where it was seen
    Facts facts;
};

Facts factsOfRevision(const Incident &incident, const PostRevision &post)
{
    // An imported post was written without facts; what is known now is all there is.
    if (post.facts.isEmpty())
        return incident::factsOf(incident);
    return wording::factsFromJson(post.facts).value_or(Facts());
}

std::vector<PublicRevision> publicRevisions(const Incident &incident, const QString &upToRevision,
                                            const QString &target)
{
    std::vector<PublicRevision> found;
    for (const PostRevision &post : incident.posts) {
        auto seen = std::ranges::find(post.seen, target, &Seen::target);
        // What was told elsewhere long ago stands here too, as soon as the user wants it.
        if (seen == post.seen.end() && incident.shownAt.contains(target))
            seen = std::ranges::find(post.seen, incident::importTarget, &Seen::target);
        const bool known = seen != post.seen.end();
        if (!known && post.id != upToRevision)
            continue;
        found.push_back({&post, known ? std::optional(seen->at) : std::nullopt,
                         known ? seen->url : QString(), factsOfRevision(incident, post)});
    }
    return found;
}

/// The revision that an edit, or an edit of an edit, goes back to.
QString originOf(const Incident &incident, const PostRevision &post)
{
    const PostRevision *origin = &post;
    for (size_t steps = 0; steps < incident.posts.size(); ++steps) {
        const PostRevision *replaced = incident.post(origin->replaces);
        if (!replaced)
            break;
        origin = replaced;
    }
    return origin->id;
}

std::vector<Update> updatesOf(const Incident &incident,
                              const std::vector<PublicRevision> &revisions)
{
    std::vector<Update> updates;
    for (const PublicRevision &revision : revisions) {
        const PostRevision &post = *revision.post;
        const QString key = originOf(incident, post);
        auto update = std::ranges::find(updates, key, &Update::key);
        if (update == updates.end()) {
            update = updates.insert(updates.end(), Update());
            update->key = key;
            update->number = post.number;
            update->publishedAt = post.written;
        } else {
            update->edits.push_back({post.id, post.written});
        }
        update->revision = post.id;
        update->status = post.status;
        update->notify = post.notify;
        update->title = post.title;
        update->body = post.body;
        update->components = componentsOf(revision.facts, post.status);
        update->estimate = post.estimate;
        update->nextUpdate = post.nextUpdate;
    }
    std::ranges::stable_sort(updates, {}, &Update::number);
    return updates;
}

/// From what can never change any more: the revision that was first seen there, or else is the
/// first to go there.
QString permalinkOf(const Incident &incident, const std::vector<PublicRevision> &revisions)
{
    const auto first = std::ranges::min_element(revisions, {}, [](const PublicRevision &revision) {
        return revision.seen.value_or(Instant::max());
    });
    const QTimeZone zone = timing::zoneByName(incident.zone).value_or(QTimeZone::utc());
    const QDate day = timing::toLocal(first->post->written, zone).date();
    return day.toString(Qt::ISODate) + u'-' + base::slug(first->post->title) + u'-' +
           base::slug(base::shortId(incident.id));
}

std::vector<Window> withoutEvidence(std::vector<Window> windows)
{
    for (Window &window : windows)
        window.evidence.clear();
    return windows;
}

/// Each round as the newest update of that round tells it. Correcting an old update may bring its
/// old facts along; they are not the newest.
void addTimes(Thread &thread, std::vector<PublicRevision> revisions)
{
    std::ranges::stable_sort(revisions, {},
                             [](const PublicRevision &revision) { return revision.post->number; });
    std::map<int, const Facts *> rounds;
    for (const PublicRevision &revision : revisions)
        rounds[revision.facts.round] = &revision.facts;
    for (const auto &[round, facts] : rounds) {
        for (Window &window : withoutEvidence(facts->actual))
            thread.actual.push_back(std::move(window));
    }
    const Facts &newest = *rounds.rbegin()->second;
    thread.planned = withoutEvidence(newest.planned);
    thread.cancelled = newest.state == incident::State::Cancelled;
    thread.started = rounds.begin()->second->started;
    if (!thread.started.isKnown() && !thread.actual.empty())
        thread.started = thread.actual.front().start;
    thread.fixed = newest.fixed;
    thread.backToNormal = newest.backToNormal;
    thread.impact = impactOf(thread.kind, thread.actual);
    std::optional<RoughDuration> trouble;
    for (const Window &window : thread.actual) {
        if (window.isOpen() || window.effect == incident::Effect::None)
            continue;
        const RoughDuration length = incident::lengthOf(window);
        trouble = trouble ? timing::sum(*trouble, length) : length;
    }
    thread.trouble = trouble.value_or(RoughDuration());
}

int planChangesIn(const std::vector<PublicRevision> &revisions)
{
    int changes = 0;
    std::optional<std::pair<std::optional<PlannedSpan>, bool>> before;
    for (const PublicRevision &revision : revisions) {
        const auto plan = std::pair(plannedSpan(revision.facts.planned),
                                    revision.facts.state == incident::State::Cancelled);
        if (before && *before != plan)
            ++changes;
        before = plan;
    }
    return changes;
}

/// What the newest update says of them; those of earlier updates it does not name work again.
std::vector<ComponentEffect> allComponents(const std::vector<Update> &updates)
{
    std::vector<ComponentEffect> all = updates.back().components;
    for (const Update &update : updates) {
        for (const ComponentEffect &effect : update.components) {
            if (std::ranges::find(all, effect.name, &ComponentEffect::name) == all.end())
                all.push_back({effect.name, ComponentState::Operational});
        }
    }
    return all;
}

} // namespace

Thread threadOf(const Incident &incident, const QString &upToRevision, const QString &target)
{
    Thread thread;
    thread.key = incident.id;
    thread.kind = incident.kind;
    thread.zone = incident.zone;
    const auto revisions = publicRevisions(incident, upToRevision, target);
    if (revisions.empty())
        return thread;
    thread.updates = updatesOf(incident, revisions);
    thread.title = thread.updates.back().title;
    thread.status = thread.updates.back().status;
    thread.components = allComponents(thread.updates);
    thread.permalink = permalinkOf(incident, revisions);
    for (const PublicRevision &revision : revisions) {
        if (!revision.url.isEmpty())
            thread.url = revision.url;
    }
    if (incident.retraction(upToRevision))
        thread.retraction = upToRevision;
    thread.planChanges = planChangesIn(revisions);
    addTimes(thread, revisions);
    return thread;
}

} // namespace publish
