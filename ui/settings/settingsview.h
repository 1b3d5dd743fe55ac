// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/watch.h"

#include <QWidget>

class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace workflow {
class Logins;
class Marks;
class NetworkRoute;
class SiteUpkeep;
class Targets;
class Upstreams;
} // namespace workflow

namespace ui {

class MonitorsPage;

/// All settings: a page for each subject, one under the other, and their names beside them.
class SettingsView final : public QWidget
{
    Q_OBJECT

public:
    SettingsView(workflow::Desk &desk, workflow::Watch &watch, const QString &defaultSiteFolder,
                 QWidget *parent = nullptr);

    void focusAddress();
    /// Shows where posts go, behind what is watched.
    void addTargets(workflow::Targets &targets);
    /// Shows what says that something was deployed.
    void addMarks(workflow::Marks &marks);
    /// Shows who we are at the servers that are asked.
    void addLogins(workflow::Logins &logins);
    /// Shows who watches for us, behind what we watch.
    void addUpstreams(workflow::Upstreams &upstreams);
    /// Show these at the end: the proxy, and how the status page is written and deployed.
    void addNetwork(workflow::NetworkRoute &route);
    void addSiteUpkeep(workflow::SiteUpkeep &upkeep);

signals:
    void themeChosen(const QString &theme);
    void siteChanged();
    void templatesWanted();
    void voiceChanged();
    void browseWanted();
    void providerWanted(const QString &name);

private:
    /// Pages in the order in which they are shown; at the end without `at`.
    void insert(const QString &title, QWidget *page, int at = -1);
    void insertProbes(workflow::Desk &desk, workflow::Watch &watch);
    [[nodiscard]] QWidget *buildBody(QWidget *column);
    /// Scrolls to a page.
    void scrollTo(int page);
    void enter(int page);
    /// Which page is being read.
    void followScrolling();

    MonitorsPage *m_monitors;
    QListWidget *m_names;
    QScrollArea *m_scroll;
    QVBoxLayout *m_stack;
    int m_watched = 0; ///< pages about what is watched; they come first
    bool m_isLed = false;
};

} // namespace ui
