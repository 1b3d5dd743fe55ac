// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decide.h"
#include "incident/split.h"
#include "timing/zone.h"
#include "workflow/desk.h"

#include <algorithm>
#include <QCoreApplication>

namespace workflow {

using base::Result;
using incident::Incident;
using incident::Milestone;
using incident::Relation;
using incident::State;
using timing::RoughInstant;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

} // namespace

Result<Incident> Desk::recur(const QString &incidentId, const RoughInstant &since,
                             const QString &reason)
{
    const auto before = load(incidentId);
    if (!before)
        return before;
    const auto windows = before->actualWindows();
    incident::OpenIncident opening;
    opening.id = newId();
    opening.kind = before->kind;
    opening.title = before->title;
    opening.severity = before->severity;
    opening.monitor = before->monitor;
    incident::Window window = windows.empty() ? incident::Window() : windows.back();
    window.start = since.isKnown() ? since : RoughInstant::exact(m_clock.now());
    window.end = RoughInstant();
    window.duration = {};
    window.inside = false;
    window.several = false;
    window.evidence.clear();
    opening.windows = {window};
    opening.detected = RoughInstant::exact(m_clock.now());
    opening.checklist = checklistFor(opening);
    opening.links = {{Relation::RecurrenceOf, before->id, before->ref, reason}};
    const incident::Link back{Relation::CameBackAs, opening.id, {}, reason};
    const auto linkBack = [this, back](const Incident &old) {
        incident::Link named = back;
        named.ref = load(back.incident).value_or(Incident()).ref;
        return incident::decide(old, incident::LinkIncident{named}, {m_clock.now(), author()});
    };
    const auto done = m_ledger.changeTogether(
        {{opening.id, entering(opening)}, {incidentId, linkBack}}, author());
    if (!done)
        return base::passOn(done);
    announce(incidentId);
    announce(opening.id);
    return done->front();
}

Result<Incident> Desk::planFor(const Incident &incident, const incident::FollowUp &followUp)
{
    incident::Window window;
    window.planned = true;
    window.effect = incident::Effect::MaintenanceMode;
    window.components = incident.components();
    incident::OpenIncident opening;
    opening.id = newId();
    opening.kind = incident::Kind::Maintenance;
    opening.entry = incident::EntryMode::Planned;
    opening.state = State::Draft;
    opening.title = followUp.title;
    opening.windows = {window};
    opening.links = {{Relation::PlannedFor, incident.id, incident.ref, {}}};
    opening.checklist = checklistFor(opening);
    const auto link = [this, followUp, id = opening.id](const Incident &from) {
        incident::FollowUp linked = followUp;
        linked.maintenance = id;
        linked.maintenanceRef = load(id).value_or(Incident()).ref;
        return incident::decide(from, incident::PutFollowUp{linked}, {m_clock.now(), author()});
    };
    const auto done =
        m_ledger.changeTogether({{opening.id, entering(opening)}, {incident.id, link}}, author());
    if (!done)
        return base::passOn(done);
    announce(incident.id);
    announce(opening.id);
    return done->front();
}

Result<Incident> Desk::split(const QString &incidentId, const QString &title,
                             const std::vector<int> &windows, const QStringList &components,
                             const QString &reason)
{
    const auto whole = load(incidentId);
    if (!whole)
        return whole;
    incident::OpenIncident opening;
    opening.id = newId();
    opening.kind = whole->kind;
    opening.title = title.trimmed().isEmpty() ? whole->title : title;
    opening.severity = whole->severity;
    opening.links = {{Relation::SplitFrom, whole->id, whole->ref, reason}};
    opening.reason = reason;
    incident::SplitOff leaving{opening.id, {}, windows, components, reason};
    opening.windows = incident::windowsLeaving(*whole, leaving);
    const bool runs = std::ranges::any_of(opening.windows, &incident::Window::isOpen);
    opening.entry = runs ? incident::EntryMode::Live : incident::EntryMode::Retrospective;
    opening.state = runs ? State::Active : State::Restored;
    if (runs)
        opening.detected = RoughInstant::exact(m_clock.now());
    opening.checklist = checklistFor(opening);
    const auto leave = [this, leaving](const Incident &from) {
        incident::SplitOff named = leaving;
        named.ref = load(leaving.incident).value_or(Incident()).ref;
        return incident::decide(from, named, {m_clock.now(), author()});
    };
    const auto parted =
        m_ledger.changeTogether({{opening.id, entering(opening)}, {incidentId, leave}}, author());
    if (!parted)
        return base::passOn(parted);
    announce(incidentId);
    announce(opening.id);
    return parted->front();
}

Result<Incident> Desk::merge(const QString &incidentId, const QString &into, const QString &reason)
{
    if (incidentId == into) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("That is the same incident. Choose the one it goes on in."));
    }
    const auto stays = load(into);
    if (!stays)
        return stays;
    const auto takeOver = [this, incidentId,
                           reason](const Incident &in) -> Result<std::vector<incident::NewEvent>> {
        const auto ends = load(incidentId);
        if (!ends)
            return base::passOn(ends);
        incident::TakeOver takes{ends->id, ends->ref, {}, ends->alerts, {}, reason};
        std::ranges::copy_if(ends->windows, std::back_inserter(takes.windows),
                             [](const incident::Window &window) { return !window.planned; });
        std::ranges::copy_if(ends->promises, std::back_inserter(takes.promises),
                             &incident::Promise::isOpen);
        return incident::decide(in, takes, {m_clock.now(), author()});
    };
    const incident::MergeInto goes{stays->id, stays->ref, reason};
    const auto merged =
        m_ledger.changeTogether({{into, takeOver}, {incidentId, deciding(goes)}}, author());
    if (!merged)
        return base::passOn(merged);
    announce(incidentId);
    announce(into);
    return merged->front();
}

} // namespace workflow
