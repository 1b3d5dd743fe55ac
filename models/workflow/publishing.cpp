// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/publishing.h"

#include "timing/zone.h"
#include "wording/clockwords.h"

namespace workflow {

using namespace Qt::StringLiterals;

Publishing::Publishing(Desk &desk, base::IdSource &ids, outbox::Random random)
    : m_desk(desk)
    , m_queue(desk.ledger().outbox())
    , m_recorder(desk.ledger(), desk.clock(), ids, desk.author())
    , m_outbox(m_queue, m_recorder, outbox::threadsFrom(desk.ledger()), desk.clock(),
               std::move(random))
{
    connect(&m_outbox, &outbox::Outbox::changed, this, &Publishing::tell);
    connect(&m_outbox, &outbox::Outbox::seen, this, [this](const ledger::Intent &intent) {
        tell(intent);
        m_desk.announce(intent.incident);
        emit seen(intent.incident, intent.revision, intent.target);
    });
    connect(&m_outbox, &outbox::Outbox::troubled, this, &Publishing::failed);
    connect(&m_desk, &Desk::changed, this, &Publishing::countPromises);
    countPromises();
}

void Publishing::setPage(std::shared_ptr<publish::StatusPage> page)
{
    m_pages[page->name()] = page;
    m_outbox.setPage(std::move(page));
}

void Publishing::dropPage(const QString &target)
{
    m_pages.erase(target);
    m_outbox.dropPage(target);
    emit changed();
}

void Publishing::start(outbox::Company company)
{
    m_outbox.start(company);
}

void Publishing::flush()
{
    m_outbox.wake();
    emit changed();
}

void Publishing::tell(const ledger::Intent &intent)
{
    const auto page = m_pages.find(intent.target);
    const QString label = page == m_pages.end() ? intent.target : page->second->label();
    QString sentence;
    if (intent.state == ledger::IntentState::Seen) {
        const QTime now = timing::toLocal(m_desk.clock().now(), m_desk.zone()).time();
        sentence = tr("Seen on %1 at %2.").arg(label, now.toString(u"HH:mm"_s));
    } else {
        const auto waiting = m_outbox.waiting();
        for (const outbox::Waiting &entry : waiting.value_or(std::vector<outbox::Waiting>())) {
            if (entry.intent.key == intent.key)
                sentence = entry.sentence;
        }
    }
    if (!sentence.isEmpty())
        emit delivered(sentence);
    emit changed();
}

QString Publishing::summary() const
{
    const auto waiting = m_outbox.waiting();
    if (!waiting)
        return tr("Outbox: cannot be read");
    if (waiting->empty())
        return tr("Outbox: nothing waiting");
    return tr("Outbox: %n waiting. %1", nullptr, int(waiting->size()))
        .arg(waiting->front().sentence);
}

QString Publishing::promiseSummary() const
{
    return m_promises;
}

void Publishing::countPromises()
{
    int open = 0;
    std::optional<base::Instant> next;
    for (const ledger::Summary &summary : m_desk.openIncidents()) {
        const auto incident = m_desk.load(summary.id);
        if (!incident)
            continue;
        for (const incident::Promise &promise : incident->promises) {
            if (promise.status != incident::PromiseStatus::Open)
                continue;
            ++open;
            if (promise.due.hi() && (!next || *promise.due.hi() < *next))
                next = promise.due.hi();
        }
    }
    m_promises.clear();
    if (open > 0)
        m_promises = tr("%n promise(s) open", nullptr, open);
    if (next) {
        const QDateTime local = timing::toLocal(*next, m_desk.zone());
        m_promises = tr("%1, next due %2").arg(m_promises, local.toString(u"ddd HH:mm"_s));
    }
    emit changed();
}

} // namespace workflow
