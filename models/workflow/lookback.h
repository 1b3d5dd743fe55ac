// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/aggregate.h"
#include "incident/calibration.h"
#include "workflow/desk.h"

#include <map>

/// Looking back at many incidents.
namespace workflow {

/// All of each incident that the filter finds, newest first.
[[nodiscard]] base::Result<std::vector<incident::Incident>>
incidentsOf(const Desk &desk, const ledger::Filter &filter);

/// How earlier estimates turned out, for the one that is being typed. History is read with the
/// first question about a kind, and not again until it is opened anew.
class CalibrationBook
{
public:
    explicit CalibrationBook(const Desk &desk);

    /// Forgets what was read. `except` is the incident for which the estimate is made.
    void open(const QString &except = {});
    /// One sentence; empty if the estimate has no limit that it could be held against, or the
    /// history cannot be read.
    [[nodiscard]] QString sentence(const incident::EstimateAsked &asked);

    /// So many incidents of a kind are looked at, the newest: older ones say little about today.
    static constexpr int depth = 300;

private:
    [[nodiscard]] const std::vector<incident::EstimateOutcome> &past(incident::Kind kind);

    const Desk &m_desk;
    QString m_except;
    std::map<incident::Kind, std::vector<incident::EstimateOutcome>> m_past;
};

} // namespace workflow
