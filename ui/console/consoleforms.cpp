// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/fieldtext.h"
#include "ui/console/consoleview.h"
#include "ui/console/correctstampdialog.h"
#include "ui/duties/dutylist.h"
#include "ui/incident/remedywords.h"
#include "wording/clockwords.h"
#include "workflow/duties.h"
#include "workflow/remedies.h"

#include <algorithm>
#include <QSplitter>
#include <QVBoxLayout>
#include <utility>

/// What is done to an incident besides its stamps.
namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Goes to the next incident.
const QString nextKey = u"Ctrl+I"_s;

} // namespace

void ConsoleView::reopen()
{
    const bool over = m_incident.exists() && !m_incident.isMaintenance() &&
                      !incident::isRunning(m_incident.state);
    if (!over)
        return;
    askReason(tr("It is back. How do you know?"), [this](const QString &reason) {
        settle(m_desk.reopen(m_incident.id, {}, reason), [this](const QString &) { reopen(); });
    });
}

void ConsoleView::dismiss()
{
    if (m_incident.state != incident::State::Suspected)
        return;
    askReason(tr("How do you know that it is nothing?"), [this](const QString &reason) {
        settle(m_desk.run(m_incident.id, incident::Advance{incident::State::Dismissed, reason}),
               {});
    });
}

void ConsoleView::closeIncident()
{
    if (!m_incident.exists())
        return;
    settle(m_desk.close(m_incident.id),
           [this](const QString &reason) { settle(m_desk.close(m_incident.id, reason), {}); });
}

void ConsoleView::cancelWork()
{
    if (!m_incident.isMaintenance())
        return;
    if (fits(IncidentForm::Abort, m_incident))
        return fillIn(IncidentForm::Abort); // it runs: something has to be put back
    askReason(tr("Why is the work called off?"), [this](const QString &reason) {
        settle(m_desk.run(m_incident.id, incident::Advance{incident::State::Cancelled, reason}),
               {});
    });
}

void ConsoleView::advance(incident::State to, const QString &reason)
{
    if (!m_incident.exists())
        return;
    settle(m_desk.run(m_incident.id, incident::Advance{to, reason}),
           [this, to](const QString &why) { advance(to, why); });
}

void ConsoleView::fillIn(IncidentForm form)
{
    if (!fits(form, m_incident)) {
        showNotice({Notice::Level::Info,
                    //: %1 something to do, as the menu calls it
                    m_incident.exists()
                        ? tr("“%1” does not fit the incident as it stands.").arg(titleOf(form))
                        : tr("“%1” needs an incident. None is open.").arg(titleOf(form)),
                    {},
                    {}});
        return;
    }
    const QString shown = ui::fillIn(form, {m_desk, m_remedies}, m_incident, this);
    if (!shown.isEmpty() && shown != m_incident.id)
        showIncident(shown);
    if (form == IncidentForm::Title && !shown.isEmpty())
        offerNewTitle();
}

/// What readers have seen keeps its title until somebody mends it.
void ConsoleView::offerNewTitle()
{
    const incident::PostRevision *post = m_incident.lastPublished();
    if (!post || post->title == m_incident.title)
        return;
    offer({Notice::Level::Info,
           tr("Readers still see “%1”.").arg(post->title),
           {},
           {{tr("Mend the newest post"), {}}}},
          [this, id = post->id, title = m_incident.title] {
              if (const base::Done begun = m_compose.editPublished(id); !begun)
                  return showError(begun.error());
              m_compose.setTitle(title);
              focusCompose();
          });
}

void ConsoleView::showNextIncident()
{
    const auto open = m_desk.openIncidents();
    const auto arrival =
        std::ranges::find(open, std::exchange(m_arrival, {}), &ledger::Summary::id);
    if (arrival != open.end()) {
        const auto actions = m_notice->notice().actions;
        if (!actions.isEmpty() && actions.front().key == nextKey)
            m_notice->hide(); // it has led here
        return showIncident(arrival->id);
    }
    if (open.empty())
        return;
    const auto here = std::ranges::find(open, m_incident.id, &ledger::Summary::id);
    const bool isLast = here == open.end() || here + 1 == open.end();
    showIncident(isLast ? open.front().id : (here + 1)->id);
}

