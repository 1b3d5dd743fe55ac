// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow.h"

#include "ui/alerts/alertspanel.h"
#include "ui/duties/dutiesview.h"
#include "ui/health/healthpane.h"
#include "ui/history/historyview.h"
#include "ui/outbox/outboxview.h"
#include "ui/settings/settingsview.h"
#include "workflow/siteupkeep.h"

/// Everything that the window can do, with its keys: also what the palette lists.
namespace ui {

void MainWindow::buildActions()
{
    addAction(tr("Noticed: stamp it, or open an incident"), Qt::Key_N,
              [this] { m_console->press(StripKey::Noticed); });
    addAction(tr("Acknowledged: stamp it"), Qt::Key_A,
              [this] { m_console->press(StripKey::Acknowledged); });
    addAction(tr("Fixed: stamp it"), Qt::Key_F, [this] { m_console->press(StripKey::Fixed); });
    addAction(tr("Back to normal: stamp it"), Qt::Key_B,
              [this] { m_console->press(StripKey::BackToNormal); });
    addAction(tr("Start planned work"), Qt::Key_S, [this] { m_console->press(StripKey::Start); });
    addAction(tr("End planned work"), Qt::Key_E, [this] { m_console->press(StripKey::Finish); });
    addAction(tr("Undo the last stamp"), QKeySequence::Undo, [this] { m_console->undoStamp(); });
    addAction(tr("It is back: reopen the incident"), Qt::Key_R, [this] { m_console->reopen(); });
    addAction(tr("It is nothing: dismiss what is suspected"), {}, [this] { m_console->dismiss(); });
    addAction(tr("It stays well: what was watched is over"), {},
              [this] { m_console->advance(incident::State::Restored); });
    addAction(tr("It got worse again: back to active"), {},
              [this] { m_console->advance(incident::State::Active); });
    addAction(tr("The check failed: the work goes on"), {},
              [this] { m_console->advance(incident::State::InProgress); });
    addAction(tr("Close the incident"), {}, [this] { m_console->closeIncident(); });
    addAction(tr("Call the planned work off"), {}, [this] { m_console->cancelWork(); });
    buildFormActions();
    addAction(tr("Next open incident"), Qt::CTRL | Qt::Key_I, [this] {
        showNow();
        m_console->showNextIncident();
    });
    addAction(tr("Open another incident"), Qt::CTRL | Qt::Key_N,
              [this] { m_console->openIncident(); });
    addAction(tr("It already happened: tell it afterwards"), Qt::CTRL | Qt::SHIFT | Qt::Key_N,
              [this] {
                  showNow();
                  m_console->tellAfterwards();
              });
    addAction(tr("Write the update that readers wait for"), Qt::Key_U, [this] { writeUpdate(); });
    addAction(tr("Publish the post"), Qt::CTRL | Qt::Key_Return,
              [this] { m_console->composePane().publish(); });
    addAction(tr("Show the post as readers see it"), Qt::CTRL | Qt::Key_P,
              [this] { m_console->composePane().togglePreview(); });
    addAction(tr("Take the posts of this incident back"), {}, [this] {
        showNow();
        m_console->composePane().takeBack();
    });
    addAction(tr("Apply the first fix to the post"), Qt::ALT | Qt::Key_1,
              [this] { m_console->composePane().applyFinding(0); });
    addAction(tr("Apply the second fix to the post"), Qt::ALT | Qt::Key_2,
              [this] { m_console->composePane().applyFinding(1); });
    addAction(tr("Next thing to look at in the post"), Qt::Key_F8,
              [this] { m_console->composePane().nextFinding(); });
    addAction(tr("The one before"), Qt::SHIFT | Qt::Key_F8,
              [this] { m_console->composePane().previousFinding(); });
    addAction(tr("Fix what the post is pointed at for"), Qt::ALT | Qt::Key_Return,
              [this] { m_console->composePane().fixFinding(); });
    addAction(tr("It is fine: let it be in this post"), Qt::ALT | Qt::Key_I,
              [this] { m_console->composePane().ignoreFinding(); });
    addAction(tr("Templates: the sentences of posts"), Qt::CTRL | Qt::Key_T, [this] {
        showTemplates(m_compose.incident().exists() ? m_compose.templateName() : QString());
    });
    addAction(tr("Checklists: the steps that incidents begin with"), Qt::CTRL | Qt::Key_L,
              [this] { showChecklists(); });
    addAction(tr("Go to the health charts"), Qt::CTRL | Qt::Key_1, [this] {
        showNow();
        m_console->focusHealth();
    });
    addAction(tr("Go to the post"), Qt::CTRL | Qt::Key_2, [this] {
        showNow();
        m_console->focusCompose();
    });
    addAction(tr("Go to the checklist"), Qt::CTRL | Qt::Key_3, [this] {
        showNow();
        m_console->focusChecklist();
    });
    addAction(tr("Wall of all monitors"), Qt::CTRL | Qt::Key_6, [this] { showWall(); });
    addAction(tr("Planned work"), Qt::CTRL | Qt::Key_4, [this] { showMaintenance(); });
    addAction(tr("History"), Qt::CTRL | Qt::Key_5, [this] { showHistory(); });
    addAction(tr("Owed: promises, follow-ups and answers"), Qt::CTRL | Qt::Key_7,
              [this] { showDuties(); });
    addAction(tr("Providers: whom to call, and what they said"), Qt::CTRL | Qt::Key_9,
              [this] { showProviders(); });
    addAction(tr("Export the follow-ups of all incidents"), {}, [this] {
        showDuties();
        (*m_duties)->exportFollowUps();
    });
    addAction(tr("The due days of all follow-ups as a calendar"), {}, [this] {
        showDuties();
        (*m_duties)->exportCalendar();
    });
    addAction(tr("Search the history"), Qt::CTRL | Qt::Key_F, [this] {
        showHistory();
        (*m_history)->focusSearch();
    });
    addAction(tr("Figures: medians, downtime, causes, promises"), {}, [this] {
        showHistory();
        (*m_history)->showStatistics();
    });
    const std::pair<QString, void (HistoryView::*)()> files[] = {
        {tr("This incident as a file for another console"), &HistoryView::exportIncident},
        {tr("Take an incident in from another console"), &HistoryView::takeIncident},
        {tr("The history for a spreadsheet (CSV)"), &HistoryView::exportCsv},
    };
    for (const auto &[words, act] : files) {
        addAction(words, {}, [this, act = act] {
            showHistory();
            (m_history->page().*act)();
        });
    }
    addAction(tr("Outbox: what waits to be published"), Qt::CTRL | Qt::Key_8,
              [this] { showOutbox(); });
    addAction(tr("Try everything in the outbox now"), {}, [this] {
        showOutbox();
        (*m_outboxView)->sendAll();
    });
    addAction(tr("Import old posts into the history"), {}, [this] { importPosts(); });
    addAction(tr("Write the whole status page anew"), {}, [this] { m_siteUpkeep.write(); });
    addAction(tr("Stop writing or deploying the status page"), {}, [this] { m_siteUpkeep.stop(); });
    addAction(tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showSettings(); });
    addAction(tr("Watch another address"), Qt::CTRL | Qt::Key_M, [this] {
        showSettings();
        (*m_settings)->focusAddress();
    });
    addAction(tr("Add a chart from Prometheus"), Qt::CTRL | Qt::SHIFT | Qt::Key_B,
              [this] { addChart(); });
    addAction(tr("Silence the alert that is pointed at"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this] {
        showNow();
        m_alerts->silence();
    });
    addAction(tr("Acknowledge the alert that is pointed at"), Qt::CTRL | Qt::SHIFT | Qt::Key_A,
              [this] {
                  showNow();
                  m_alerts->acknowledge();
              });
    addAction(tr("Silences: what Alertmanager keeps quiet"), {}, [this] {
        showNow();
        m_alerts->showSilences();
    });
    addAction(tr("What changed in the last two hours, and marking a deployment"),
              Qt::CTRL | Qt::Key_D, [this] { showChanges(); });
    addAction(tr("Everything by name"), Qt::CTRL | Qt::Key_K, [this] { openPalette(); });
    addAction(tr("Keys"), Qt::Key_Question, [this] { openPalette(); });
    addAction(tr("Quit"), QKeySequence::Quit, [this] { close(); });
    buildChartActions();
}

