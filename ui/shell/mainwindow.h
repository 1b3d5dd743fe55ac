// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/console/consoleview.h"
#include "ui/shell/shellaction.h"

#include <QMainWindow>

class QButtonGroup;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace workflow {
class Publishing;
}

namespace ui {

class HistoryView;
class MaintenanceView;
class NavButton;
class SettingsView;
class StateBadge;

/// What the window is made from. All outlive it.
struct ShellParts
{
    ConsoleParts console;
    workflow::Publishing &publishing;
    QString siteFolder;
};

/// The one window: strip on top, rail at the left, the views, and a line at the foot.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(ShellParts parts, QWidget *parent = nullptr);

    [[nodiscard]] ConsoleView &console() { return *m_console; }

public slots:
    void showNow();
    void showMaintenance();
    void showHistory();
    void showSettings();
    void openPalette();

signals:
    void themeChosen(const QString &theme);
    void siteChanged();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *buildRail();
    QWidget *buildFoot();
    void addPage(QVBoxLayout *rail, NavButton *button, QWidget *page);
    void buildActions();
    void addAction(const QString &title, const QKeySequence &key, std::function<void()> run);
    void showPage(int index);
    void showFoot();
    void connectPublishing();
    void chooseExport(const QString &incidentId, const QString &format);

    workflow::Desk &m_desk;
    workflow::Watch &m_watch;
    workflow::Compose &m_compose;
    workflow::Publishing &m_publishing;
    ShellActions m_actions;
    ConsoleView *m_console;
    MaintenanceView *m_maintenance;
    HistoryView *m_history;
    SettingsView *m_settings;
    QButtonGroup *m_rail;
    QStackedWidget *m_pages;
    StateBadge *m_sources;
    QLabel *m_outbox;
    QLabel *m_promises;
    QLabel *m_clock;
    QTimer m_second;
};

} // namespace ui
