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
#include "ui/settings/probepage.h"
#include "ui/settings/targetspage.h"
#include "ui/settings/upkeeppage.h"
#include "ui/settings/upstreamspage.h"
#include "ui/theme/tokens.h"
#include "ui/widget/paneheader.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int columnWidth = 760;
constexpr int namesWidth = 200;

} // namespace

SettingsView::SettingsView(workflow::Desk &desk, workflow::Watch &watch,
                           const QString &defaultSiteFolder, QWidget *parent)
    : QWidget(parent)
    , m_monitors(new MonitorsPage(desk, watch))
    , m_names(new QListWidget)
    , m_scroll(new QScrollArea)
{
    auto *column = new QWidget;
    column->setMaximumWidth(columnWidth);
    m_stack = new QVBoxLayout(column);
    m_stack->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    m_stack->setSpacing(space::xl);
    m_stack->addStretch(1);
    insert(tr("What is watched"), m_monitors);
    insertProbes(desk, watch);
    auto *host = new HostPage(watch);
    insert(tr("This machine"), host);
    m_watched = m_names->count();
    auto *general = new GeneralPage(desk.settings(), defaultSiteFolder);
    insert(tr("Status page, posts, you"), general);
    insert(tr("Samples"), new ArchivePage(desk.settings()));
    auto *look = new LookPage(desk);
    insert(tr("Look of the status page"), look);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PaneHeader(tr("Settings")));
    layout->addWidget(buildBody(column), 1);
    connect(m_monitors, &MonitorsPage::machineLimitsWanted, this, [this, host] {
        m_names->setCurrentRow(m_stack->indexOf(host));
        host->focusLimits();
    });
    connect(general, &GeneralPage::themeChosen, this, &SettingsView::themeChosen);
    connect(general, &GeneralPage::siteChanged, this, &SettingsView::siteChanged);
    connect(look, &LookPage::siteChanged, this, &SettingsView::siteChanged);
    connect(general, &GeneralPage::templatesWanted, this, &SettingsView::templatesWanted);
    connect(general, &GeneralPage::voiceChanged, this, &SettingsView::voiceChanged);
}

void SettingsView::insertProbes(workflow::Desk &desk, workflow::Watch &watch)
{
    using enum ProbePage::Kind;
    for (const ProbePage::Kind kind : {Web, Port, Certificate})
        insert(ProbePage::titleOf(kind), new ProbePage(kind, desk, watch));
    insert(tr("Watch a name"), new DnsForm(desk, watch));
    auto *figures = new FigureForm(desk, watch);
    connect(figures, &FigureForm::browseWanted, this, &SettingsView::browseWanted);
    insert(tr("Watch a figure"), figures);
}

QWidget *SettingsView::buildBody(QWidget *column)
{
    m_names->setAccessibleName(tr("Pages of the settings"));
    m_names->setFixedWidth(namesWidth);
    m_names->setFrameShape(QFrame::NoFrame);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setCurrentRow(0);
    m_scroll->setWidget(column);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto *body = new QWidget;
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_names);
    row->addWidget(m_scroll, 1);
    connect(m_names, &QListWidget::currentRowChanged, this, &SettingsView::scrollTo);
    connect(m_names, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { enter(m_names->row(item)); });
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &SettingsView::followScrolling);
    return body;
}

void SettingsView::insert(const QString &title, QWidget *page, int at)
{
    const int row = at < 0 ? m_names->count() : at;
    page->setAccessibleName(title);
    m_stack->insertWidget(row, page); // behind the last of them is room that stretches
    auto *name = new QListWidgetItem(title);
    name->setSizeHint({0, m_names->fontMetrics().height() + 2 * space::s});
    m_names->insertItem(row, name);
}

void SettingsView::scrollTo(int page)
{
    const QLayoutItem *item = m_stack->itemAt(page);
    if (!item || !item->widget())
        return;
    // The last ones cannot be scrolled to the top: who chose them is not to be contradicted.
    m_isLed = true;
    m_scroll->verticalScrollBar()->setValue(item->widget()->y() - space::l);
    m_isLed = false;
}

void SettingsView::enter(int page)
{
    scrollTo(page);
    QWidget *first = m_stack->itemAt(page)->widget();
    for (QWidget *field : first->findChildren<QWidget *>()) {
        if ((field->focusPolicy() & Qt::TabFocus) && field->isEnabled() && field->isVisible())
            return field->setFocus(Qt::TabFocusReason);
    }
}

void SettingsView::followScrolling()
{
    if (m_isLed)
        return;
    const int top = m_scroll->verticalScrollBar()->value() + 2 * space::xl;
    int shown = 0;
    for (int page = 1; page < m_names->count(); ++page) {
        if (m_stack->itemAt(page)->widget()->y() <= top)
            shown = page;
    }
    const QSignalBlocker quiet(m_names);
    m_names->setCurrentRow(shown);
}

void SettingsView::addTargets(workflow::Targets &targets)
{
    insert(tr("Where posts go"), new TargetsPage(targets), m_watched);
}

void SettingsView::addUpstreams(workflow::Upstreams &upstreams)
{
    auto *page = new UpstreamsPage(upstreams);
    insert(tr("Who watches for us"), page, m_watched);
    connect(page, &UpstreamsPage::providerWanted, this, &SettingsView::providerWanted);
}

void SettingsView::addMarks(workflow::Marks &marks)
{
    insert(tr("Deployments"), new MarksPage(marks), m_watched + 1);
}

void SettingsView::addLogins(workflow::Logins &logins)
{
    insert(tr("Logins"), new LoginsPage(logins), m_watched + 1);
}

void SettingsView::addNetwork(workflow::NetworkRoute &route)
{
    insert(tr("Network"), new NetworkPage(route));
}

void SettingsView::addSiteUpkeep(workflow::SiteUpkeep &upkeep)
{
    insert(tr("Writing and deploying"), new UpkeepPage(upkeep));
}

void SettingsView::focusAddress()
{
    m_monitors->focusAddress();
}

} // namespace ui
