// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/notifier.h"
#include "workflow/arrivals.h"
#include "workflow/updatetimer.h"

namespace ui {

/// Shows the countdown to the next update on the desktop, and says when one presses, or when an
/// incident is suspected. All outlive it.
class DueNotices final : public QObject
{
    Q_OBJECT

public:
    DueNotices(workflow::UpdateTimer &timer, workflow::Arrivals &arrivals, Notifier &notifier);

    /// A remedy that nobody confirmed has ended: it is told like an incident that is suspected.
    void tellRemedy(const QString &incidentId, const incident::RemedyRun &run);

signals:
    /// The update of this incident is to be written; empty: the window is to come forward.
    void wanted(const QString &incidentId);
    /// This incident is to be shown.
    void shown(const QString &incidentId);

private:
    void showStatus();
    void tell(const workflow::DueUpdate &update, bool isOverdue);
    void tellArrival(const ledger::Summary &incident);

    workflow::UpdateTimer &m_timer;
    Notifier &m_notifier;
    QString m_told;             ///< the incident of the last notification
    bool m_isToBeShown = false; ///< it is to be looked at, and no update is to be written
};

} // namespace ui
