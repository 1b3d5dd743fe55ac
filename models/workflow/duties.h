// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <QTimer>
#include <set>

namespace workflow {

/// Something that somebody waits for.
struct Duty
{
    enum class Kind {
        Promise,
        FollowUp,
        Answer,      ///< that a provider owes us: ask again
        Explanation, ///< that a provider owes us, with no single question open
    };

    Kind kind = Kind::Promise;
    QString id;
    QString incident;
    QString ref;
    QString text;
    QString owner;
    std::optional<base::Instant> due; ///< the latest time; nothing: nobody has said
    QString trigger;                  ///< instead of a time
    base::Instant made{};
    QString plan{}; ///< id of the planned work that a follow-up has become; may be empty

    bool operator==(const Duty &) const = default;
};

/// All that is open, the most urgent first: promises and questions of open incidents, follow-ups of
/// every incident. What has no time comes last.
[[nodiscard]] std::vector<Duty> dutiesOf(const Desk &desk);
/// Those of one incident, as they come.
[[nodiscard]] std::vector<Duty> dutiesOf(const incident::Incident &incident, base::Instant now);

/// Every follow-up as a table for other programs (CSV, one line each, with a heading). No cell is a
/// formula for the program that reads it.
[[nodiscard]] QString followUpTable(const Desk &desk, bool settledToo);
/// The incidents that have left work behind.
[[nodiscard]] std::vector<incident::Incident> incidentsWithFollowUps(const Desk &desk);

/// Says when something falls due: once ahead, and once when it is time.
class Reminders : public QObject
{
    Q_OBJECT

public:
    explicit Reminders(Desk &desk);

    /// Looks at the clock now; it does so by itself every few seconds.
    void look();
    [[nodiscard]] const std::vector<Duty> &duties() const { return m_duties; }

signals:
    /// The list is another one.
    void changed();
    /// A sentence for the user.
    void reminded(const workflow::Duty &duty, const QString &sentence);

private:
    /// What one incident asks for now; empty: all of them.
    void reload(const QString &incidentId);

    Desk &m_desk;
    std::vector<Duty> m_duties;
    std::set<std::pair<QString, bool>> m_told; ///< which, and whether it was time
    QTimer m_timer;
};

} // namespace workflow
