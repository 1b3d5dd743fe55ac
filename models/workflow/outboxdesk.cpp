// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/outboxdesk.h"

#include <algorithm>
#include <QCoreApplication>

namespace workflow {

using base::Done;
using ledger::Intent;
using ledger::IntentState;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

QString endOf(IntentState state, const QString &label, const QString &lastError)
{
    if (state == IntentState::Seen)
        return Words::tr("Read back from where readers of %1 see it.").arg(label);
    return lastError.isEmpty() ? Words::tr("Withdrawn.") : lastError;
}

} // namespace

OutboxDesk::OutboxDesk(Desk &desk, Publishing &publishing)
    : m_desk(desk)
    , m_publishing(publishing)
{}

void OutboxDesk::describe(OutboxEntry &entry, const Intent &intent) const
{
    const auto incident = m_desk.load(intent.incident);
    if (!incident)
        return;
    if (const incident::PostRevision *post = incident->post(intent.revision)) {
        entry.title = post->title;
        entry.what = post->replaces.isEmpty()
                         ? Words::tr("update %1").arg(post->number)
                         : Words::tr("correction of update %1").arg(post->number);
    } else {
        entry.title = incident->title;
        entry.what =
            incident->retraction(intent.revision) ? Words::tr("taking the posts back") : QString();
    }
}

OutboxEntry OutboxDesk::entryOf(const Intent &intent) const
{
    OutboxEntry entry;
    entry.key = intent.key;
    entry.incident = intent.incident;
    entry.target = intent.target;
    entry.state = intent.state;
    entry.queuedAt = intent.queuedAt;
    entry.url = intent.url;
    entry.isPaused = m_publishing.outbox().isPaused(intent.target);
    const auto page = m_publishing.pages().find(intent.target);
    const bool isKnown = page != m_publishing.pages().end();
    entry.label = isKnown ? page->second->label() : intent.target;
    if (isKnown && intent.state == IntentState::Failed)
        entry.foreign = page->second->foreignEdit(intent.incident);
    describe(entry, intent);
    return entry;
}

base::Result<std::vector<OutboxEntry>> OutboxDesk::waiting() const
{
    const auto waiting = m_publishing.outbox().waiting();
    if (!waiting)
        return base::passOn(waiting);
    std::vector<OutboxEntry> entries;
    for (const outbox::Waiting &row : *waiting) {
        OutboxEntry entry = entryOf(row.intent);
        entry.sentence = row.sentence;
        entry.needsPerson = row.needsPerson;
        entry.isBusy = row.isBusy;
        entries.push_back(std::move(entry));
    }
    return entries;
}

base::Result<std::vector<OutboxEntry>> OutboxDesk::lately(int most) const
{
    const auto intents = m_desk.ledger().outbox().finished(most);
    if (!intents)
        return base::passOn(intents);
    std::vector<OutboxEntry> entries;
    for (const Intent &intent : *intents) {
        OutboxEntry entry = entryOf(intent);
        entry.sentence = endOf(intent.state, entry.label, intent.lastError);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<OutboxPlace> OutboxDesk::places(const std::vector<OutboxEntry> &waiting) const
{
    std::map<QString, OutboxPlace> places;
    for (const auto &[name, page] : m_publishing.pages()) {
        const outbox::Outbox &outbox = m_publishing.outbox();
        places[name] = {name, page->label(), true, outbox.isPaused(name), outbox.refusal(name), 0};
    }
    for (const OutboxEntry &entry : waiting) {
        OutboxPlace &place = places.try_emplace(entry.target).first->second;
        if (place.name.isEmpty())
            place = {entry.target, entry.label, false, false, {}, 0};
        ++place.waiting;
    }
    std::vector<OutboxPlace> sorted;
    for (const auto &[name, place] : places)
        sorted.push_back(place);
    std::ranges::sort(sorted, [](const OutboxPlace &one, const OutboxPlace &other) {
        return QString::localeAwareCompare(one.label, other.label) < 0;
    });
    return sorted;
}

void OutboxDesk::recallEdits()
{
    m_publishing.outbox().lookAgain();
}

Done OutboxDesk::sendAll()
{
    const auto waiting = m_publishing.outbox().waiting();
    if (!waiting)
        return base::passOn(waiting);
    for (const outbox::Waiting &entry : *waiting) {
        // What is refused is being sent by somebody else just now.
        const Done done = send(entry.intent.key);
        if (!done && done.error().kind != base::ErrorKind::Refused)
            return done;
    }
    return {};
}

Done OutboxDesk::send(const QString &key)
{
    return m_publishing.outbox().retry(key);
}

Done OutboxDesk::overwrite(const QString &key)
{
    const auto intent = m_desk.ledger().outbox().find(key);
    if (!intent)
        return base::passOn(intent);
    if (*intent) {
        const auto page = m_publishing.pages().find((*intent)->target);
        if (page != m_publishing.pages().end())
            page->second->overwriteNext((*intent)->incident);
    }
    return send(key);
}

QFuture<Done> OutboxDesk::withdraw(const QString &key)
{
    return m_publishing.outbox().cancel(key);
}

} // namespace workflow
