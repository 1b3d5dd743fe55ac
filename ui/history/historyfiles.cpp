// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/background.h"
#include "base/text.h"
#include "base/whenfinished.h"
#include "ui/history/historyview.h"
#include "ui/history/incidentpage.h"
#include "workflow/exchange.h"
#include "workflow/historytable.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QToolButton>

/// Incidents as files: for another console, and for a spreadsheet.
namespace ui {

using namespace Qt::StringLiterals;

QToolButton *HistoryView::filesButton()
{
    auto *button = new QToolButton;
    button->setText(tr("Files"));
    button->setAccessibleName(tr("Incidents as files"));
    button->setToolTip(tr("One incident for another console, the list for a spreadsheet"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addAction(tr("This incident for another console …"), this, &HistoryView::exportIncident);
    menu->addAction(tr("Take an incident in from another console …"), this,
                    &HistoryView::takeIncident);
    menu->addSeparator();
    menu->addAction(tr("The list for a spreadsheet (CSV) …"), this,
                    [this] { exportList(ListFormat::Csv); });
    menu->addAction(tr("The list for a program (JSON) …"), this,
                    [this] { exportList(ListFormat::Json); });
    button->setMenu(menu);
    return button;
}

void HistoryView::exportIncident()
{
    const auto incident = m_desk.load(m_page->incidentId());
    if (!incident)
        return;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("The incident for another console"),
                                     u"incident-%1.json"_s.arg(base::slug(incident->ref)));
    if (!path.isEmpty())
        writeIncidentTo(path);
}

void HistoryView::writeIncidentTo(const QString &path)
{
    const auto written = base::inBackground(
        [dataDir = m_desk.dataDir(), &clock = m_desk.clock(), id = m_page->incidentId(), path] {
            return workflow::writeIncident(dataDir, clock, id, path);
        });
    m_running.addFuture(QFuture<void>(written));
    base::whenFinished(this, written, [this, path](const base::Done &done) { tell(done, path); });
}

void HistoryView::takeIncident()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Take an incident in"), QDir::homePath(),
                                     tr("Incidents of another console (*.json)"));
    if (!path.isEmpty())
        takeIncidentFrom(path);
}

void HistoryView::takeIncidentFrom(const QString &path)
{
    const auto taken =
        base::inBackground([dataDir = m_desk.dataDir(), &clock = m_desk.clock(), path] {
            return workflow::takeIncident(dataDir, clock, path);
        });
    m_running.addFuture(QFuture<void>(taken));
    base::whenFinished(this, taken, [this](const base::Result<ledger::TakenIn> &incident) {
        if (!incident) {
            emit failed(incident.error());
            return;
        }
        search();
        select(incident->incident);
        emit said(incident->added == 0 ? tr("It is known here already; nothing was added.")
                                       : tr("The incident is part of the history now."),
                  {});
    });
}

void HistoryView::exportList(ListFormat format)
{
    const QString name = format == ListFormat::Csv ? u"history.csv"_s : u"history.json"_s;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the list"), name);
    if (!path.isEmpty())
        writeListTo(path, format);
}

/// All that the filters and the search leave, not only the rows that are shown.
void HistoryView::writeListTo(const QString &path, ListFormat format)
{
    const auto hits = m_desk.find(filter(), searched());
    if (!hits) {
        emit failed(hits.error());
        return;
    }
    const QByteArray bytes =
        format == ListFormat::Csv ? workflow::toCsv(*hits) : workflow::toJson(*hits);
    tell(workflow::writeFile(path, bytes), path);
}

void HistoryView::tell(const base::Done &done, const QString &path)
{
    if (done)
        emit said(tr("The file is in"), QDir::toNativeSeparators(path));
    else
        emit failed(done.error());
}

} // namespace ui
