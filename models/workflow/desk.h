// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/id.h"
#include "base/result.h"
#include "incident/checklist.h"
#include "incident/command.h"
#include "incident/incident.h"
#include "ledger/ledger.h"
#include "settings/settings.h"

#include <QObject>
#include <QTimeZone>
#include <span>

namespace workflow {

/// An incident that somebody opens by hand.
struct NewIncident
{
    incident::Kind kind = incident::Kind::Outage;
    incident::EntryMode entry = incident::EntryMode::Live;
    QString title;
    QString felt;
    QStringList components;
    incident::Effect effect = incident::Effect::Down;
    int severity = 0; ///< 1 to 4; 0 = not set yet
    timing::RoughInstant started;
    timing::RoughInstant ended; ///< retrospective only; its back to normal too
    timing::RoughDuration duration;
    timing::RoughInstant detected; ///< live: now, if it is left open
    QString evidence;              ///< where started and ended come from, for people; may be empty
};

/// Planned work.
struct NewMaintenance
{
    QString title;
    QString felt;
    QStringList components;
    incident::Effect effect = incident::Effect::MaintenanceMode;
    timing::RoughInstant start;     ///< the window within which it happens
    timing::RoughInstant end;       ///< may be unknown: then start is the planned start
    timing::RoughDuration expected; ///< how long it takes at the most
};

/// Where incidents are handled: every change that a person, an alert or the command line asks for
/// goes through run(), so that all of them follow the same rules.
class Desk : public QObject
{
    Q_OBJECT

public:
    Desk(ledger::Ledger &ledger, settings::Settings &settings, const base::Clock &clock,
         base::IdSource &ids, QString dataDir);

    [[nodiscard]] base::Result<incident::Incident> open(const NewIncident &request);
    /// What somebody tells afterwards, as the retrospective form has it; id, reference, zone and
    /// checklist are given here. What is to follow the opening is stored with it, or nothing is.
    [[nodiscard]] base::Result<incident::Incident>
    record(incident::OpenIncident request, std::span<const incident::Command> following = {});
    [[nodiscard]] base::Result<incident::Incident> plan(const NewMaintenance &request);
    /// Opens what an alert proposes: suspected, until somebody says that it is real.
    [[nodiscard]] base::Result<incident::Incident> propose(incident::OpenIncident request);

    [[nodiscard]] base::Result<incident::Incident> run(const QString &incidentId,
                                                       const incident::Command &command,
                                                       const ledger::Along &along = {});
    /// A milestone now, or for back to normal when the alerts of the incident ended.
    [[nodiscard]] base::Result<incident::Incident>
    stampNow(const QString &incidentId, incident::Milestone milestone, const QString &reason = {});
    /// From restored to review to closed, as far as the rules let it.
    [[nodiscard]] base::Result<incident::Incident> close(const QString &incidentId,
                                                         const QString &reason = {});

    /// It is back: the last window again, open, since then (unknown: now).
    [[nodiscard]] base::Result<incident::Incident>
    reopen(const QString &incidentId, const timing::RoughInstant &since, const QString &reason);

    /// The same trouble again, but another fault: a new incident, linked to the one before.
    [[nodiscard]] base::Result<incident::Incident>
    recur(const QString &incidentId, const timing::RoughInstant &since, const QString &reason);
    /// A draft of planned work for what an incident leaves behind, with the same parts; the
    /// follow-up, new or changed, leads to it. Answers with the draft.
    [[nodiscard]] base::Result<incident::Incident> planFor(const incident::Incident &incident,
                                                           const incident::FollowUp &followUp);
    /// A part of an incident as one of its own; answers with the new one. Windows leave whole,
    /// components out of the windows they stand in.
    [[nodiscard]] base::Result<incident::Incident>
    split(const QString &incidentId, const QString &title, const std::vector<int> &windows,
          const QStringList &components, const QString &reason);
    /// `incidentId` goes on in `into`, which takes over what it knows; answers with `into`.
    [[nodiscard]] base::Result<incident::Incident>
    merge(const QString &incidentId, const QString &into, const QString &reason);

    [[nodiscard]] base::Result<incident::Incident> load(const QString &incidentId) const;
    /// Not closed, dismissed or cancelled; the most urgent first.
    [[nodiscard]] std::vector<ledger::Summary> openIncidents() const;

    /// Newest first; with a text only those that hold all its words, each with where, and the best
    /// first (see Ledger::search()).
    [[nodiscard]] base::Result<std::vector<ledger::Hit>> find(ledger::Filter filter,
                                                              const QString &text) const;

    [[nodiscard]] QString author() const;
    [[nodiscard]] QTimeZone zone() const;
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] ledger::Ledger &ledger() { return m_ledger; }
    [[nodiscard]] const ledger::Ledger &ledger() const { return m_ledger; }
    [[nodiscard]] settings::Settings &settings() { return m_settings; }
    [[nodiscard]] QString newId() { return m_ids.next(); }
    [[nodiscard]] const QString &dataDir() const { return m_dataDir; }

    /// Says through changed() that something else in this process has written.
    void announce(const QString &incidentId);
    /// Looks whether another process has written, and says so through changed().
    void followOthers();

signals:
    /// Empty: any of them may have changed.
    void changed(const QString &incidentId);

private:
    [[nodiscard]] base::Result<incident::Incident>
    enter(incident::OpenIncident request, std::span<const incident::Command> following = {});
    /// The opening as a decision, with its zone and the next free reference.
    [[nodiscard]] ledger::Decide entering(incident::OpenIncident request,
                                          std::span<const incident::Command> following = {});
    [[nodiscard]] ledger::Decide deciding(const incident::Command &command) const;
    /// The list that it keeps from now on.
    [[nodiscard]] QByteArray checklistFor(const incident::OpenIncident &request) const;

    ledger::Ledger &m_ledger;
    settings::Settings &m_settings;
    const base::Clock &m_clock;
    base::IdSource &m_ids;
    QString m_dataDir;
    qint64 m_dataVersion = -1;
};

/// When the alerts say that it was over: the last end, if all of them have; else unknown.
[[nodiscard]] timing::RoughInstant endOfAlerts(const incident::Incident &incident);

} // namespace workflow
