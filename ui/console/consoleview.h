// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compose/composepane.h"
#include "ui/console/incidentstrip.h"
#include "ui/widget/noticebar.h"
#include "workflow/compose.h"
#include "workflow/watch.h"

#include <functional>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QSplitter;

namespace ui {

class ChecklistPane;
class DutyList;
class HealthModel;
class HealthPane;
class ReasonBar;
class WatchHealth;
struct OutageMark;
} // namespace ui

namespace workflow {
class Marks;
class Reminders;
class Remedies;
struct Overrun;
} // namespace workflow

namespace ui {

/// What the console needs from the rest of the program.
struct ConsoleParts
{
    workflow::Desk &desk;
    workflow::Watch &watch;
    workflow::Compose &compose;
    std::vector<TargetLabel> targets;
};

/// The view the engineer lives in: what the servers say, what we tell people, what to do next,
/// under the strip of the incident.
class ConsoleView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConsoleView(ConsoleParts parts, QWidget *parent = nullptr);

    /// Shows this incident; empty: the most urgent one.
    void showIncident(const QString &incidentId);
    [[nodiscard]] const QString &incidentId() const { return m_incident.id; }
    [[nodiscard]] ComposePane &composePane() { return *m_composePane; }
    [[nodiscard]] IncidentStrip &strip() { return *m_strip; }
    [[nodiscard]] HealthPane &healthPane() { return *m_healthPane; }
    [[nodiscard]] const HealthModel &health() const;
    /// Shows them on the charts. They outlive the view.
    void setMarks(const workflow::Marks &marks);
    /// What is owed stands under the checklist. They outlive the view.
    void setReminders(const workflow::Reminders &reminders);
    /// Runs the remedies of checklists. They outlive the view.
    void setRemedies(workflow::Remedies &remedies);

    /// Stands under the checklist; the view takes it.
    void addAside(QWidget *card);

    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);

public slots:
    void press(ui::StripKey key);
    /// Opens the form for an incident, whatever is shown.
    void openIncident();
    /// Opens the form for what is over already.
    void tellAfterwards();
    /// Takes the newest stamp of this session back.
    void undoStamp();
    void reopen();
    void dismiss();
    /// Through its review, as far as the rules let it.
    void closeIncident();
    void cancelWork();
    /// To a state that no stamp leads to: what was watched stays well, say.
    void advance(incident::State to, const QString &reason = {});
    /// Asks for the rest of what can be done, and does it.
    void fillIn(ui::IncidentForm form);
    /// The next of the open incidents, the most urgent first and round again.
    void showNextIncident();
    void focusHealth();
    void focusCompose();
    void focusChecklist();
    void showNotice(const ui::Notice &notice);
    void showError(const base::Error &error);
    /// An incident is suspected; leads to it, if another one is shown.
    void tellArrival(const ledger::Summary &incident);

signals:
    void addMonitorRequested();
    void addChartRequested();
    /// The checklists themselves are to be changed.
    void checklistsWanted();
    /// The record of a provider is to be seen.
    void providerWanted(const QString &name);
    /// All that is owed wants to be seen.
    void dutiesRequested();
    /// Another incident, or none, is shown now.
    void incidentChanged(const QString &incidentId);
    /// An earlier incident, which looks like this one, is to be shown.
    void similarChosen(const QString &incidentId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeNotice();
    void reload();
    void refresh();
    void stamp(incident::Milestone milestone, const QString &reason = {});
    void runMaintenance(StripKey key);
    void loadOtherWork(const std::vector<ledger::Summary> &open);
    void watchOverrun();
    [[nodiscard]] bool isNews(const incident::Incident &work, const workflow::Overrun &overrun);
    void offerOverrun(const incident::Incident &work, const QString &more);
    void forgetOverrun();
    void recallSimilar();
    void offerNewTitle();
    void offer(const Notice &notice, std::function<void()> act);
    void correct(incident::Milestone milestone);
    void askReason(const QString &question, std::function<void(const QString &)> answer);
    /// Shows an error; where a rule only wants a reason, asks and tries again.
    void settle(const base::Result<incident::Incident> &done,
                std::function<void(const QString &)> retry);
    void offerUndo(incident::Milestone milestone);
    void markOutage(const OutageMark &mark, const QString &reason = {});
    void openFor(const OutageMark &mark);
    void showChartMenu(const QString &seriesId, const QPoint &at);
    void offerWindowUndo(const incident::Incident &before, const incident::Incident &after,
                         int seq);
    void undoWindow(const QString &incidentId, int seq, const std::optional<incident::Window> &old,
                    bool wasNormal);
    void actOnNotice(int index);

    workflow::Desk &m_desk;
    workflow::Watch &m_watch;
    workflow::Compose &m_compose;
    incident::Incident m_incident;
    bool m_pinned = false; ///< somebody chose this incident; it stays while it is open
    std::optional<incident::Milestone> m_undoable;
    std::function<void()> m_undoWindow;          ///< instead of a stamp
    QString m_arrival;                           ///< suspected last, and not looked at yet
    QSet<QString> m_recalled;                    ///< incidents that were compared with earlier ones
    std::function<void()> m_onNotice;            ///< what its button does, if it is not to undo
    std::vector<incident::Incident> m_otherWork; ///< planned work that is open and not shown
    QSet<QString> m_overrunTold;                 ///< plans that were said to take longer
    QString m_overrunShown;                      ///< of them, the one whose estimate was drafted
    QString m_overrunDraft;                      ///< that estimate
    int m_overrunWindow = 0;                     ///< the running window that it is about
    std::function<void(const QString &)> m_withReason;

    IncidentStrip *m_strip;
    NoticeBar *m_notice;
    ReasonBar *m_reason;
    WatchHealth *m_health;
    HealthPane *m_healthPane;
    ComposePane *m_composePane;
    ChecklistPane *m_checklist;
    DutyList *m_owed;
    const workflow::Reminders *m_reminders = nullptr;
    workflow::Remedies *m_remedies = nullptr;
    QSplitter *m_splitter;
    QTimer m_second;
    QTimer m_noticeTimer;
};

} // namespace ui
