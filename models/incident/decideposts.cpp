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

bool isForMaintenance(PublicStatus status)
{
    switch (status) {
    case PublicStatus::Scheduled:
    case PublicStatus::InProgress:
    case PublicStatus::Verifying:
    case PublicStatus::Completed:
        return true;
    default:
        return false;
    }
}

bool isUp(State state)
{
    return state == State::Restored || state == State::Review || state == State::Closed ||
           state == State::Dismissed;
}

bool isFinished(State state)
{
    return state == State::Completed || state == State::Cancelled || state == State::Closed;
}

} // namespace

Done Decider::checkPublicStatus(PublicStatus status) const
{
    if (isForMaintenance(status) != m_incident.isMaintenance()) {
        return fail(ErrorKind::Input,
                    m_incident.isMaintenance()
                        ? tr("This is maintenance. Choose one of its own words: scheduled, in "
                             "progress, verifying or completed.")
                        : tr("This is an incident. Choose one of its own words: investigating, "
                             "identified, monitoring or resolved."));
    }
    if (status == PublicStatus::Resolved && !isUp(m_incident.state)) {
        return fail(ErrorKind::Refused,
                    tr("The post says that it is over, but the incident is not. Stamp “back to "
                       "normal” first, or choose another status."));
    }
    if (status == PublicStatus::Completed && !isFinished(m_incident.state)) {
        return fail(ErrorKind::Refused,
                    tr("The post says that the work is completed, but it is not. Finish the "
                       "maintenance first, or choose another status."));
    }
    return {};
}

Done Decider::operator()(const RevisePost &command)
{
    PostRevision revision = command.revision;
    if (revision.id.isEmpty() || revision.title.trimmed().isEmpty() ||
        revision.body.trimmed().isEmpty())
        return fail(ErrorKind::Input,
                    tr("A post needs a title and a text. Write what is missing."));
    if (revision.targets.isEmpty())
        return fail(ErrorKind::Input, tr("Choose where the post is to be published."));
    if (m_incident.post(revision.id)) {
        return fail(ErrorKind::Conflict,
                    tr("This post is stored already. To change it, edit it as a new version."));
    }
    if (revision.nextUpdate.hi() && *revision.nextUpdate.hi() <= m_occasion.now) {
        return fail(ErrorKind::Input, tr("The next update is promised for a time that is past. "
                                         "Choose a later one, or promise none."));
    }
    const PostRevision *replaced =
        revision.replaces.isEmpty() ? nullptr : m_incident.post(revision.replaces);
    if (!revision.replaces.isEmpty() && !replaced) {
        return fail(ErrorKind::NotFound,
                    tr("The post to be edited is not in this thread. Choose one that is."));
    }
    // Mending the words of what was once true must stay possible.
    if (!replaced || replaced->status != revision.status) {
        if (const Done done = checkPublicStatus(revision.status); !done)
            return done;
    }
    const auto updates = std::ranges::count_if(
        m_incident.posts, [](const PostRevision &post) { return post.replaces.isEmpty(); });
    revision.written = {};
    revision.seen.clear();
    revision.round = PostRevision().round;
    revision.number = replaced ? replaced->number : int(updates) + 1;
    add(PostRevised{revision});
    return {};
}

Done Decider::operator()(const RetractPosts &command)
{
    if (command.id.isEmpty() || m_incident.retraction(command.id) || m_incident.post(command.id))
        return fail(ErrorKind::Conflict, tr("These posts are being retracted already."));
    if (command.reason.trimmed().isEmpty())
        return fail(ErrorKind::Input, tr("Say why the posts are taken away. It stays here only."));
    const QStringList there = m_incident.publicTargets();
    for (const QString &target : command.targets) {
        if (!there.contains(target))
            return fail(ErrorKind::NotFound,
                        tr("No post of this incident stands at “%1”.").arg(target));
    }
    if (command.targets.isEmpty())
        return fail(ErrorKind::Input, tr("Choose where the posts are to be taken away."));
    add(PostsRetracted{command.id, command.targets, command.reason.trimmed()});
    return {};
}

Done Decider::operator()(const RecordSeen &command)
{
    if (const Retraction *retraction = m_incident.retraction(command.revision)) {
        if (std::ranges::find(retraction->done, command.target, &Seen::target) ==
            retraction->done.end())
            add(PostSeen{command.revision, command.target, command.remoteId, command.url});
        return {};
    }
    const PostRevision *revision = m_incident.post(command.revision);
    if (!revision)
        return fail(ErrorKind::NotFound, tr("There is no such post. Choose one of this incident."));
    if (std::ranges::find(revision->seen, command.target, &Seen::target) != revision->seen.end())
        return {};
    const bool firstSeen = revision->seen.empty();
    add(PostSeen{command.revision, command.target, command.remoteId, command.url});
    if (!firstSeen)
        return {};
    // What is planned is announced before it starts, and that is no answer to trouble.
    if (m_incident.entry != EntryMode::Planned)
        setMilestoneIfInOrder(Milestone::FirstPost, RoughInstant::exact(m_occasion.now),
                              Source::Post);
    const PostRevision published = *m_incident.post(command.revision);
    // What was promised before is kept by this update, and what it promises itself is not.
    if (published.replaces.isEmpty())
        settleNextUpdates(published);
    makePromisesOf(published);
    if (published.replaces.isEmpty() && published.nextUpdate.isKnown()) {
        Promise promise;
        promise.id = command.promiseId.isEmpty() ? published.id : command.promiseId;
        promise.kind = PromiseKind::NextUpdate;
        promise.quote = tr("next update");
        promise.due = published.nextUpdate;
        promise.revision = published.id;
        add(PromiseMade{promise});
    }
    return {};
}

void Decider::makePromisesOf(const PostRevision &revision)
{
    int number = 0;
    for (Promise promise : revision.promises) {
        ++number;
        const bool made = std::ranges::any_of(m_incident.promises, [&](const Promise &other) {
            return other.quote == promise.quote && other.kind == promise.kind && other.isOpen();
        });
        if (made || promise.quote.trimmed().isEmpty())
            continue;
        promise.id = QStringLiteral("%1-%2").arg(revision.id).arg(number);
        promise.revision = revision.id;
        promise.status = PromiseStatus::Open;
        promise.note.clear();
        promise.made = {};
        add(PromiseMade{promise});
    }
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

} // namespace incident
