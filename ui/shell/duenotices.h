// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/notifier.h"
#include "workflow/updatetimer.h"

namespace ui {

/// Shows the countdown to the next update on the desktop, and says when one presses. Both outlive
/// it.
class DueNotices final : public QObject
{
    Q_OBJECT

public:
    DueNotices(workflow::UpdateTimer &timer, Notifier &notifier);

signals:
    /// The update of this incident is to be written; empty: the window is to come forward.
    void wanted(const QString &incidentId);

private:
    void showStatus();
    void tell(const workflow::DueUpdate &update, bool isOverdue);

    workflow::UpdateTimer &m_timer;
    Notifier &m_notifier;
    QString m_told; ///< the incident of the last notification
};

} // namespace ui
