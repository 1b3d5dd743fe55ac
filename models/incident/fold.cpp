// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/fold.h"

#include <algorithm>

namespace incident {

namespace {

/// One overload a kind of event; each changes only what its event speaks of.
class Folder
{
public:
    Folder(Incident &incident, const Event &event)
        : m_incident(incident)
        , m_event(event)
    {}

    void operator()(const Opened &opened)
    {
        if (m_incident.exists())
            return;
        m_incident.id = m_event.incident;
        m_incident.ref = opened.ref;
        m_incident.kind = opened.kind;
        m_incident.entry = opened.entry;
        m_incident.title = opened.title;
        m_incident.zone = opened.zone;
        m_incident.monitor = opened.monitor;
        m_incident.opened = m_event.recorded;
        m_incident.roundSince = m_event.recorded;
        enter(opened.state);
    }

    void operator()(const TitleChanged &event) { m_incident.title = event.title; }
    void operator()(const SeverityChanged &event) { m_incident.severity = event.severity; }

    void operator()(const StateChanged &event)
    {
        if (m_incident.state == State::Suspected && event.to == State::Active)
            m_incident.roundSince = m_event.recorded;
        enter(event.to);
    }

    void operator()(const CauseStated &event)
    {
        const Attribution by = event.cause.attribution;
        if (by != Attribution::Provider && by != Attribution::Shared)
            m_incident.providerSince.reset();
        else if (!m_incident.providerSince)
            m_incident.providerSince = m_event.recorded;
        m_incident.cause = event.cause;
        m_incident.causeReason = event.reason;
    }

    void operator()(const MilestoneSet &event)
    {
        m_incident.milestoneRows.push_back({event.milestone, event.round, event.at, event.source,
                                            event.reason, m_event.author, m_event.recorded});
    }

    void operator()(const WindowSet &event)
    {
        retire(event.window.seq);
        const auto after =
            std::ranges::upper_bound(m_incident.windows, event.window.seq, {}, &Window::seq);
        m_incident.windows.insert(after, event.window);
    }

    void operator()(const WindowWithdrawn &event) { retire(event.seq); }
    void operator()(const Noted &) {}

    void operator()(const AlertLinked &event)
    {
        const auto old =
            std::ranges::find(m_incident.alerts, event.alert.alert, &AlertEvidence::alert);
        AlertEvidence alert = event.alert;
        alert.round = old == m_incident.alerts.end() ? m_incident.round : old->round;
        replaceOrAdd(m_incident.alerts, alert,
                     [&](const AlertEvidence &other) { return other.alert == alert.alert; });
    }

    void operator()(const PostRevised &event)
    {
        if (m_incident.post(event.revision.id))
            return;
        PostRevision revision = event.revision;
        revision.written = happened();
        revision.seen.clear();
        revision.round = m_incident.round;
        m_incident.posts.push_back(std::move(revision));
    }

    void operator()(const PostsRetracted &event)
    {
        if (!m_incident.retraction(event.id))
            m_incident.retractions.push_back(
                {event.id, event.targets, event.reason, happened(), {}});
    }

    void operator()(const PostSeen &event)
    {
        const auto retraction =
            std::ranges::find(m_incident.retractions, event.revision, &Retraction::id);
        if (retraction != m_incident.retractions.end())
            return takeAway(*retraction, event);
        const auto post = std::ranges::find(m_incident.posts, event.revision, &PostRevision::id);
        if (post == m_incident.posts.end())
            return;
        const Instant at = m_event.occurred.lo().value_or(m_event.recorded);
        replaceOrAdd(post->seen, Seen{event.target, event.remoteId, event.url, at},
                     [&](const Seen &old) { return old.target == event.target; });
    }

    void operator()(const PromiseMade &event)
    {
        if (std::ranges::find(m_incident.promises, event.promise.id, &Promise::id) !=
            m_incident.promises.end())
            return;
        Promise promise = event.promise;
        promise.status = PromiseStatus::Open;
        promise.made = happened();
        if (promise.owner.isEmpty())
            promise.owner = m_event.author;
        m_incident.promises.push_back(std::move(promise));
    }

    void operator()(const PromiseSettled &event)
    {
        const auto promise = std::ranges::find(m_incident.promises, event.promise, &Promise::id);
        if (promise == m_incident.promises.end())
            return;
        promise->status = event.status;
        promise->note = event.note;
    }

    void operator()(const ChecklistStarted &event) { m_incident.checklist = event.checklist; }

    void operator()(const StepMarked &event)
    {
        replaceOrAdd(m_incident.marks,
                     StepMark{event.step, event.round, event.state, event.reason, m_event.author,
                              m_event.recorded, event.automatic, event.link},
                     [&](const StepMark &old) {
                         return old.step == event.step && old.round == event.round;
                     });
    }

    void operator()(const KindChanged &event) { m_incident.kind = event.kind; }

    void operator()(const Linked &event)
    {
        if (std::ranges::find(m_incident.links, event.link) == m_incident.links.end())
            m_incident.links.push_back(event.link);
    }

    void operator()(const PromiseDated &event)
    {
        const auto promise = std::ranges::find(m_incident.promises, event.promise, &Promise::id);
        if (promise == m_incident.promises.end())
            return;
        if (event.due.isKnown())
            promise->due = event.due;
        if (!event.trigger.isEmpty())
            promise->trigger = event.trigger;
        if (!event.owner.isEmpty())
            promise->owner = event.owner;
    }

