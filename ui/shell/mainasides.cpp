// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checklist/checklistspage.h"
#include "ui/health/healthpane.h"
#include "ui/metrics/browsedialog.h"
#include "ui/settings/loginspage.h"
#include "ui/settings/settingsview.h"
#include "ui/shell/duenotices.h"
#include "ui/shell/mainwindow.h"
#include "ui/templates/templatespage.h"
#include "workflow/upstreams.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QStackedWidget>

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
    auto *notices = new DueNotices(m_updates, notifier);
    notices->setParent(this);
    connect(notices, &DueNotices::wanted, this, [this](const QString &incidentId) {
        emit forwardWanted();
        if (!incidentId.isEmpty())
            writeUpdate(incidentId);
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

} // namespace ui
