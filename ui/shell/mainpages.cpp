// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checklist/checklistspage.h"
#include "ui/duties/dutiesview.h"
#include "ui/health/healthpane.h"
#include "ui/history/historyview.h"
#include "ui/maintenance/maintenanceview.h"
#include "ui/outbox/outboxview.h"
#include "ui/provider/providerspage.h"
#include "ui/settings/settingsview.h"
#include "ui/shell/mainwindow.h"
#include "ui/templates/templatespage.h"
#include "ui/wall/wallview.h"

/// The pages besides the console: each is made when somebody first goes there. What they show they
/// read then; until then nothing listens for them.
namespace ui {

void MainWindow::planPages(const ShellParts &parts)
{
    m_wall = new LatePage<WallView>([this] { return makeWall(); });
    m_maintenance = new LatePage<MaintenanceView>([this] { return makeMaintenance(); });
    m_duties = new LatePage<DutiesView>([this] { return makeDuties(); });
    m_history = new LatePage<HistoryView>([this] { return makeHistory(); });
    m_outboxView = new LatePage<OutboxView>([this] { return makeOutbox(); });
    m_settings = new LatePage<SettingsView>([this, parts] { return makeSettings(parts); });
    m_templates = new LatePage<TemplatesPage>([this] { return makeTemplates(); });
    m_checklists = new LatePage<ChecklistsPage>([this] { return makeChecklists(); });
    m_providers = new LatePage<ProvidersPage>(
        [this, &upstreams = parts.upstreams] { return makeProviders(upstreams); });
}

void MainWindow::toConsole(const QString &incidentId)
{
    m_console->showIncident(incidentId);
    showNow();
}

WallView *MainWindow::makeWall()
{
    auto *wall = new WallView(m_console->health());
    connect(wall, &WallView::chosen, this, [this](const QString &monitor) {
        m_console->healthPane().choose(monitor);
        showNow();
        m_console->focusHealth();
    });
    connect(wall, &WallView::addRequested, this, &MainWindow::addChart);
    return wall;
}

MaintenanceView *MainWindow::makeMaintenance()
{
    auto *maintenance = new MaintenanceView(m_desk);
    connect(maintenance, &MaintenanceView::openRequested, this, &MainWindow::toConsole);
    return maintenance;
}

DutiesView *MainWindow::makeDuties()
{
    auto *duties = new DutiesView(m_desk, m_reminders);
    connect(duties, &DutiesView::openRequested, this, &MainWindow::toConsole);
    connect(duties, &DutiesView::contactWanted, this, &MainWindow::logContact);
    connect(duties, &DutiesView::failed, this, &MainWindow::tellError);
    connect(duties, &DutiesView::exported, this, [this](const QString &path) {
        tell({Notice::Level::Info, tr("The follow-ups are in"), path, {}});
    });
    return duties;
}

HistoryView *MainWindow::makeHistory()
{
    auto *history = new HistoryView(m_desk);
    connect(history, &HistoryView::openRequested, this, &MainWindow::toConsole);
    connect(history, &HistoryView::importRequested, this, &MainWindow::importPosts);
    connect(history, &HistoryView::exportRequested, this, &MainWindow::chooseExport);
    connect(history, &HistoryView::publishRequested, this, &MainWindow::publishPostmortem);
    connect(history, &HistoryView::failed, this, &MainWindow::tellError);
    connect(history, &HistoryView::said, this, [this](const QString &what, const QString &where) {
        tell({Notice::Level::Info, what, where, {}});
    });
    return history;
}

OutboxView *MainWindow::makeOutbox()
{
    auto *outbox = new OutboxView(m_desk, m_publishing);
    connect(outbox, &OutboxView::openRequested, this, &MainWindow::toConsole);
    return outbox;
}

SettingsView *MainWindow::makeSettings(const ShellParts &parts)
{
    auto *settings = new SettingsView(m_desk, m_watch, parts.siteFolder);
    settings->addTargets(parts.targets);
    settings->addUpstreams(parts.upstreams);
    settings->addMarks(m_marks);
    settings->addLogins(m_logins);
    settings->addSiteUpkeep(m_siteUpkeep);
    settings->addNetwork(parts.networkRoute);
    connect(settings, &SettingsView::browseWanted, this, &MainWindow::addChart);
    connect(settings, &SettingsView::providerWanted, this, &MainWindow::showProviders);
    connect(settings, &SettingsView::themeChosen, this, &MainWindow::themeChosen);
    connect(settings, &SettingsView::siteChanged, this, &MainWindow::siteChanged);
    connect(settings, &SettingsView::voiceChanged, &m_compose, &workflow::Compose::takeTemplates);
    connect(settings, &SettingsView::templatesWanted, this, [this] { showTemplates(); });
    return settings;
}

TemplatesPage *MainWindow::makeTemplates()
{
    auto *templates = new TemplatesPage(m_desk, m_compose);
    connect(templates, &TemplatesPage::backRequested, this, &MainWindow::showNow);
    return templates;
}

ChecklistsPage *MainWindow::makeChecklists()
{
    auto *checklists = new ChecklistsPage(m_desk.dataDir());
    connect(checklists, &ChecklistsPage::backRequested, this, &MainWindow::showNow);
    return checklists;
}

ProvidersPage *MainWindow::makeProviders(workflow::Upstreams &upstreams)
{
    auto *providers = new ProvidersPage(m_desk, upstreams);
    connect(providers, &ProvidersPage::contactWanted, this, &MainWindow::logContact);
    connect(providers, &ProvidersPage::backRequested, this, &MainWindow::showNow);
    connect(providers, &ProvidersPage::failed, this, &MainWindow::tellError);
    connect(providers, &ProvidersPage::openRequested, this, &MainWindow::toConsole);
    return providers;
}

} // namespace ui
