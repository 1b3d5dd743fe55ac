// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decider.h"
#include "incident/metrics.h"
#include "incident/timerules.h"

#include <algorithm>

namespace incident {

using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

bool mayEnd(const ImportIncident &command)
{
    const bool planned = command.entry == EntryMode::Planned;
    if (command.entry == EntryMode::Live || (planned && command.kind != Kind::Maintenance))
        return false;
    return command.state == State::Closed ||
           (planned && (command.state == State::Cancelled || command.state == State::Scheduled));
}

/// The state that the words lead to, before the history is laid aside.
State enteredAs(const ImportIncident &command)
{
    if (command.kind != Kind::Maintenance)
        return State::Restored;
    return command.entry == EntryMode::Planned ? State::Scheduled : State::Completed;
}

RoughInstant lastEnd(const std::vector<Window> &windows)
{
    RoughInstant last;
    for (const Window &window : windows) {
        const RoughInstant end = endOf(window);
        const bool later = end.hi().value_or(Instant::max()) > last.hi().value_or(Instant::max());
        if (!last.isKnown() || later)
            last = end;
    }
    return last;
}

} // namespace

Done Decider::operator()(const ImportIncident &command)
{
    if (m_incident.exists()) {
        return fail(ErrorKind::Conflict,
                    tr("This post was imported before. Look at the incident that it became."));
    }
    if (command.id.isEmpty() || command.title.trimmed().isEmpty() ||
        command.origin.identity.isEmpty() || command.posts.empty() ||
        std::ranges::any_of(command.posts,
                            [](const ImportedPost &post) { return post.revision.id.isEmpty(); })) {
        return fail(ErrorKind::Input, tr("A post to be imported needs a title, a text, and a mark "
                                         "by which it is known again."));
    }
    if (!mayEnd(command)) {
        return fail(ErrorKind::Refused,
                    tr("Only what is over, or is planned, can be imported. Open an incident for "
                       "what happens now."));
    }
    for (const ImportedPost &post : command.posts) {
        if (const Done done = checkNotInFuture(RoughInstant::exact(post.posted), m_occasion.now);
            !done)
            return done;
    }
    m_id = command.id;
    const RoughInstant told = RoughInstant::exact(command.posts.front().posted);
    add(Opened{command.kind,
               command.entry,
               enteredAs(command),
               command.ref,
               command.title.trimmed(),
               command.zone,
               {}},
        told);
    add(Imported{command.origin});
    if (const Done done = importWindows(command); !done)
        return done;
    if (const Done done = importMilestones(command); !done)
        return done;
    importPosts(command);
    if (command.cause.status != CauseStatus::Unknown)
        add(CauseStated{command.cause, {}}, RoughInstant::exact(command.posts.back().posted));
    if (!command.shownAt.isEmpty())
        add(ImportShown{command.shownAt});
    if (command.state == State::Cancelled) {
        enter(State::Cancelled, tr("called off, as the imported post tells"));
    } else if (command.state == State::Closed) {
        // Of work that was only announced nobody knows whether it was done.
        if (command.kind == Kind::Maintenance && !m_incident.actualWindows().empty())
            enter(State::Completed, tr("done, as the imported post tells"));
        enter(State::Closed, tr("imported history: nothing is left to do"));
    }
    return {};
}

Done Decider::importWindows(const ImportIncident &command)
{
    const QString reason = tr("as the imported post tells");
    for (const ImportedWindow &imported : command.windows) {
        Window window = imported.window;
        window.seq = nextWindowSeq();
        window.round = m_incident.round;
        if (!window.planned) {
            if (const Done done = putWindow(window, reason, Source::Import); !done)
                return done;
            continue;
        }
        settleSeveral(window);
        if (const Done done = checkWindow(window); !done)
            return done;
        const RoughInstant told = RoughInstant::exact(imported.told);
        add(WindowSet{window, {}}, told);
        if (imported.replaced)
            add(WindowWithdrawn{window.seq, tr("a later update replaced it")}, told);
    }
    const auto plans = m_incident.plannedWindows();
    const bool bounded = !plans.empty() && std::ranges::all_of(plans, &Window::isBounded);
    if (command.state == State::Scheduled && !bounded) {
        return fail(ErrorKind::Input, tr("The posts do not say when the work is planned, and how "
                                         "long it takes at the most. Plan it anew."));
    }
    if (m_incident.hasOpenWindow()) {
        return fail(ErrorKind::Input,
                    tr("The posts do not say that it is over. Import it when they do, or open an "
                       "incident for it."));
    }
    return {};
}

Done Decider::importMilestones(const ImportIncident &command)
{
    for (const auto &[milestone, at] : command.milestones) {
        if (!at.isKnown() || at == m_incident.milestone(milestone))
            continue;
        const auto first = firstWindow(m_incident, m_incident.round);
        if (milestone == Milestone::Started && first && startOf(*first).isKnown())
            continue; // the window says when it began
        if (const Done done = checkNotInFuture(at, m_occasion.now); !done)
            return done;
        if (const Done done = checkOrder(m_incident, milestone, at, m_incident.round); !done)
            return done;
        setMilestone(milestone, at, Source::Import);
    }
    if (const RoughInstant end = lastEnd(m_incident.actualWindows()); end.isKnown())
        setMilestoneIfInOrder(Milestone::BackToNormal, end, Source::Import);
    // What is planned is announced before it starts, and that is no answer to trouble.
    if (command.entry != EntryMode::Planned) {
        setMilestoneIfInOrder(Milestone::FirstPost,
                              RoughInstant::exact(command.posts.front().posted), Source::Import);
    }
    return {};
}

void Decider::importPosts(const ImportIncident &command)
{
    int number = 0;
    for (const ImportedPost &post : command.posts) {
        PostRevision revision = post.revision;
        revision.number = ++number;
        revision.targets = {importTarget};
        const RoughInstant posted = RoughInstant::exact(post.posted);
        add(PostRevised{revision}, posted);
        add(PostSeen{revision.id, importTarget, {}, post.url}, posted);
    }
    for (const ImportedPromise &imported : command.promises) {
        Promise promise = imported.promise;
        promise.status = PromiseStatus::Open;
        promise.made = {};
        add(PromiseMade{promise}, RoughInstant::exact(imported.made));
    }
}

Done Decider::operator()(const ShowImport &command)
{
    if (!m_incident.origin) {
        return fail(ErrorKind::Refused, tr("This incident was not imported. Publish a post to show "
                                           "it to readers."));
    }
    if (command.targets != m_incident.shownAt)
        add(ImportShown{command.targets});
    return {};
}

} // namespace incident
