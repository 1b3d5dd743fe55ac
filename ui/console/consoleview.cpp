// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/console/consoleview.h"

#include "ui/checklist/checklistpane.h"
#include "ui/console/openincidentdialog.h"
#include "ui/console/watchhealth.h"
#include "ui/duties/dutylist.h"
#include "ui/health/healthpane.h"
#include "ui/retrospective/retrospectivedialog.h"
#include "ui/theme/tokens.h"
#include "ui/widget/reasonbar.h"
#include "wording/termwords.h"
#include "workflow/duties.h"
#include "workflow/preflight.h"

#include <algorithm>
#include <QSplitter>
#include <QVBoxLayout>
#include <utility>

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Milestone;

namespace {

constexpr int healthMinimum = 340;
constexpr int composeMinimum = 380;
constexpr int checklistMinimum = 260;

Milestone milestoneOf(StripKey key)
{
    switch (key) {
    case StripKey::Acknowledged:
        return Milestone::Acknowledged;
    case StripKey::Fixed:
        return Milestone::Fixed;
    case StripKey::BackToNormal:
    case StripKey::Finish:
        return Milestone::BackToNormal;
    case StripKey::Start:
        return Milestone::Started;
    case StripKey::Noticed:
        break;
    }
    return Milestone::Detected;
}

} // namespace

ConsoleView::ConsoleView(ConsoleParts parts, QWidget *parent)
    : QWidget(parent)
    , m_desk(parts.desk)
    , m_watch(parts.watch)
    , m_compose(parts.compose)
{
    m_strip = new IncidentStrip;
    m_notice = new NoticeBar;
    m_notice->hide();
    m_reason = new ReasonBar;
    m_health = new WatchHealth(m_desk, m_watch, this);
    m_healthPane = new HealthPane(*m_health);
    m_healthPane->setMinimumWidth(healthMinimum);
    m_composePane = new ComposePane(m_desk, m_compose, std::move(parts.targets));
    m_composePane->setMinimumWidth(composeMinimum);
    m_checklist = new ChecklistPane(m_desk);
    m_owed = new DutyList;
    auto *steps = new QWidget;
    steps->setMinimumWidth(checklistMinimum);
    auto *column = new QVBoxLayout(steps);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_checklist, 1);
    column->addWidget(m_owed);
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_healthPane);
    m_splitter->addWidget(m_composePane);
    m_splitter->addWidget(steps);
    m_splitter->setSizes({496, 456, 350});
    m_splitter->setStretchFactor(0, 4);
    m_splitter->setStretchFactor(1, 4);
    m_splitter->setStretchFactor(2, 2);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_reason);
    layout->addWidget(m_splitter, 1);
    // What is noticed floats over the foot of the view: nothing jumps when it comes and goes.
    m_notice->setParent(this);

    connect(m_strip, &IncidentStrip::pressed, this, &ConsoleView::press);
    connect(m_strip, &IncidentStrip::chosen, this, &ConsoleView::showIncident);
    connect(m_notice, &NoticeBar::actionTriggered, this, &ConsoleView::actOnNotice);
    connect(m_reason, &ReasonBar::given, this, [this](const QString &reason) {
        if (m_withReason)
            std::exchange(m_withReason, {})(reason);
    });
    connect(m_strip, &IncidentStrip::wished, this, [this](StripWish wish) {
        switch (wish) {
        case StripWish::Dismiss:
            return dismiss();
        case StripWish::Reopen:
            return reopen();
        case StripWish::Close:
            return closeIncident();
        case StripWish::CancelWork:
            return cancelWork();
        case StripWish::StaysWell:
            return advance(incident::State::Restored);
        case StripWish::GotWorse:
            return advance(incident::State::Active);
        case StripWish::CheckFailed:
            return advance(incident::State::InProgress);
        case StripWish::EditChecklists:
            emit checklistsWanted();
        }
    });
    connect(m_strip, &IncidentStrip::formWished, this, &ConsoleView::fillIn);
    connect(m_owed, &DutyList::allRequested, this, &ConsoleView::dutiesRequested);
    connect(m_owed, &DutyList::chosen, this, &ConsoleView::showIncident);
    connect(m_composePane, &ComposePane::failed, this, &ConsoleView::showError);
    connect(m_checklist, &ChecklistPane::failed, this, &ConsoleView::showError);
    connect(m_checklist, &ChecklistPane::providerWanted, this,
            [this] { emit providerWanted(m_incident.cause.provider); });
    connect(m_checklist, &ChecklistPane::editWanted, this, &ConsoleView::checklistsWanted);
    connect(m_healthPane, &HealthPane::addRequested, this, &ConsoleView::addMonitorRequested);
    connect(m_healthPane, &HealthPane::addChartRequested, this, &ConsoleView::addChartRequested);
    connect(m_healthPane, &HealthPane::failed, this, &ConsoleView::showError);
    connect(m_healthPane, &HealthPane::outageMarked, this,
            [this](const OutageMark &mark) { markOutage(mark); });
    connect(m_healthPane, &HealthPane::menuRequested, this, &ConsoleView::showChartMenu);
    connect(&m_watch, &workflow::Watch::failed, this, &ConsoleView::showError);
    connect(&m_desk, &workflow::Desk::changed, this, &ConsoleView::reload);
    connect(m_splitter, &QSplitter::splitterMoved, this, &ConsoleView::placeNotice);
    connect(&m_second, &QTimer::timeout, this, &ConsoleView::refresh);
    connect(&m_noticeTimer, &QTimer::timeout, m_notice, &QWidget::hide);
    m_noticeTimer.setSingleShot(true);
    m_second.start(1s);
    reload();
}

