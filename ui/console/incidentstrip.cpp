// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/console/incidentstrip.h"

#include "timing/zone.h"
#include "ui/incident/statelook.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/clocklabel.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/stampbutton.h"
#include "ui/widget/statebadge.h"
#include "wording/clockwords.h"
#include "wording/termwords.h"
#include "wording/timewords.h"
#include "workflow/updatetimer.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using incident::Incident;
using incident::Milestone;

namespace {

constexpr int stripHeight = 64;
constexpr int nextWidth = 176;
/// Below this width the title would have to give way to all that stands beside it.
constexpr int wideStrip = 1500;
constexpr int narrowNextWidth = 124;
/// What is due within that time is shown as pressing.
constexpr auto soon = std::chrono::minutes(5);

QVBoxLayout *column(int spacing)
{
    auto *layout = new QVBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

} // namespace

IncidentStrip::IncidentStrip(QWidget *parent)
    : QFrame(parent)
{
    setStyleProperty(this, "ground", u"panel"_s);
    setStyleProperty(this, "edge", u"bottom"_s);
    setMinimumHeight(stripHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Incident"));
    m_badge = new StateBadge;
    m_badge->setBadgeSize(StateBadge::Size::Large);
    m_title = new ElidedLabel({}, TextRole::Title);
    m_subtitle = new ElidedLabel({}, TextRole::Secondary);
    m_switch = new QToolButton;
    m_switch->setPopupMode(QToolButton::InstantPopup);
    m_switch->setAccessibleName(tr("Other open incidents"));
    m_switch->setMenu(new QMenu(m_switch));
    m_more = new QToolButton;
    m_more->setText(tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAccessibleName(tr("More to do with this incident"));
    m_more->setMenu(new QMenu(m_more));
    m_clock = new ClockLabel;
    m_clock->setAccessibleName(tr("Time since the first alert, or since it began without one"));
    auto *nextLabel = makeLabel(tr("NEXT"), TextRole::Faint);
    m_next = new ElidedLabel({}, TextRole::SecondaryStrong);
    m_due = new ElidedLabel({}, TextRole::SecondaryStrong);

    auto *titles = column(2);
    titles->addStretch(1);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    titles->addStretch(1);
    m_nextBlock = new QWidget;
    auto *next = column(0);
    next->addStretch(1);
    next->addWidget(nextLabel);
    next->addWidget(m_next);
    next->addWidget(m_due);
    next->addStretch(1);
    m_nextBlock->setLayout(next);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, space::s, space::l, space::s);
    layout->setSpacing(space::l);
    layout->addWidget(m_badge);
    layout->addLayout(titles, 1);
    layout->addWidget(m_switch);
    layout->addWidget(m_more);
    layout->addWidget(m_clock);
    layout->addWidget(m_nextBlock);
    auto *stamps = new QHBoxLayout;
    stamps->setSpacing(space::xs + 2);
    m_noticed = addStamp(stamps, u"N"_s, tr("Noticed"), StripKey::Noticed);
    m_acknowledged = addStamp(stamps, u"A"_s, tr("Acknowledged"), StripKey::Acknowledged);
    m_fixed = addStamp(stamps, u"F"_s, tr("Fixed"), StripKey::Fixed);
    m_normal = addStamp(stamps, u"B"_s, tr("Back to normal"), StripKey::BackToNormal);
    m_start = addStamp(stamps, u"S"_s, tr("Start"), StripKey::Start);
    m_finish = addStamp(stamps, u"E"_s, tr("End"), StripKey::Finish);
    layout->addLayout(stamps);
}

void IncidentStrip::resizeEvent(QResizeEvent *event)
{
    const bool isWide = width() >= wideStrip;
    layout()->setSpacing(isWide ? space::l : space::m);
    m_nextBlock->setFixedWidth(isWide ? nextWidth : narrowNextWidth);
    QFrame::resizeEvent(event);
}

StampButton *IncidentStrip::addStamp(QHBoxLayout *layout, const QString &key, const QString &title,
                                     StripKey meaning)
{
    auto *button = new StampButton(key, title);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, meaning] { emit pressed(meaning); });
    return button;
}

