// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/duties.h"

#include "incident/waiting.h"
#include "timing/due.h"
#include "wording/clockwords.h"
#include "wording/termwords.h"
#include "wording/timewords.h"
#include "workflow/providers.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace workflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Incident;

namespace {

constexpr auto lookInterval = 5s;
constexpr auto lead = 10min; // ahead of the time

void addPromises(const Incident &incident, std::vector<Duty> &duties)
{
    for (const incident::Promise &promise : incident.promises) {
        if (promise.isOpen()) {
            duties.push_back({Duty::Kind::Promise, promise.id, incident.id, incident.ref,
                              promise.quote, promise.owner, timing::dueOf(promise.due),
                              promise.trigger, promise.made});
        }
    }
}

void addFollowUps(const Incident &incident, std::vector<Duty> &duties)
{
    for (const incident::FollowUp &followUp : incident.followUps) {
        if (followUp.isOpen()) {
            duties.push_back({Duty::Kind::FollowUp,
                              followUp.id,
                              incident.id,
                              incident.ref,
                              followUp.title,
                              followUp.owner,
                              timing::dueOf(followUp.due),
                              {},
                              followUp.made,
                              followUp.maintenance});
        }
    }
}

/// The last word that has no answer; without a time of its own, the checklist says when to ask.
/// Once all are answered, the explanation may still be owed.
void addAnswers(const Incident &incident, base::Instant now, std::vector<Duty> &duties)
{
    const auto waiting =
        std::find_if(incident.contacts.rbegin(), incident.contacts.rend(), incident::isWaiting);
    if (waiting != incident.contacts.rend()) {
        const auto due = timing::dueOf(waiting->chaseAt);
        duties.push_back({Duty::Kind::Answer,
                          waiting->id,
                          incident.id,
                          incident.ref,
                          waiting->provider,
                          {},
                          due ? due : chaseOf(incident, now),
                          {},
                          waiting->at.hi().value_or(now)});
        return;
    }
    if (incident.cause.status != incident::CauseStatus::AwaitingProvider)
        return;
    duties.push_back({Duty::Kind::Explanation,
                      incident.id + u"/explanation"_s,
                      incident.id,
                      incident.ref,
                      incident.cause.provider,
                      {},
                      chaseOf(incident, now),
                      {},
                      incident.providerSince.value_or(now)});
}

QStringList followedUp(const Desk &desk)
{
    return desk.ledger().incidentsWith(ledger::RareEvent::FollowUpSet).value_or(QStringList());
}

void sortByUrgency(std::vector<Duty> &duties)
{
    std::ranges::stable_sort(duties, {}, [](const Duty &duty) {
        return std::tuple(duty.due.value_or(base::Instant::max()), duty.made, duty.id);
    });
}

/// Quoted, and never a formula for the program that reads it.
QString cell(QString text)
{
    if (!text.isEmpty() && u"=+-@"_s.contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

std::vector<Incident> incidentsWithFollowUps(const Desk &desk)
{
    std::vector<Incident> incidents;
    for (const QString &id : followedUp(desk)) {
        if (auto incident = desk.load(id))
            incidents.push_back(std::move(*incident));
    }
    return incidents;
}

std::vector<Duty> dutiesOf(const Desk &desk)
{
    std::vector<Duty> duties;
    QStringList ids;
    for (const ledger::Summary &open : desk.openIncidents())
        ids += open.id;
    ids += followedUp(desk);
    ids.removeDuplicates();
    for (const QString &id : ids) {
        if (const auto incident = desk.load(id))
            std::ranges::move(dutiesOf(*incident, desk.clock().now()), std::back_inserter(duties));
    }
    sortByUrgency(duties);
    return duties;
}

std::vector<Duty> dutiesOf(const Incident &incident, base::Instant now)
{
    std::vector<Duty> duties;
    if (incident::isOpen(incident.state)) {
        addPromises(incident, duties);
        addAnswers(incident, now, duties);
    }
    addFollowUps(incident, duties);
    return duties;
}

QString followUpTable(const Desk &desk, bool settledToo)
{
    const wording::Reader reader{desk.zone(), desk.clock().now(), true};
    QStringList lines{u"incident,id,title,kind,due,owner,status,maintenance,note"_s};
    for (const Incident &incident : incidentsWithFollowUps(desk)) {
        for (const incident::FollowUp &followUp : incident.followUps) {
            if (!followUp.isOpen() && !settledToo)
                continue;
            const QString due =
                followUp.due.isKnown()
                    ? wording::timeWords(followUp.due, reader, wording::TimeForm::Plain)
                    : QString();
            QStringList cells{incident.ref,
                              followUp.id,
                              followUp.title,
                              wording::words(followUp.kind),
                              due,
                              followUp.owner,
                              wording::words(followUp.status),
                              followUp.maintenanceRef,
                              followUp.note};
            for (QString &text : cells)
                text = cell(text);
            lines << cells.join(u',');
        }
    }
    return lines.join(u'\n');
}

Reminders::Reminders(Desk &desk)
    : m_desk(desk)
{
    connect(&m_desk, &Desk::changed, this, &Reminders::reload);
    connect(&m_timer, &QTimer::timeout, this, &Reminders::look);
    m_timer.start(lookInterval);
    reload({});
}

void Reminders::reload(const QString &incidentId)
{
    std::vector<Duty> duties;
    if (incidentId.isEmpty()) {
        duties = dutiesOf(m_desk);
    } else {
        duties = m_duties;
        std::erase_if(duties, [&](const Duty &duty) { return duty.incident == incidentId; });
        if (const auto incident = m_desk.load(incidentId))
            std::ranges::move(dutiesOf(*incident, m_desk.clock().now()),
                              std::back_inserter(duties));
        sortByUrgency(duties);
    }
    if (duties == m_duties)
        return;
    m_duties = std::move(duties);
    emit changed();
    look();
}

void Reminders::look()
{
    const base::Instant now = m_desk.clock().now();
    for (const Duty &duty : std::vector(m_duties)) {
        if (!duty.due || now + lead < *duty.due)
            continue;
        const bool isTime = now >= *duty.due;
        const QString key = duty.id + u'@' + QString::number(duty.due->time_since_epoch().count());
        if (m_told.contains({key, true}) || !m_told.insert({key, isTime}).second)
            continue;
        const QString when = wording::dueWords(*duty.due, now);
        switch (duty.kind) {
        case Duty::Kind::Promise:
            //: %1 what was promised, %2 as in "due in 2:19"
            emit reminded(duty, tr("Promised: “%1”, %2.").arg(duty.text, when));
            break;
        case Duty::Kind::FollowUp:
            emit reminded(duty, tr("To be done: %1, %2.").arg(duty.text, when));
            break;
        case Duty::Kind::Answer:
            //: %1 a provider
            emit reminded(duty, tr("Ask %1 again, %2.").arg(duty.text, when));
            break;
        case Duty::Kind::Explanation:
            //: %1 a provider
            emit reminded(duty, tr("Ask %1 for the explanation, %2.").arg(duty.text, when));
            break;
        }
    }
}

} // namespace workflow
