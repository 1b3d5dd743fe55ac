// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/fieldtext.h"
#include "ui/compose/composepane.h"
#include "ui/console/consoleview.h"
#include "wording/clockwords.h"
#include "workflow/overrun.h"

/// Planned work that takes longer than it was meant to, whichever incident is shown.
namespace ui {

using namespace Qt::StringLiterals;

void ConsoleView::loadOtherWork(const std::vector<ledger::Summary> &open)
{
    m_otherWork.clear();
    for (const ledger::Summary &summary : open) {
        if (summary.kind != incident::Kind::Maintenance || summary.id == m_incident.id)
            continue;
        if (auto work = m_desk.load(summary.id))
            m_otherWork.push_back(std::move(*work));
    }
}

/// Said once for each plan: the new estimate stands in the draft of the next post, until somebody
/// says otherwise.
void ConsoleView::watchOverrun()
{
    for (const incident::Incident &work : m_otherWork) {
        const auto overrun = workflow::overrunOf(work, m_desk.clock().now());
        if (overrun && isNews(work, *overrun))
            offerOverrun(work, tr("Change the plan to say how long it will take."));
    }
    const auto overrun = workflow::overrunOf(m_incident, m_desk.clock().now());
    if (!overrun)
        return forgetOverrun();
    const QString window = u"%1/%2"_s.arg(m_incident.id).arg(overrun->suggested.seq);
    const bool isToDraft = std::exchange(m_overrunShown, window) != window;
    const bool isNew = isNews(m_incident, *overrun);
    if (!isNew && !isToDraft)
        return;
    const QString said = m_compose.draft().estimate;
    const QString left = wording::shortLength(overrun->left);
    const bool isOurs = said.isEmpty() || said == m_overrunDraft;
    if (isOurs) {
        m_overrunDraft = timing::fieldText(timing::RoughDuration::atMost(overrun->left));
        m_overrunWindow = m_incident.actualWindows().back().seq;
        m_compose.setEstimate(m_overrunDraft);
    }
    if (!isNew)
        return;
    offerOverrun(m_incident, isOurs
                                 ? tr("It may take %1 more: the draft says so.").arg(left)
                                 //: %1 a length, %2 an estimate as somebody typed it
                                 : tr("It may take %1 more; the draft says “%2”.").arg(left, said));
}

bool ConsoleView::isNews(const incident::Incident &work, const workflow::Overrun &overrun)
{
    const QString plan =
        u"%1/%2/%3"_s.arg(work.id).arg(overrun.suggested.seq).arg(overrun.planned.count());
    const bool isNew = !m_overrunTold.contains(plan);
    m_overrunTold.insert(plan);
    return isNew;
}

void ConsoleView::offerOverrun(const incident::Incident &work, const QString &more)
{
    offer({Notice::Level::Warning,
           //: %1 the title of planned work
           tr("%1: four fifths of the planned time are over.").arg(work.title) + u' ' + more,
           {},
           {{tr("Change the plan"), {}}}},
          [this, id = work.id] {
              if (m_incident.id != id)
                  showIncident(id);
              fillIn(IncidentForm::Extend);
          });
}

/// What was drafted for one phase says nothing of the next.
void ConsoleView::forgetOverrun()
{
    const incident::Window *window = m_incident.window(m_overrunWindow);
    if (m_overrunDraft.isEmpty() || !m_incident.isMaintenance() || (window && window->isOpen()))
        return;
    if (m_compose.draft().estimate == std::exchange(m_overrunDraft, {}))
        m_compose.setEstimate({});
}

} // namespace ui
