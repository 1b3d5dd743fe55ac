// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/lookback.h"

#include "wording/statwords.h"

namespace workflow {

using base::Result;
using incident::EstimateOutcome;
using incident::Incident;

Result<std::vector<Incident>> incidentsOf(const Desk &desk, const ledger::Filter &filter)
{
    const auto found = desk.ledger().list(filter);
    if (!found)
        return base::passOn(found);
    std::vector<Incident> incidents;
    incidents.reserve(found->size());
    for (const ledger::Summary &summary : *found) {
        auto incident = desk.load(summary.id);
        if (!incident)
            return base::passOn(incident);
        incidents.push_back(std::move(*incident));
    }
    return incidents;
}

CalibrationBook::CalibrationBook(const Desk &desk)
    : m_desk(desk)
{}

void CalibrationBook::open(const QString &except)
{
    m_except = except;
    m_past.clear();
}

QString CalibrationBook::sentence(const incident::EstimateAsked &asked)
{
    if (!incident::boundOf(asked.stated))
        return {};
    const auto calibration = incident::calibrate(past(asked.kind), asked);
    return calibration ? wording::calibrationWords(*calibration) : QString();
}

const std::vector<EstimateOutcome> &CalibrationBook::past(incident::Kind kind)
{
    const auto known = m_past.find(kind);
    if (known != m_past.end())
        return known->second;
    std::vector<EstimateOutcome> &outcomes = m_past[kind];
    ledger::Filter filter;
    filter.kind = kind;
    filter.limit = depth;
    const auto incidents = incidentsOf(m_desk, filter).value_or(std::vector<Incident>());
    for (const Incident &incident : incidents) {
        if (incident.id == m_except)
            continue;
        const auto ofThis = incident::outcomesOf(incident);
        outcomes.insert(outcomes.end(), ofThis.begin(), ofThis.end());
    }
    return outcomes;
}

} // namespace workflow
