// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/desk.h"

#include "incident/decide.h"
#include "incident/fold.h"
#include "timing/arithmetic.h"
#include "timing/zone.h"
#include "workflow/checklistbook.h"

#include <algorithm>

namespace workflow {

using namespace Qt::StringLiterals;
using base::Result;
using incident::Incident;
using incident::Milestone;
using incident::State;
using timing::RoughInstant;

namespace {

incident::Window windowOf(const NewIncident &request)
{
    incident::Window window;
    window.effect = request.effect;
    window.felt = request.felt;
    window.components = request.components;
    window.start = request.started;
    window.end = request.ended;
    window.duration = request.duration;
    window.evidence = request.evidence;
    return window;
}

/// Lower comes first in the list of what needs somebody.
int urgency(State state)
{
    switch (state) {
    case State::Active:
        return 0;
    case State::Suspected:
        return 1;
    case State::InProgress:
    case State::AfterEffects:
    case State::Verifying:
        return 2;
    case State::Monitoring:
        return 3;
    case State::Restored:
        return 4;
    case State::Scheduled:
    case State::Draft:
        return 5;
    default:
        return 6;
    }
}

} // namespace

Desk::Desk(ledger::Ledger &ledger, settings::Settings &settings, const base::Clock &clock,
           base::IdSource &ids, QString dataDir)
    : m_ledger(ledger)
    , m_settings(settings)
    , m_clock(clock)
    , m_ids(ids)
    , m_dataDir(std::move(dataDir))
    , m_dataVersion(ledger.dataVersion())
{}

Result<Incident> Desk::open(const NewIncident &request)
{
    const bool over = request.entry == incident::EntryMode::Retrospective;
    incident::OpenIncident command;
    command.kind = request.kind;
    command.entry = request.entry;
    command.title = request.title;
    command.severity = request.severity;
    command.windows = {windowOf(request)};
    command.detected = request.detected;
    const RoughInstant now = RoughInstant::exact(m_clock.now());
    if (!over) {
        command.state = State::Active;
        if (!command.detected.isKnown())
            command.detected = now;
        if (!command.windows.front().start.isKnown())
            command.windows.front().start = timing::RoughInstant::notAfter(m_clock.now());
    } else if (request.ended.isKnown()) {
        command.state = State::Restored;
        command.backToNormal = request.ended;
    } else {
        command.state = State::Monitoring;
    }
    command.checklist = checklistFor(command);
    return enter(std::move(command));
}

Result<Incident> Desk::record(incident::OpenIncident request,
                              std::span<const incident::Command> following)
{
    request.checklist = checklistFor(request);
    return enter(std::move(request), following);
}

Result<Incident> Desk::plan(const NewMaintenance &request)
{
    incident::Window window;
    window.planned = true;
    window.effect = request.effect;
    window.felt = request.felt;
    window.components = request.components;
    window.start = request.start;
    window.end =
        request.end.isKnown() ? request.end : timing::plus(request.start, request.expected);
    window.duration = request.expected;
    window.inside = request.end.isKnown();

    incident::OpenIncident command;
    command.kind = incident::Kind::Maintenance;
    command.entry = incident::EntryMode::Planned;
    command.state = State::Scheduled;
    command.title = request.title;
    command.windows = {window};
    command.checklist = checklistFor(command);
    return enter(std::move(command));
}

Result<Incident> Desk::propose(incident::OpenIncident request)
{
    request.entry = incident::EntryMode::Live;
    request.state = State::Suspected;
    request.checklist = checklistFor(request);
    return enter(std::move(request));
}

Result<Incident> Desk::enter(incident::OpenIncident request,
                             std::span<const incident::Command> following)
{
    request.id = newId();
    auto opened = m_ledger.change(request.id, author(), entering(request, following));
    if (opened)
        announce(request.id);
    return opened;
}

ledger::Decide Desk::entering(incident::OpenIncident request,
                              std::span<const incident::Command> following)
{
    request.zone = QString::fromUtf8(zone().id());
    const std::vector<incident::Command> then(following.begin(), following.end());
    return [this, request, then](const Incident &fresh) -> Result<std::vector<incident::NewEvent>> {
        const auto ref = m_ledger.nextRef(timing::toLocal(m_clock.now(), zone()).date());
        if (!ref)
            return base::passOn(ref);
        incident::OpenIncident named = request;
        named.ref = *ref;
        const incident::Occasion occasion{m_clock.now(), author()};
        auto events = incident::decide(fresh, named, occasion);
        Incident soFar = fresh;
        std::size_t applied = 0;
        for (const incident::Command &command : then) {
            for (; events && applied < events->size(); ++applied) {
                const incident::NewEvent &event = (*events)[applied];
                incident::apply(soFar, {newId(), request.id, event.payload, event.occurred,
                                        occasion.now, occasion.author});
            }
            if (!events)
                break;
            const auto more = incident::decide(soFar, command, occasion);
            if (!more)
                return base::passOn(more);
            events->insert(events->end(), more->begin(), more->end());
        }
        return events;
    };
}

ledger::Decide Desk::deciding(const incident::Command &command) const
{
    return [this, command](const Incident &incident) {
        return incident::decide(incident, command, {m_clock.now(), author()});
    };
}

Result<Incident> Desk::run(const QString &incidentId, const incident::Command &command,
                           const ledger::Along &along)
{
    auto changed = m_ledger.change(incidentId, author(), deciding(command), along);
    if (changed)
        announce(incidentId);
    return changed;
}

Result<Incident> Desk::stampNow(const QString &incidentId, Milestone milestone,
                                const QString &reason)
{
    const auto incident = load(incidentId);
    if (!incident)
        return incident;
    // What was told afterwards, and is still watched, has its end already.
    const bool ended = milestone == Milestone::BackToNormal && !incident->hasOpenWindow() &&
                       incident->milestone(milestone).isKnown();
    if (ended && incident->state == State::Monitoring)
        return run(incidentId, incident::Advance{State::Restored, reason});
    incident::Stamp stamp{milestone, RoughInstant::exact(m_clock.now()), incident::Source::Manual,
                          reason};
    if (milestone == Milestone::BackToNormal) {
        if (const RoughInstant over = endOfAlerts(*incident); over.isKnown()) {
            stamp.at = over;
            stamp.source = incident::Source::Alert;
        }
    }
    return run(incidentId, stamp);
}

Result<Incident> Desk::close(const QString &incidentId, const QString &reason)
{
    auto incident = load(incidentId);
    if (incident && incident->state == State::Restored)
        incident = run(incidentId, incident::Advance{State::Review, reason});
    if (!incident)
        return incident;
    return run(incidentId, incident::Advance{State::Closed, reason});
}

Result<Incident> Desk::reopen(const QString &incidentId, const RoughInstant &since,
                              const QString &reason)
{
    const auto incident = load(incidentId);
    if (!incident)
        return incident;
    const auto windows = incident->actualWindows();
    incident::Window window = windows.empty() ? incident::Window() : windows.back();
    window.start = since.isKnown() ? since : RoughInstant::exact(m_clock.now());
    window.duration = {};
    window.evidence.clear();
    return run(incidentId, incident::Reopen{window, reason});
}

Result<Incident> Desk::load(const QString &incidentId) const
{
    return m_ledger.load(incidentId);
}

std::vector<ledger::Summary> Desk::openIncidents() const
{
    ledger::Filter filter;
    filter.openOnly = true;
    auto open = m_ledger.list(filter).value_or(std::vector<ledger::Summary>());
    std::ranges::stable_sort(open, {},
                             [](const ledger::Summary &summary) { return urgency(summary.state); });
    return open;
}

Result<std::vector<ledger::Hit>> Desk::find(ledger::Filter filter, const QString &text) const
{
    filter.text = text;
    if (!text.trimmed().isEmpty())
        return m_ledger.search(filter);
    const auto fitting = m_ledger.list(filter);
    if (!fitting)
        return base::passOn(fitting);
    std::vector<ledger::Hit> hits;
    for (const ledger::Summary &summary : *fitting)
        hits.push_back({summary, {}});
    return hits;
}

QString Desk::author() const
{
    const QString name = m_settings.get(settings::author);
    return name.isEmpty() ? qEnvironmentVariable("USER", u"on call"_s) : name;
}

QTimeZone Desk::zone() const
{
    const QString name = m_settings.get(settings::zone);
    return timing::zoneByName(name).value_or(QTimeZone::systemTimeZone());
}

QByteArray Desk::checklistFor(const incident::OpenIncident &request) const
{
    QStringList parts;
    for (const incident::Window &window : request.windows)
        parts += window.components;
    const ChecklistBook book(m_dataDir);
    return incident::toJson(book.listFor(request.kind, request.entry, parts));
}

void Desk::followOthers()
{
    m_settings.follow();
    const qint64 version = m_ledger.dataVersion();
    if (version == m_dataVersion)
        return;
    m_dataVersion = version;
    emit changed({});
}

void Desk::announce(const QString &incidentId)
{
    m_dataVersion = m_ledger.dataVersion();
    emit changed(incidentId);
}

RoughInstant endOfAlerts(const Incident &incident)
{
    RoughInstant last;
    const RoughInstant started = incident.milestone(Milestone::Started);
    for (const incident::AlertEvidence &alert : incident.alerts) {
        if (!alert.ended.isKnown())
            return {};
        const bool ofThisRound = timing::canPrecede(started, alert.ended);
        if (ofThisRound && (!last.hi() || alert.ended.hi() > last.hi()))
            last = alert.ended;
    }
    return last;
}

} // namespace workflow