void ConsoleView::showIncident(const QString &incidentId)
{
    m_pinned = !incidentId.isEmpty();
    m_incident = {};
    m_incident.id = incidentId;
    m_undoable.reset();
    m_undoWindow = {};
    reload();
}

void ConsoleView::reload()
{
    const auto open = m_desk.openIncidents();
    const QString before = m_compose.incidentId();
    const bool stays = m_pinned && !m_incident.id.isEmpty();
    const bool stillOpen = std::ranges::any_of(
        open, [&](const ledger::Summary &summary) { return summary.id == m_incident.id; });
    QString id = m_incident.id;
    if (!stays && (!stillOpen || !incident::isRunning(m_incident.state)))
        id = open.empty() ? QString() : open.front().id;
    m_incident =
        id.isEmpty() ? incident::Incident() : m_desk.load(id).value_or(incident::Incident());
    if (m_compose.incidentId() != m_incident.id)
        m_compose.setIncident(m_incident.id);
    m_strip->setOpenIncidents(open, m_incident.id);
    loadOtherWork(open);
    m_health->setShown(m_incident);
    refresh();
    if (before == m_incident.id)
        return;
    emit incidentChanged(m_incident.id);
    recallSimilar();
}

void ConsoleView::refresh()
{
    if (m_reminders)
        m_owed->setDuties(m_reminders->duties(), m_desk.clock().now(), m_desk.zone());
    if (!m_incident.exists()) {
        m_strip->showQuiet(m_watch);
        m_checklist->setSteps({}, {});
        return;
    }
    const auto steps = incident::evaluate(m_incident, m_watch.surroundings(m_incident));
    m_strip->showIncident(m_incident, steps, m_desk.zone(), m_desk.clock().now());
    m_checklist->setSteps(m_incident, steps);
    m_composePane->tick();
    watchOverrun();
}

void ConsoleView::press(StripKey key)
{
    if (!m_incident.exists()) {
        if (key == StripKey::Noticed)
            openIncident();
        return;
    }
    if (m_incident.isMaintenance()) {
        runMaintenance(key);
        return;
    }
    if (key == StripKey::Start || key == StripKey::Finish)
        return;
    const Milestone milestone = milestoneOf(key);
    if (m_incident.milestone(milestone).isKnown())
        correct(milestone);
    else
        stamp(milestone);
}

void ConsoleView::askReason(const QString &question, std::function<void(const QString &)> answer)
{
    m_withReason = std::move(answer);
    m_reason->ask(question);
}

void ConsoleView::settle(const base::Result<incident::Incident> &done,
                         std::function<void(const QString &)> retry)
{
    if (done)
        return;
    if (done.error().kind == base::ErrorKind::NeedsReason)
        askReason(done.error().text, std::move(retry));
    else
        showError(done.error());
}

void ConsoleView::stamp(Milestone milestone, const QString &reason)
{
    const auto done = m_desk.stampNow(m_incident.id, milestone, reason);
    if (done)
        offerUndo(milestone);
    settle(done, [this, milestone](const QString &why) { stamp(milestone, why); });
}

