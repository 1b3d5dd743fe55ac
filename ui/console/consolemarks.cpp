// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/console/consoleview.h"
#include "ui/console/openincidentdialog.h"
#include "ui/console/watchhealth.h"
#include "ui/health/chartnavigator.h"
#include "ui/health/healthpane.h"

#include <QMenu>

/// What somebody marks on a chart becomes a window of the incident.
namespace ui {

using namespace Qt::StringLiterals;
using incident::Milestone;

void ConsoleView::markOutage(const OutageMark &mark, const QString &reason)
{
    if (!m_incident.exists()) {
        openFor(mark);
        return;
    }
    const incident::Incident before = m_incident;
    const auto window = workflow::windowFrom(m_incident, m_health->windowMark(mark), m_desk.zone());
    const auto done = m_desk.run(m_incident.id, incident::PutWindow{window, reason});
    if (done) {
        m_healthPane->navigator().dropSelection();
        offerWindowUndo(before, *done, window.seq);
    }
    settle(done, [this, mark](const QString &why) { markOutage(mark, why); });
}

void ConsoleView::openFor(const OutageMark &mark)
{
    const workflow::WindowMark window = m_health->windowMark(mark);
    workflow::NewIncident known;
    known.kind = mark.isSlow ? incident::Kind::Degradation : incident::Kind::Outage;
    known.components = m_health->componentsOf(mark.monitor);
    known.started = window.stretch.start.at;
    known.ended = window.stretch.end.at;
    known.evidence = workflow::evidenceOf(window, m_desk.zone());
    OpenIncidentDialog dialog(m_desk, this);
    dialog.suggest(known);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_healthPane->navigator().dropSelection();
    showIncident(dialog.openedId());
}

void ConsoleView::offerWindowUndo(const incident::Incident &before, const incident::Incident &after,
                                  int seq)
{
    m_undoable.reset();
    const incident::Window *old = before.window(seq);
    const int now = old ? seq : after.windows.back().seq;
    m_undoWindow = [this, id = before.id, now, window = old ? std::optional(*old) : std::nullopt,
                    normal = before.milestone(Milestone::BackToNormal).isKnown()] {
        undoWindow(id, now, window, normal);
    };
    showNotice({Notice::Level::Info,
                old ? tr("Window %1 was corrected.").arg(now) : tr("Window %1 was added.").arg(now),
                {},
                {{tr("Undo"), u"Ctrl+Z"_s}}});
}

void ConsoleView::undoWindow(const QString &incidentId, int seq,
                             const std::optional<incident::Window> &old, bool wasNormal)
{
    const auto incident = m_desk.load(incidentId);
    const bool concluded =
        incident && !wasNormal && incident->milestone(Milestone::BackToNormal).isKnown();
    auto done = incident;
    if (concluded)
        done = m_desk.run(incidentId, incident::Unstamp{Milestone::BackToNormal, tr("undone")});
    if (done && old)
        done = m_desk.run(incidentId, incident::PutWindow{*old, tr("undone")});
    else if (done)
        done = m_desk.run(incidentId, incident::WithdrawWindow{seq, tr("undone")});
    if (!done) {
        showError(done.error());
        return;
    }
    showNotice(
        {Notice::Level::Info,
         old ? tr("Window %1 is as it was.").arg(seq) : tr("Window %1 was withdrawn.").arg(seq),
         {},
         {}});
}

void ConsoleView::showChartMenu(const QString &seriesId, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_healthPane->fillMenu(*menu, seriesId);
    menu->popup(at);
}

void ConsoleView::setMarks(const workflow::Marks &marks)
{
    m_health->setMarks(marks);
}

} // namespace ui