void IncidentStrip::showQuiet(const workflow::Watch &watch)
{
    const QStringList monitors = watch.monitors();
    const auto count = [&](workflow::Condition condition) {
        return int(std::ranges::count_if(monitors, [&](const QString &monitor) {
            const auto status = watch.status(monitor);
            return status && status->condition == condition;
        }));
    };
    const State worst = count(workflow::Condition::Down) > 0          ? State::Down
                        : count(workflow::Condition::Slow) > 0        ? State::Degraded
                        : count(workflow::Condition::NotMeasured) > 0 ? State::NotMeasured
                                                                      : State::Up;
    m_badge->setState(worst, worst == State::Up ? tr("ALL QUIET") : stateWord(worst).toUpper());
    m_title->setText(tr("No open incident"));
    m_subtitle->setText(tr("%1 of %n monitors well", nullptr, int(monitors.size()))
                            .arg(count(workflow::Condition::Up)));
    m_clock->setStopped(tr("no clock is running"));
    m_nextBlock->hide();
    m_more->hide();
    for (StampButton *button : {m_acknowledged, m_fixed, m_normal, m_start, m_finish})
        button->hide();
    m_noticed->show();
    m_noticed->setLook(StampButton::Look::Plain);
    m_noticed->setSubtitle(tr("opens an incident"));
}

void IncidentStrip::showIncident(const Incident &incident,
                                 const std::vector<incident::StepStatus> &steps,
                                 const QTimeZone &zone, base::Instant now)
{
    const StateLook look = lookOf(incident.state, incident.kind);
    m_badge->setState(look.state, look.words);
    m_title->setText(incident.title);
    QStringList about;
    const QStringList parts = incident.components();
    if (!parts.isEmpty())
        about << parts.join(u", "_s);
    const auto plans = incident.plannedWindows();
    const timing::RoughInstant started = incident.milestone(Milestone::Started);
    const wording::Reader reader{zone, now};
    if (started.isKnown()) {
        about << tr("started %1").arg(wording::timeWords(started, reader, wording::TimeForm::At));
    } else if (!plans.empty()) {
        const incident::Window &plan = plans.front();
        about << (plan.start.isKnown()
                      ? tr("planned %1").arg(wording::rangeWords(plan.start, plan.end, reader))
                      : tr("planned, no time yet"));
    }
    about << tr("round %1").arg(incident.round);
    if (incident.cause.status == incident::CauseStatus::AwaitingProvider)
        about << (incident::isRunning(incident.state) ? tr("waiting for the provider")
                                                      : tr("explanation pending"));
    // The next step has a clock of its own.
    const incident::StepStatus *next = incident::nextStep(steps);
    const auto due = workflow::updateDue(incident, steps);
    if (due && (!next || next->due != due))
        about << workflow::countdownWords(*due, now);
    m_subtitle->setText(about.join(u" · "_s));
    showClock(incident, now);
    showNext(next, now);
    showStamps(incident, zone);
    showWishes(incident);
}

void IncidentStrip::showWishes(const Incident &incident)
{
    auto forms = formsFor(incident);
    if (m_wishesOf == incident.state && m_forms == forms && !m_more->isHidden())
        return;
    m_wishesOf = incident.state;
    m_forms = std::move(forms);
    QMenu *menu = m_more->menu();
    menu->clear();
    const auto offer = [&](const QString &text, StripWish wish) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, wish] { emit wished(wish); });
    };
    switch (incident.state) {
    case incident::State::Suspected:
        offer(tr("It is nothing: dismiss …"), StripWish::Dismiss);
        break;
    case incident::State::Monitoring:
        offer(tr("It stays well: it is over"), StripWish::StaysWell);
        offer(tr("It got worse again"), StripWish::GotWorse);
        break;
    case incident::State::Verifying:
        offer(tr("The check failed: the work goes on …"), StripWish::CheckFailed);
        break;
    case incident::State::Restored:
    case incident::State::Review:
        offer(tr("It is back: reopen …"), StripWish::Reopen);
        offer(tr("Close the incident"), StripWish::Close);
        break;
    case incident::State::Closed:
        if (!incident.isMaintenance())
            offer(tr("It is back: reopen …"), StripWish::Reopen);
        break;
    case incident::State::Completed:
        offer(tr("Close the maintenance"), StripWish::Close);
        break;
    case incident::State::Draft:
    case incident::State::Scheduled:
        offer(tr("Call the work off …"), StripWish::CancelWork);
        break;
    default:
        break;
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    for (const IncidentForm form : m_forms) {
        //: an entry of a menu that asks for more, %1 what it does
        connect(menu->addAction(tr("%1 …").arg(titleOf(form))), &QAction::triggered, this,
                [this, form] { emit formWished(form); });
    }
    menu->addSeparator();
    offer(tr("Edit the checklists …"), StripWish::EditChecklists);
    m_more->setVisible(!menu->isEmpty());
}