void ConsoleView::runMaintenance(StripKey key)
{
    const auto now = timing::RoughInstant::exact(m_desk.clock().now());
    const Milestone milestone = milestoneOf(key);
    if (key != StripKey::Start && key != StripKey::Finish)
        return;
    // Phases that have ended leave the check, which ends with the same key.
    const bool isChecked =
        key == StripKey::Finish && m_incident.state == incident::State::Verifying;
    if (!isChecked && m_incident.milestone(milestone).isKnown()) {
        correct(milestone);
        return;
    }
    if (key == StripKey::Start && !workflow::preflightOf(m_desk, m_incident).guarded.isEmpty()) {
        fillIn(IncidentForm::StartWork);
        return;
    }
    if (isChecked) {
        // The time is that of the key, not that of the answer.
        askReason(tr("How was it checked?"), [this, now](const QString &how) {
            settle(m_desk.run(m_incident.id, incident::FinishMaintenance{now, how}), {});
        });
        return;
    }
    const auto done = key == StripKey::Start
                          ? workflow::startWork(m_desk, m_incident.id, now, {})
                          : m_desk.run(m_incident.id, incident::FinishMaintenance{now, {}});
    if (!done)
        showError(done.error());
}

void ConsoleView::offerUndo(Milestone milestone)
{
    m_undoable = milestone;
    m_undoWindow = {};
    showNotice({Notice::Level::Info,
                tr("Stamped “%1”.").arg(wording::words(milestone)),
                {},
                {{tr("Undo"), u"Ctrl+Z"_s}}});
}

void ConsoleView::undoStamp()
{
    if (m_undoWindow) {
        std::exchange(m_undoWindow, {})();
        return;
    }
    if (!m_undoable || !m_incident.exists())
        return;
    const auto done = m_desk.run(m_incident.id, incident::Unstamp{*m_undoable, tr("undone")});
    if (!done) {
        showError(done.error());
        return;
    }
    showNotice(
        {Notice::Level::Info, tr("“%1” was taken back.").arg(wording::words(*m_undoable)), {}, {}});
    m_undoable.reset();
}

void ConsoleView::openIncident()
{
    OpenIncidentDialog dialog(m_desk, this);
    if (dialog.exec() == QDialog::Accepted)
        showIncident(dialog.openedId());
    else if (dialog.isForThePast())
        tellAfterwards();
}

void ConsoleView::tellAfterwards()
{
    RetrospectiveDialog dialog(m_desk, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    showIncident(dialog.storedId());
    focusCompose();
}

void ConsoleView::showNotice(const Notice &notice)
{
    m_onNotice = {};
    m_notice->setNotice(notice);
    m_notice->show();
    placeNotice();
    m_notice->raise();
    QTimer::singleShot(0, this, &ConsoleView::placeNotice); // its buttons are there by then
    m_noticeTimer.start(noticeStays);
}

/// At the foot of the health pane, where it covers nothing that can be pressed.
void ConsoleView::placeNotice()
{
    const int widest = m_healthPane->width() - 2 * space::m;
    const int height = std::max(m_notice->sizeHint().height(), m_notice->heightForWidth(widest));
    m_notice->setGeometry(space::m, this->height() - height - space::m, widest, height);
}

void ConsoleView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeNotice();
}

void ConsoleView::showError(const base::Error &error)
{
    m_undoable.reset();
    m_undoWindow = {};
    showNotice({Notice::Level::Error, error.text, {}, {{tr("Close"), {}}}});
    m_noticeTimer.stop();
}

void ConsoleView::actOnNotice(int index)
{
    m_notice->hide();
    const auto act = std::exchange(m_onNotice, {});
    if (index > 0)
        return;
    if (act)
        act();
    else
        undoStamp();
}

void ConsoleView::focusHealth()
{
    m_healthPane->focusChart();
}

void ConsoleView::focusCompose()
{
    m_composePane->focusText();
}

void ConsoleView::focusChecklist()
{
    m_checklist->focusNext();
}

const HealthModel &ConsoleView::health() const
{
    return *m_health;
}

QByteArray ConsoleView::splitterState() const
{
    return m_splitter->saveState();
}

void ConsoleView::restoreSplitter(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

} // namespace ui