void ConsoleView::addAside(QWidget *card)
{
    m_owed->parentWidget()->layout()->removeWidget(m_owed);
    m_owed->parentWidget()->layout()->addWidget(card);
    m_owed->parentWidget()->layout()->addWidget(m_owed);
}

void ConsoleView::setReminders(const workflow::Reminders &reminders)
{
    m_reminders = &reminders;
    connect(&reminders, &workflow::Reminders::changed, this, &ConsoleView::refresh);
    connect(&reminders, &workflow::Reminders::reminded, this,
            [this](const workflow::Duty &duty, const QString &sentence) {
                offer({Notice::Level::Warning, sentence, {}, {{tr("Show it"), {}}}},
                      [this, id = duty.incident] { showIncident(id); });
            });
    refresh();
}

void ConsoleView::tellArrival(const ledger::Summary &incident)
{
    if (incident.id == m_incident.id)
        return;
    m_arrival = incident.id;
    offer({Notice::Level::Warning,
           //: %1 the title of an incident, %2 its reference
           tr("%1 (%2): is this an incident of its own?").arg(incident.title, incident.ref),
           {},
           {{tr("Show it"), nextKey}}},
          [this, id = incident.id] { showIncident(id); });
}

void ConsoleView::setRemedies(workflow::Remedies &remedies)
{
    m_remedies = &remedies;
    connect(&remedies, &workflow::Remedies::failed, this, &ConsoleView::showError);
    connect(&remedies, &workflow::Remedies::offered, this,
            [this, &remedies](const QString &id, const workflow::CarriedRemedy &carried) {
                // Somebody may be writing about another incident: that stays where it is.
                //: %1 a monitor, %2 the name of a command
                const QString sentence = tr("“%2” may mend %1.");
                //: the same; %3 another incident than the one that is shown
                const QString elsewhere = tr("“%2” may mend %1 (%3).");
                const QString ref = m_desk.load(id).value_or(incident::Incident()).ref;
                const bool isHere = !m_incident.exists() || m_incident.id == id;
                offer({Notice::Level::Warning,
                       isHere ? sentence.arg(carried.title, carried.remedy.name)
                              : elsewhere.arg(carried.title, carried.remedy.name, ref),
                       carried.remedy.command.join(u' '),
                       {{tr("Run it"), {}}}},
                      [this, &remedies, id, carrier = carried.carrier()] {
                          if (const base::Done done = remedies.run(id, carrier, false); !done)
                              showError(done.error());
                      });
            });
    connect(&remedies, &workflow::Remedies::started, this,
            [this](const QString &, const QString &name) {
                showNotice({Notice::Level::Info, tr("“%1” runs …").arg(name), {}, {}});
                m_noticeTimer.stop(); // until it has ended
            });
    connect(&remedies, &workflow::Remedies::ended, this,
            [this](const QString &id, const incident::RemedyRun &run) {
                const Notice notice{wentWell(run) ? Notice::Level::Info : Notice::Level::Warning,
                                    outcomeWords(run),
                                    run.output.simplified().left(200),
                                    {}};
                if (id == m_incident.id)
                    return showNotice(notice);
                Notice elsewhere = notice;
                elsewhere.actions = {{tr("Show it"), {}}};
                offer(elsewhere, [this, id] { showIncident(id); });
            });
}

/// A notice whose button does something else than to undo.
void ConsoleView::offer(const Notice &notice, std::function<void()> act)
{
    showNotice(notice);
    m_noticeTimer.stop();
    m_onNotice = std::move(act);
}

void ConsoleView::correct(incident::Milestone milestone)
{
    CorrectStampDialog(m_desk, m_incident, milestone, this).exec();
}

} // namespace ui
