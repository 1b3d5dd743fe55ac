// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/console/consoleview.h"
#include "ui/shell/latepage.h"
#include "ui/shell/shellaction.h"
#include "workflow/arrivals.h"
#include "workflow/duties.h"
#include "workflow/remedies.h"
#include "workflow/updatetimer.h"

#include <QMainWindow>

class QButtonGroup;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace workflow {
class Targets;
class ArchiveImport;
class Publishing;
class Acknowledgements;
class Marks;
class MetricBrowser;
class Logins;
class NetworkRoute;
class SiteUpkeep;
class Upstreams;
} // namespace workflow

namespace ui {

class ActionButton;
class AlertsPanel;
class ChecklistsPage;
class DutiesView;
class ElidedLabel;
class HistoryView;
class MaintenanceView;
class NavButton;
class NoticeBar;
class Notifier;
class OutboxView;
class ProvidersPage;
class SettingsView;
class StateBadge;
class TemplatesPage;
class WallView;

/// What the window is made from. All outlive it.
struct ShellParts
{
    ConsoleParts console;
    workflow::Publishing &publishing;
    workflow::Targets &targets;
    workflow::ArchiveImport &archiveImport;
    workflow::Upstreams &upstreams;
    workflow::Acknowledgements &acknowledgements;
    workflow::Marks &marks;
    workflow::MetricBrowser &metrics;
    workflow::Logins &logins;
    workflow::SiteUpkeep &siteUpkeep;
    workflow::NetworkRoute &networkRoute;
    QString siteFolder;
};

/// The one window: strip on top, rail at the left, the views, and a line at the foot.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(ShellParts parts, QWidget *parent = nullptr);

    /// Shows there what the next update is due. It outlives the window.
    void setNotifier(Notifier &notifier);
    [[nodiscard]] ConsoleView &console() { return *m_console; }

public slots:
    void showNow();
    void showWall();
    void showMaintenance();
    void showHistory();
    void showDuties();
    void showOutbox();
    void showSettings();
    /// The draft of what readers wait for; empty: of the incident that presses most.
    void writeUpdate(const QString &incidentId = {});
    /// Empty: the one that was open last.
    void showTemplates(const QString &name = {});
    /// The checklists, to be changed.
    void showChecklists();
    /// The record of a provider; empty: of the one that was shown last.
    void showProviders(const QString &name = {});
    void openPalette();
    /// Makes history from old posts.
    void importPosts();
    /// What was deployed lately, and marking it.
    void showChanges();
    /// Looks through a Prometheus and adds a chart of what it has.
    void addChart();

signals:
    void themeChosen(const QString &theme);
    void siteChanged();
    /// Somebody asked for the window from outside.
    void forwardWanted();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *buildRail();
    QWidget *buildFoot();
    void addPage(QVBoxLayout *rail, NavButton *button, QWidget *page);
    void showPlace(QWidget *place);
    void buildActions();
    void buildFormActions();
    void buildChartActions();
    void addAction(const QString &title, const QKeySequence &key, std::function<void()> run);
    void showPage(int index);
    void showFoot();
    void tellNetwork(bool works);
    /// Where the user is, without leading away from there.
    void tell(const Notice &notice);
    void tellError(const base::Error &error);
    QWidget *buildNotice();
    void connectPublishing();
    void planPages(const ShellParts &parts);
    WallView *makeWall();
    MaintenanceView *makeMaintenance();
    DutiesView *makeDuties();
    HistoryView *makeHistory();
    OutboxView *makeOutbox();
    SettingsView *makeSettings(const ShellParts &parts);
    TemplatesPage *makeTemplates();
    ChecklistsPage *makeChecklists();
    ProvidersPage *makeProviders(workflow::Upstreams &upstreams);
    void connectProviders(workflow::Upstreams &upstreams);
    /// Asks for a word with the provider, in that incident.
    void logContact(const QString &incidentId);
    /// An incident that is chosen on another page.
    void toConsole(const QString &incidentId);
    /// A page that has no button in the rail.
    void showAside(LatePlace *place);
    void publishPostmortem(const QString &incidentId);
    void chooseExport(const QString &incidentId, const QString &format);

    workflow::Desk &m_desk;
    workflow::Watch &m_watch;
    workflow::Compose &m_compose;
    workflow::Publishing &m_publishing;
    workflow::ArchiveImport &m_archiveImport;
    workflow::Marks &m_marks;
    workflow::MetricBrowser &m_metrics;
    workflow::Logins &m_logins;
    workflow::Upstreams &m_upstreams;
    workflow::SiteUpkeep &m_siteUpkeep;
    workflow::Reminders m_reminders;
    workflow::Remedies m_remedies;
    workflow::UpdateTimer m_updates;
    workflow::Arrivals m_arrivals;
    QString m_siteTarget;
    ShellActions m_actions;
    ConsoleView *m_console;
    AlertsPanel *m_alerts;
    LatePage<WallView> *m_wall;
    LatePage<MaintenanceView> *m_maintenance;
    LatePage<DutiesView> *m_duties;
    LatePage<HistoryView> *m_history;
    LatePage<OutboxView> *m_outboxView;
    LatePage<SettingsView> *m_settings;
    LatePage<TemplatesPage> *m_templates;
    LatePage<ChecklistsPage> *m_checklists;
    LatePage<ProvidersPage> *m_providers;
    QButtonGroup *m_rail;
    QStackedWidget *m_pages;
    NoticeBar *m_notice; ///< under every page but the console, which has its own
    QTimer m_noticeTimer;
    StateBadge *m_sources;
    ActionButton *m_outbox;
    ElidedLabel *m_waitsFor;
    QLabel *m_promises;
    QLabel *m_clock;
    QTimer m_second;
};

} // namespace ui
