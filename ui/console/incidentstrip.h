// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"
#include "ui/duties/incidentforms.h"
#include "workflow/watch.h"

#include <QFrame>
#include <QTimeZone>

class QHBoxLayout;
class QToolButton;

namespace ui {

class ClockLabel;
class ElidedLabel;
class StampButton;
class StateBadge;

/// What the strip offers as a key: a stamp of an incident, or a step of planned work.
enum class StripKey { Noticed, Acknowledged, Fixed, BackToNormal, Start, Finish };

/// What else can be done with an incident, depending on its state.
enum class StripWish {
    Dismiss,
    Reopen,
    Close,
    CancelWork,
    StaysWell,   ///< what was watched is over
    GotWorse,    ///< what was watched is not over
    CheckFailed, ///< the work goes on
    EditChecklists,
};

/// The line that is always there: state, what it is, the clock since the first alert, the one next
/// thing and when it is due, and the stamps with their keys. It never scrolls and never jumps.
class IncidentStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit IncidentStrip(QWidget *parent = nullptr);

    /// No incident: `quiet` says how the service is.
    /// No incident is open; that is quiet only if all is measured and well.
    void showQuiet(const workflow::Watch &watch);
    void showIncident(const incident::Incident &incident,
                      const std::vector<incident::StepStatus> &steps, const QTimeZone &zone,
                      base::Instant now);
    /// What else is open, for the switch beside the title.
    void setOpenIncidents(const std::vector<ledger::Summary> &open, const QString &current);

signals:
    void pressed(ui::StripKey key);
    void chosen(const QString &incidentId);
    void wished(ui::StripWish wish);
    void formWished(ui::IncidentForm form);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    StampButton *addStamp(QHBoxLayout *layout, const QString &key, const QString &title,
                          StripKey meaning);
    void showWishes(const incident::Incident &incident);
    void showClock(const incident::Incident &incident, base::Instant now);
    void showNext(const incident::StepStatus *next, base::Instant now);
    void showStamps(const incident::Incident &incident, const QTimeZone &zone);
    void showStamp(StampButton *button, const incident::Incident &incident,
                   incident::Milestone milestone, const QTimeZone &zone, const QString &hint,
                   bool next);

    StateBadge *m_badge;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QToolButton *m_switch;
    QToolButton *m_more;
    std::optional<incident::State> m_wishesOf;
    std::vector<IncidentForm> m_forms; ///< that the menu offers
    ClockLabel *m_clock;
    QWidget *m_nextBlock;
    ElidedLabel *m_next;
    ElidedLabel *m_due;
    StampButton *m_noticed;
    StampButton *m_acknowledged;
    StampButton *m_fixed;
    StampButton *m_normal;
    StampButton *m_start;
    StampButton *m_finish;
};

} // namespace ui
