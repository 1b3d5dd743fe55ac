// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingsview.h"

#include "ui/settings/archivepage.h"
#include "ui/settings/dnsform.h"
#include "ui/settings/figureform.h"
#include "ui/settings/generalpage.h"
#include "ui/settings/hostpage.h"
#include "ui/settings/loginspage.h"
#include "ui/settings/lookpage.h"
#include "ui/settings/markspage.h"
#include "ui/settings/monitorspage.h"
#include "ui/settings/networkpage.h"
#include "ui/settings/targetspage.h"
#include "ui/settings/upkeeppage.h"
#include "ui/settings/upstreamspage.h"
#include "ui/theme/tokens.h"
#include "ui/widget/paneheader.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int columnWidth = 760;

} // namespace

SettingsView::SettingsView(workflow::Desk &desk, workflow::Watch &watch,
                           const QString &defaultSiteFolder, QWidget *parent)
    : QWidget(parent)
{
    m_monitors = new MonitorsPage(desk, watch);
    auto *general = new GeneralPage(desk.settings(), defaultSiteFolder);
    auto *column = new QWidget;
    column->setMaximumWidth(columnWidth);
    m_stack = new QVBoxLayout(column);
    m_stack->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    m_stack->setSpacing(space::xl);
    m_stack->addWidget(m_monitors);
    auto *figures = new FigureForm(desk, watch);
    connect(figures, &FigureForm::browseWanted, this, &SettingsView::browseWanted);
    m_stack->addWidget(figures);
    m_stack->addWidget(new DnsForm(desk, watch));
    m_stack->addWidget(new HostPage(watch));
    m_stack->addWidget(general);
    m_stack->addWidget(new ArchivePage(desk.settings()));
    auto *look = new LookPage(desk);
    m_stack->addWidget(look);
    m_stack->addStretch(1);

    auto *scroll = new QScrollArea;
    scroll->setWidget(column);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PaneHeader(tr("Settings")));
    layout->addWidget(scroll, 1);
    connect(general, &GeneralPage::themeChosen, this, &SettingsView::themeChosen);
    connect(general, &GeneralPage::siteChanged, this, &SettingsView::siteChanged);
    connect(look, &LookPage::siteChanged, this, &SettingsView::siteChanged);
    connect(general, &GeneralPage::templatesWanted, this, &SettingsView::templatesWanted);
    connect(general, &GeneralPage::voiceChanged, this, &SettingsView::voiceChanged);
}

void SettingsView::addTargets(workflow::Targets &targets)
{
    m_stack->insertWidget(1, new TargetsPage(targets));
}

void SettingsView::addUpstreams(workflow::Upstreams &upstreams)
{
    auto *page = new UpstreamsPage(upstreams);
    m_stack->insertWidget(1, page);
    connect(page, &UpstreamsPage::providerWanted, this, &SettingsView::providerWanted);
}

void SettingsView::addMarks(workflow::Marks &marks)
{
    m_stack->insertWidget(2, new MarksPage(marks));
}

void SettingsView::addLogins(workflow::Logins &logins)
{
    m_stack->insertWidget(2, new LoginsPage(logins));
}

void SettingsView::addNetwork(workflow::NetworkRoute &route)
{
    // The last one is the stretch.
    m_stack->insertWidget(m_stack->count() - 1, new NetworkPage(route));
}

void SettingsView::addSiteUpkeep(workflow::SiteUpkeep &upkeep)
{
    m_stack->insertWidget(m_stack->count() - 1, new UpkeepPage(upkeep));
}

void SettingsView::focusAddress()
{
    m_monitors->focusAddress();
}

} // namespace ui
