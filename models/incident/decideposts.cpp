// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/timerules.h"

#include <algorithm>

namespace incident {

using namespace std::chrono_literals;
using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

constexpr Span updateGrace = 60s;

bool saysItIsOver(PublicStatus status)
{
    return status == PublicStatus::Resolved || status == PublicStatus::Completed;
}

} // namespace

Done Decider::operator()(const RevisePost &command)
{
    PostRevision revision = command.revision;
    if (revision.title.trimmed().isEmpty() || revision.body.trimmed().isEmpty())
        return fail(ErrorKind::Input, tr("A post needs a title and a text."));
    if (revision.targets.isEmpty())
        return fail(ErrorKind::Input, tr("Choose where the post is to be published."));
    if (m_incident.post(revision.id))
        return fail(ErrorKind::Conflict, tr("This revision is stored already."));
    if (saysItIsOver(revision.status) && m_incident.hasOpenWindow()) {
        return fail(ErrorKind::Refused,
                    tr("The post says that it is over, but a window is still open. Stamp “back to "
                       "normal” first, or choose another status."));
    }
    if (revision.nextUpdate.hi() && *revision.nextUpdate.hi() <= m_occasion.now)
        return fail(ErrorKind::Input, tr("The next update is promised for a time that is past."));
    const PostRevision *replaced =
        revision.replaces.isEmpty() ? nullptr : m_incident.post(revision.replaces);
    if (!revision.replaces.isEmpty() && !replaced)
        return fail(ErrorKind::NotFound, tr("The post to be edited is not in this thread."));
    const auto updates = std::ranges::count_if(
        m_incident.posts, [](const PostRevision &post) { return post.replaces.isEmpty(); });
    revision.number = replaced ? replaced->number : int(updates) + 1;
    add(PostRevised{revision});
    return {};
}

Done Decider::operator()(const RecordSeen &command)
{
    const PostRevision *revision = m_incident.post(command.revision);
    if (!revision)
        return fail(ErrorKind::NotFound, tr("There is no such post."));
    if (std::ranges::find(revision->seen, command.target, &Seen::target) != revision->seen.end())
        return {};
    const bool firstSeen = revision->seen.empty();
    add(PostSeen{command.revision, command.target, command.remoteId, command.url});
    if (!firstSeen)
        return {};
    if (!m_incident.milestone(Milestone::FirstPost).isKnown())
        setMilestone(Milestone::FirstPost, RoughInstant::exact(m_occasion.now), Source::Post);
    const PostRevision published = *m_incident.post(command.revision);
    if (!published.replaces.isEmpty())
        return {};
    settleNextUpdates(published);
    if (published.nextUpdate.isKnown()) {
        Promise promise;
        promise.id = command.promiseId;
        promise.kind = PromiseKind::NextUpdate;
        promise.quote = tr("next update");
        promise.due = published.nextUpdate;
        promise.revision = published.id;
        return (*this)(MakePromise{promise});
    }
    return {};
}

void Decider::settleNextUpdates(const PostRevision &revision)
{
    const std::vector<Promise> promises = m_incident.promises;
    for (const Promise &promise : promises) {
        if (promise.kind != PromiseKind::NextUpdate || promise.status != PromiseStatus::Open)
            continue;
        const bool late = promise.due.hi() && m_occasion.now > *promise.due.hi() + updateGrace;
        add(PromiseSettled{promise.id, late ? PromiseStatus::Broken : PromiseStatus::Kept,
                           late ? tr("update %1 came late").arg(revision.number)
                                : tr("kept by update %1").arg(revision.number)});
    }
}

Done Decider::operator()(const MakePromise &command)
{
    const Promise &promise = command.promise;
    if (promise.id.isEmpty() || promise.quote.trimmed().isEmpty())
        return fail(ErrorKind::Input, tr("Say what is promised."));
    if (!promise.due.isKnown() && promise.trigger.trimmed().isEmpty()) {
        return fail(ErrorKind::Input,
                    tr("A promise needs a time by which it is kept, or what it waits for."));
    }
    add(PromiseMade{promise});
    return {};
}

Done Decider::operator()(const SettlePromise &command)
{
    const auto promise = std::ranges::find(m_incident.promises, command.promise, &Promise::id);
    if (promise == m_incident.promises.end())
        return fail(ErrorKind::NotFound, tr("There is no such promise."));
    if (command.status == PromiseStatus::Open)
        return fail(ErrorKind::Input, tr("Say whether the promise was kept, broken or withdrawn."));
    if (!isReason(command.note))
        return fail(ErrorKind::NeedsReason, tr("Say in a few words how the promise was settled."));
    add(PromiseSettled{command.promise, command.status, command.note});
    return {};
}

} // namespace incident