void IncidentStrip::showClock(const Incident &incident, base::Instant now)
{
    std::optional<base::Instant> since;
    for (const Milestone milestone :
         {Milestone::FirstAlert, Milestone::Started, Milestone::Detected}) {
        if (!since)
            since = incident.milestone(milestone).lo();
    }
    const auto normal = incident.milestone(Milestone::BackToNormal);
    if (!since) {
        m_clock->setStopped(tr("it has not begun"));
        return;
    }
    m_clock->setElapsed((normal.hi() ? *normal.hi() : now) - *since);
}

void IncidentStrip::showNext(const incident::StepStatus *next, base::Instant now)
{
    m_nextBlock->show();
    m_next->setText(next ? next->step.title : tr("nothing waits"));
    const bool due = next && next->due;
    m_due->setText(due ? wording::dueWords(*next->due, now) : QString());
    setTone(m_due, due && *next->due - now < soon ? Tone::Down : Tone::Normal);
}

void IncidentStrip::showStamps(const Incident &incident, const QTimeZone &zone)
{
    const bool work = incident.isMaintenance();
    for (StampButton *button : {m_noticed, m_acknowledged, m_fixed, m_normal})
        button->setVisible(!work);
    m_start->setVisible(work);
    m_finish->setVisible(work);
    if (work) {
        showStamp(m_start, incident, Milestone::Started, zone, tr("press when work begins"),
                  incident.state == incident::State::Scheduled);
        const bool isChecking = incident.state == incident::State::Verifying;
        showStamp(m_finish, incident, Milestone::BackToNormal, zone, tr("press when it is checked"),
                  isChecking || incident.state == incident::State::InProgress);
        if (isChecking) {
            m_finish->setLook(StampButton::Look::Next);
            m_finish->setSubtitle(tr("press when it is checked"));
        }
        return;
    }
    const auto open = [&](Milestone milestone) {
        return !incident.milestone(milestone).isKnown();
    };
    const bool noticed = !open(Milestone::Detected);
    const bool acknowledged = !open(Milestone::Acknowledged);
    showStamp(m_noticed, incident, Milestone::Detected, zone, tr("when you see it"), !noticed);
    showStamp(m_acknowledged, incident, Milestone::Acknowledged, zone, tr("press to take it"),
              noticed && !acknowledged);
    showStamp(m_fixed, incident, Milestone::Fixed, zone, tr("when it is in"),
              acknowledged && open(Milestone::Fixed));
    showStamp(m_normal, incident, Milestone::BackToNormal, zone, tr("not yet"),
              acknowledged && !open(Milestone::Fixed) && open(Milestone::BackToNormal));
}

void IncidentStrip::showStamp(StampButton *button, const Incident &incident, Milestone milestone,
                              const QTimeZone &zone, const QString &hint, bool next)
{
    const incident::MilestoneRow *row = incident.milestoneRow(milestone);
    const bool stamped = row && row->at.isKnown();
    button->setLook(stamped ? StampButton::Look::Done
                    : next  ? StampButton::Look::Next
                            : StampButton::Look::Plain);
    if (!stamped) {
        button->setSubtitle(hint);
        return;
    }
    const wording::Reader reader{zone, row->at.middle().value_or(base::Instant{})};
    const QString when = wording::timeWords(row->at, reader, wording::TimeForm::Plain);
    button->setSubtitle(row->at.isExact() ? tr("%1, exact").arg(when) : when);
}

void IncidentStrip::setOpenIncidents(const std::vector<ledger::Summary> &open,
                                     const QString &current)
{
    QMenu *menu = m_switch->menu();
    menu->clear();
    for (const ledger::Summary &summary : open) {
        QAction *action = menu->addAction(
            u"%1 · %2 · %3"_s.arg(summary.ref, summary.title, wording::words(summary.state)));
        action->setCheckable(true);
        action->setChecked(summary.id == current);
        connect(action, &QAction::triggered, this, [this, id = summary.id] { emit chosen(id); });
    }
    m_switch->setText(tr("%n open", nullptr, int(open.size())));
    m_switch->setVisible(std::ranges::any_of(
        open, [&](const ledger::Summary &summary) { return summary.id != current; }));
}

} // namespace ui