/// What the strip has under "More".
void MainWindow::buildFormActions()
{
    const std::pair<IncidentForm, QKeySequence> forms[] = {
        {IncidentForm::Missing, Qt::CTRL | Qt::SHIFT | Qt::Key_M},
        {IncidentForm::Title, Qt::Key_F2},
        {IncidentForm::Cause, Qt::CTRL | Qt::SHIFT | Qt::Key_C},
        {IncidentForm::Milestone, Qt::CTRL | Qt::SHIFT | Qt::Key_T},
        {IncidentForm::Note, Qt::CTRL | Qt::SHIFT | Qt::Key_J},
        {IncidentForm::Promise, Qt::CTRL | Qt::SHIFT | Qt::Key_P},
        {IncidentForm::FollowUp, Qt::CTRL | Qt::SHIFT | Qt::Key_F},
        {IncidentForm::Provider, Qt::CTRL | Qt::SHIFT | Qt::Key_O},
        {IncidentForm::Contact, Qt::CTRL | Qt::SHIFT | Qt::Key_L},
        {IncidentForm::Answer, {}},
        {IncidentForm::Kind, {}},
        {IncidentForm::Split, {}},
        {IncidentForm::Merge, {}},
        {IncidentForm::Recur, {}},
        {IncidentForm::Remedy, Qt::CTRL | Qt::SHIFT | Qt::Key_R},
        {IncidentForm::StartWork, Qt::SHIFT | Qt::Key_S},
        {IncidentForm::EndPhase, Qt::SHIFT | Qt::Key_E},
        {IncidentForm::Phase, {}},
        {IncidentForm::Extend, Qt::CTRL | Qt::SHIFT | Qt::Key_E},
        {IncidentForm::AbortRule, {}},
        {IncidentForm::Abort, {}},
    };
    for (const auto &[form, key] : forms) {
        addAction(titleOf(form), key, [this, form = form] {
            showNow();
            m_console->fillIn(form);
        });
    }
}

/// Their keys hold on the chart only: elsewhere arrows and letters belong to lists and fields.
void MainWindow::buildChartActions()
{
    for (const ChartCommand &command : chartCommands()) {
        m_actions.append({command.title, command.key, [this, action = command.action] {
                              showNow();
                              m_console->healthPane().perform(action);
                          }});
    }
}

} // namespace ui
