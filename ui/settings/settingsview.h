// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/watch.h"

#include <QWidget>

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

/// All settings on one page that scrolls.
class SettingsView final : public QWidget
{
    Q_OBJECT

public:
    SettingsView(workflow::Desk &desk, workflow::Watch &watch, const QString &defaultSiteFolder,
                 QWidget *parent = nullptr);

    void focusAddress();
    /// Shows where posts go, between what is watched and the rest.
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
    MonitorsPage *m_monitors;
    QVBoxLayout *m_stack;
};

} // namespace ui
