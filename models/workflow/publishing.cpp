// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/publishing.h"

#include "timing/zone.h"
#include "wording/clockwords.h"

#include <algorithm>

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
    connect(&m_outbox, &outbox::Outbox::looked, this, &Publishing::changed);
    connect(&m_outbox, &outbox::Outbox::troubled, this, &Publishing::failed);
    connect(&m_desk, &Desk::changed, this, &Publishing::countPromises);
    connect(&m_desk.settings(), &settings::Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1StringView(settings::pausedTargets.key))
            takePauses();
    });
    takePauses();
    countPromises();
}

/// They are kept in the settings, so that a start of the program sends nothing that was held back.
void Publishing::takePauses()
{
    const QStringList paused = m_desk.settings().get(settings::pausedTargets);
    for (const auto &[target, page] : m_pages) {
        if (!paused.contains(target) && m_outbox.isPaused(target))
            m_outbox.resume(target);
    }
    for (const QString &target : paused)
        m_outbox.pause(target);
    emit changed();
}

base::Done Publishing::setPaused(const QString &target, bool paused)
{
    QStringList known;
    for (const auto &[name, page] : m_pages)
        known << name;
    if (!known.contains(target)) {
        return base::fail(
            base::ErrorKind::NotFound,
            tr("Posts do not go to “%1”. There is: %2.").arg(target, known.join(u", "_s)));
    }
    QStringList all = m_desk.settings().get(settings::pausedTargets);
    all.removeAll(target);
    if (paused)
        all << target;
    return m_desk.settings().set(settings::pausedTargets, all);
}

base::Done Publishing::pause(const QString &target)
{
    return setPaused(target, true);
}

base::Done Publishing::resume(const QString &target)
{
    const base::Done done = setPaused(target, false);
    if (done)
        m_outbox.resume(target);
    emit changed();
    return done;
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
    return waiting->empty() ? tr("Outbox: nothing waiting")
                            : tr("%n post(s) waiting", nullptr, int(waiting->size()));
}

QString Publishing::summarySentence() const
{
    const auto waiting = m_outbox.waiting();
    if (!waiting || waiting->empty())
        return {};
    // What needs somebody comes first: nothing else will mend it.
    const auto urgent = std::ranges::find(*waiting, true, &outbox::Waiting::needsPerson);
    return urgent == waiting->end() ? waiting->front().sentence : urgent->sentence;
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