    void operator()(const FollowUpSet &event)
    {
        FollowUp followUp = event.followUp;
        const FollowUp *old = m_incident.followUp(followUp.id);
        followUp.status = old ? old->status : FollowUpStatus::Open;
        followUp.note = old ? old->note : QString();
        followUp.made = old ? old->made : m_event.recorded;
        if (followUp.owner.isEmpty())
            followUp.owner = m_event.author;
        replaceOrAdd(m_incident.followUps, followUp,
                     [&](const FollowUp &other) { return other.id == followUp.id; });
    }

    void operator()(const FollowUpSettled &event)
    {
        const auto found = std::ranges::find(m_incident.followUps, event.followUp, &FollowUp::id);
        if (found == m_incident.followUps.end())
            return;
        found->status = event.status;
        found->note = event.note;
    }

    void operator()(const ProviderContacted &event)
    {
        const auto &id = event.contact.id;
        if (std::ranges::find(m_incident.contacts, id, &ProviderContact::id) ==
            m_incident.contacts.end())
            m_incident.contacts.push_back(event.contact);
    }

    void operator()(const ProviderAnswered &event)
    {
        const auto contact =
            std::ranges::find(m_incident.contacts, event.contact, &ProviderContact::id);
        if (contact == m_incident.contacts.end())
            return;
        contact->answer = event.answer;
        contact->answered = m_event.recorded;
    }

    void operator()(const AbortRuleSet &event) { m_incident.abortRule = event.rule; }
    void operator()(const AlertsMuted &event) { m_incident.mute = event.mute; }

    void operator()(const RemedyStarted &event)
    {
        RemedyRun run = event.run;
        run.author = m_event.author;
        run.started = m_event.recorded;
        m_incident.remedies.push_back(std::move(run));
    }

    void operator()(const RemedyEnded &event)
    {
        const auto run = std::ranges::find(m_incident.remedies, event.run, &RemedyRun::id);
        if (run == m_incident.remedies.end())
            return;
        run->ended = m_event.recorded;
        run->exitCode = event.exitCode;
        run->timedOut = event.timedOut;
        run->output = event.output;
    }

    void operator()(const Reopened &)
    {
        ++m_incident.round;
        m_incident.roundSince = m_event.recorded;
    }

    void operator()(const SectionWritten &event)
    {
        m_incident.sections[event.section] = event.text;
    }
    void operator()(const PostmortemExported &event) { m_incident.exports.push_back(event); }
    void operator()(const Imported &event) { m_incident.origin = event.origin; }
    void operator()(const ImportShown &event) { m_incident.shownAt = event.targets; }
    void operator()(const UnknownEvent &) {}

private:
    void takeAway(Retraction &retraction, const PostSeen &event)
    {
        const auto isThere = [&](const Seen &seen) {
            return seen.target == event.target;
        };
        for (PostRevision &post : m_incident.posts)
            std::erase_if(post.seen, isThere);
        m_incident.shownAt.removeAll(event.target);
        replaceOrAdd(retraction.done, Seen{event.target, event.remoteId, event.url, happened()},
                     isThere);
    }

    /// What is imported was written long before it is recorded here.
    [[nodiscard]] Instant happened() const
    {
        const bool imported = m_incident.origin && m_event.occurred.isExact();
        return imported ? *m_event.occurred.lo() : m_event.recorded;
    }

    void enter(State state)
    {
        const bool begins = state == State::InProgress || state == State::Completed;
        if (begins && m_incident.planAtStart.empty())
            m_incident.planAtStart = m_incident.plannedWindows();
        m_incident.state = state;
        m_incident.stateSince[int(state)] = m_event.recorded;
    }

    void retire(int seq)
    {
        const auto old = std::ranges::find(m_incident.windows, seq, &Window::seq);
        if (old == m_incident.windows.end())
            return;
        m_incident.windowHistory.push_back(*old);
        m_incident.windows.erase(old);
    }

    template <class T, class Predicate>
    static void replaceOrAdd(std::vector<T> &values, T value, Predicate same)
    {
        const auto old = std::ranges::find_if(values, same);
        if (old == values.end())
            values.push_back(std::move(value));
        else
            *old = std::move(value);
    }

    Incident &m_incident;
    const Event &m_event;
};

} // namespace

void apply(Incident &incident, const Event &event)
{
    if (!incident.exists() && !std::holds_alternative<Opened>(event.payload))
        return;
    std::visit(Folder(incident, event), event.payload);
    incident.changed = std::max(incident.changed, event.recorded);
}

Incident fold(std::span<const Event> events)
{
    // The clocks of two consoles differ: what one of them recorded may stand before the opening
    // that the other one recorded.
    Incident incident;
    const auto opening = std::ranges::find_if(
        events, [](const Event &event) { return std::holds_alternative<Opened>(event.payload); });
    if (opening == events.end())
        return incident;
    apply(incident, *opening);
    for (auto event = events.begin(); event != events.end(); ++event) {
        if (event != opening)
            apply(incident, *event);
    }
    return incident;
}

} // namespace incident
