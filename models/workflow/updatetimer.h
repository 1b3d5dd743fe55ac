// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"
#include "workflow/desk.h"

#include <QTimer>
#include <set>

namespace workflow {

/// When readers expect the next word about an incident: what was promised, else what the rhythm of
/// its checklist asks for; nothing if nobody waits.
[[nodiscard]] std::optional<base::Instant>
updateDue(const incident::Incident &incident, const std::vector<incident::StepStatus> &steps);

/// The update of an incident that readers wait for.
struct DueUpdate
{
    QString incident;
    QString ref;
    QString title;
    base::Instant due{};

    bool operator==(const DueUpdate &) const = default;
};

/// "update due in 2:19" or "update overdue by 0:40"
[[nodiscard]] QString countdownWords(base::Instant due, base::Instant now);

/// Counts down to the next update of each open incident, and says so when one presses: once shortly
/// ahead, and once when it is overdue.
class UpdateTimer : public QObject
{
    Q_OBJECT

public:
    explicit UpdateTimer(Desk &desk);

    /// The most pressing one; nothing if nobody waits for any.
    [[nodiscard]] std::optional<DueUpdate> next() const;
    [[nodiscard]] base::Instant now() const { return m_desk.clock().now(); }
    /// Looks at the clock now; it does so by itself each second.
    void look();

signals:
    /// A second has passed, or another update is the next one.
    void ticked();
    void pressing(const workflow::DueUpdate &update, bool isOverdue);

private:
    void reload();

    Desk &m_desk;
    std::vector<DueUpdate> m_updates; ///< the most pressing first
    std::set<QString> m_told;
    QTimer m_second;
};

} // namespace workflow
