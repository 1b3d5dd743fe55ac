// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/alertlink.h"
#include "workflow/upstreams.h"

/// What the alerts of other servers come to: evidence, and proposals of incidents.
namespace workflow {

using namespace Qt::StringLiterals;
using base::Result;
using upstream::Alert;

namespace {

const QString evidencePrefix = u"upstream/"_s;

} // namespace

bool Upstreams::isFromUpstream(const incident::AlertEvidence &evidence)
{
    return evidence.alert.startsWith(evidencePrefix);
}

incident::AlertEvidence Upstreams::evidenceOf(const Alert &alert)
{
    incident::AlertEvidence evidence;
    const auto known = m_evidence.find(alert.id);
    evidence.alert = known == m_evidence.end() ? alert.id : known->second;
    evidence.monitor = upstream::titleOf(alert);
    evidence.summary = upstream::summaryOf(alert);
    evidence.started = upstream::startedOf(alert);
    evidence.detected = upstream::detectedOf(alert);
    evidence.ended = upstream::endedOf(alert);
    return evidence;
}

/// After a restart an alert is still the one that the ledger knows, whoever told about it first.
Result<incident::Incident> Upstreams::link(const Alert &alert)
{
    if (!m_evidence.contains(alert.id)) {
        for (const ledger::Summary &open : m_desk.openIncidents()) {
            const auto incident = m_desk.load(open.id);
            for (const auto &known : incident ? incident->alerts : decltype(incident->alerts)()) {
                if (isFromUpstream(known) && !known.ended.isKnown() &&
                    known.monitor == upstream::titleOf(alert))
                    m_evidence[alert.id] = known.alert;
            }
        }
    }
    return linkToOpen(m_desk, evidenceOf(alert), evidencePrefix + upstream::nameOf(alert),
                      componentOf(alert));
}

/// What somebody has silenced wakes nobody; what was known already is told what is new.
void Upstreams::raise(const Alert &alert)
{
    if (upstream::weightOf(alert) == upstream::Weight::Note)
        return;
    const bool isKnown = m_evidence.contains(alert.id);
    if (alert.isMuted && !isKnown)
        return;
    auto incident = link(alert);
    if (!incident && incident.error().kind == base::ErrorKind::NotFound && !isKnown) {
        const QString component = componentOf(alert);
        if (m_mutes.of({component})) {
            m_held.insert(alert.id);
            return;
        }
        const QString what = component.isEmpty() ? upstream::titleOf(alert) : component;
        const QString summary = upstream::summaryOf(alert);
        const bool isSlow = upstream::weightOf(alert) == upstream::Weight::Warning;
        incident = proposeFrom(m_desk, evidenceOf(alert),
                               {what, evidencePrefix + upstream::nameOf(alert), isSlow,
                                tr("from the alert %1").arg(upstream::titleOf(alert))},
                               summary.isEmpty() ? upstream::titleOf(alert) : summary);
    }
    if (!incident && incident.error().kind != base::ErrorKind::NotFound)
        emit failed(incident.error());
    if (incident)
        m_evidence.try_emplace(alert.id, alert.id);
    if (!isKnown)
        emit alertRaised(alert, incident ? incident->id : QString());
}

void Upstreams::raiseWhatWasMuted()
{
    for (const upstream::AlertBook::Entry &entry : m_book.firing()) {
        if (!m_mutes.of({componentOf(entry.alert)}) && m_held.erase(entry.alert.id))
            raise(entry.alert);
    }
}

void Upstreams::recover(const Alert &alert)
{
    m_held.erase(alert.id);
    if (!m_evidence.contains(alert.id))
        return;
    const auto incident = linkToOpen(m_desk, evidenceOf(alert), {}, {});
    m_evidence.erase(alert.id);
    if (!incident && incident.error().kind != base::ErrorKind::NotFound)
        emit failed(incident.error());
    emit alertVanished(alert, incident ? incident->id : QString());
}

} // namespace workflow
