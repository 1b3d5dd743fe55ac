// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/alerts/alertspanel.h"
#include "ui/checklist/checklistspage.h"
#include "ui/health/healthpane.h"
#include "ui/metrics/browsedialog.h"
#include "ui/provider/providercard.h"
#include "ui/provider/providerspage.h"
#include "ui/settings/loginspage.h"
#include "ui/settings/settingsview.h"
#include "ui/shell/duenotices.h"
#include "ui/shell/mainwindow.h"
#include "ui/templates/templatespage.h"
#include "ui/theme/tokens.h"
#include "ui/widget/noticebar.h"
#include "workflow/upstreams.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QStackedWidget>
#include <QVBoxLayout>

/// Pages without a button in the rail, and what leads to the window from outside.
namespace ui {

void MainWindow::writeUpdate(const QString &incidentId)
{
    const auto next = m_updates.next();
    const QString wanted = incidentId.isEmpty() && next ? next->incident : incidentId;
    if (!wanted.isEmpty())
        m_console->showIncident(wanted);
    showNow();
    m_console->focusCompose();
}

void MainWindow::addChart()
{
    QStringList known;
    for (const workflow::UpstreamState &server : m_upstreams.servers()) {
        if (server.spec.kind == upstream::Kind::Prometheus)
            known << server.spec.addresses;
    }
    for (const QString &monitor : m_watch.monitors()) {
        const auto status = m_watch.status(monitor);
        if (status && status->spec.kind == source::Kind::Prometheus)
            known << status->spec.address;
    }
    known.removeDuplicates();
    auto *dialog = new BrowseDialog(m_desk, m_watch, m_metrics, known, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BrowseDialog::added, this, [this](const QString &monitor) {
        m_console->healthPane().choose(m_watch.seriesOf(monitor).value(0));
    });
    connect(dialog, &BrowseDialog::loginWanted, this, [this, dialog](const QString &address) {
        auto *login = new LoginDialog(m_logins, address, dialog);
        login->setAttribute(Qt::WA_DeleteOnClose);
        connect(login, &QDialog::accepted, dialog, &BrowseDialog::connectTo);
        login->open();
    });
    dialog->open();
}

void MainWindow::setNotifier(Notifier &notifier)
{
    auto *notices = new DueNotices(m_updates, m_arrivals, notifier);
    notices->setParent(this);
    connect(notices, &DueNotices::wanted, this, [this](const QString &incidentId) {
        emit forwardWanted();
        if (!incidentId.isEmpty())
            writeUpdate(incidentId);
    });
    connect(&m_remedies, &workflow::Remedies::ended, notices, &DueNotices::tellRemedy);
    connect(notices, &DueNotices::shown, this, [this](const QString &incidentId) {
        emit forwardWanted();
        toConsole(incidentId);
    });
}

void MainWindow::showTemplates(const QString &name)
{
    showAside(m_templates);
    (*m_templates)->open(name);
}

void MainWindow::showAside(LatePlace *place)
{
    m_rail->setExclusive(false);
    if (QAbstractButton *button = m_rail->checkedButton())
        button->setChecked(false);
    m_rail->setExclusive(true);
    showPlace(place);
}

void MainWindow::showChecklists()
{
    showAside(m_checklists);
    (*m_checklists)->open();
}

void MainWindow::showProviders(const QString &name)
{
    showAside(m_providers);
    (*m_providers)->open(name, m_console->incidentId());
}

void MainWindow::logContact(const QString &incidentId)
{
    m_console->showIncident(incidentId);
    m_console->fillIn(IncidentForm::Contact);
}

/// The steps of the checklist, the card under them and the alerts lead to the record.
void MainWindow::connectProviders(workflow::Upstreams &upstreams)
{
    auto *card = new ProviderCard(m_desk, upstreams);
    m_console->addAside(card);
    card->setIncident(m_console->incidentId());
    connect(m_console, &ConsoleView::incidentChanged, card, &ProviderCard::setIncident);
    connect(card, &ProviderCard::formWanted, m_console, &ConsoleView::fillIn);
    connect(card, &ProviderCard::recordWanted, this, &MainWindow::showProviders);
    connect(m_console, &ConsoleView::providerWanted, this, &MainWindow::showProviders);
    connect(m_alerts, &AlertsPanel::providerWanted, this, &MainWindow::showProviders);
}

QWidget *MainWindow::buildNotice()
{
    auto *place = new QWidget;
    m_notice = new NoticeBar;
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins(space::m, space::s, space::m, space::s);
    layout->addWidget(m_notice);
    place->hide();
    m_noticeTimer.setSingleShot(true);
    connect(&m_noticeTimer, &QTimer::timeout, place, &QWidget::hide);
    connect(m_notice, &NoticeBar::actionTriggered, place, &QWidget::hide);
    return place;
}

void MainWindow::tell(const Notice &notice)
{
    if (m_pages->currentWidget() == m_console)
        return m_console->showNotice(notice);
    m_notice->setNotice(notice);
    m_notice->parentWidget()->show();
    m_noticeTimer.start(noticeStays);
}

/// Stays until it is closed, or another page is shown.
void MainWindow::tellError(const base::Error &error)
{
    if (m_pages->currentWidget() == m_console)
        return m_console->showError(error);
    tell({Notice::Level::Error, error.text, {}, {{tr("Close"), {}}}});
    m_noticeTimer.stop();
}

} // namespace ui
