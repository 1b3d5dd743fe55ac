// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/duties/dutiesview.h"

#include "base/tip.h"
#include "ui/duties/dutywords.h"
#include "ui/duties/formdialog.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/paneheader.h"
#include "workflow/exchange.h"
#include "workflow/followupcalendar.h"
#include "workflow/promisekept.h"

#include <algorithm>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using workflow::Duty;

namespace {

enum Column { What, Kind, Incident, Owner, When, ColumnCount };
constexpr int keyRole = Qt::UserRole;

} // namespace

DutiesView::DutiesView(workflow::Desk &desk, workflow::Reminders &reminders, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_reminders(reminders)
    , m_list(new QTreeWidget)
    , m_empty(new EmptyState(tr("Nothing is owed"),
                             tr("What posts promise, what incidents leave behind, and what "
                                "providers still have to answer comes together here."),
                             {}))
    , m_plan(new ActionButton(ActionButton::Kind::Secondary, tr("Its planned work")))
    , m_show(new ActionButton(ActionButton::Kind::Secondary, tr("Show in the console")))
    , m_settle(new ActionButton(ActionButton::Kind::Primary, tr("Settle …")))
{
    build();
    connect(&m_reminders, &workflow::Reminders::changed, this, &DutiesView::reload);
    connect(&m_second, &QTimer::timeout, this, &DutiesView::tick);
    m_second.start(1s);
    reload();
}

void DutiesView::build()
{
    m_list->setAccessibleName(tr("What is owed"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("What"), tr("Kind"), tr("Incident"), tr("Who"), tr("When")});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(space::m, space::s, space::m, space::s);
    actions->setSpacing(space::s);
    actions->addWidget(filesButton());
    actions->addStretch(1);
    actions->addWidget(m_plan);
    actions->addWidget(m_show);
    actions->addWidget(m_settle);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PaneHeader(tr("Owed")));
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addLayout(actions);
    connect(m_settle, &QPushButton::clicked, this, &DutiesView::settle);
    const auto show = [this] {
        if (const Duty *duty = current())
            emit openRequested(duty->incident);
    };
    connect(m_plan, &QPushButton::clicked, this, &DutiesView::openPlan);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &DutiesView::showPlan);
    connect(m_show, &QPushButton::clicked, this, show);
    connect(m_list, &QTreeWidget::itemActivated, this, show);
}

QToolButton *DutiesView::filesButton()
{
    auto *button = new QToolButton;
    button->setText(tr("Files"));
    button->setAccessibleName(tr("Follow-ups as files"));
    button->setToolTip(tr("The follow-ups of all incidents for a spreadsheet or a calendar"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->addAction(tr("The follow-ups for a spreadsheet (CSV) …"), this,
                    &DutiesView::exportFollowUps);
    menu->addAction(tr("Their due days for a calendar (ICS) …"), this, &DutiesView::exportCalendar);
    button->setMenu(menu);
    return button;
}

void DutiesView::focusList()
{
    m_list->setFocus();
}

void DutiesView::reload()
{
    const QString chosen = current() ? current()->id : QString();
    m_list->clear();
    for (const Duty &duty : m_reminders.duties()) {
        auto *line = new QTreeWidgetItem(
            m_list, {duty.text, wordsOf(duty.kind), duty.ref, duty.owner, QString()});
        line->setToolTip(What, base::plainTip(duty.text));
        line->setData(What, keyRole, duty.id);
        if (duty.id == chosen || !m_list->currentItem())
            m_list->setCurrentItem(line);
    }
    const bool none = m_reminders.duties().empty();
    m_list->setVisible(!none);
    m_empty->setVisible(none);
    m_show->setEnabled(!none);
    m_settle->setEnabled(!none);
    showPlan();
    tick();
}

/// A follow-up may become planned work, and leads to it from then on.
void DutiesView::showPlan()
{
    const Duty *duty = current();
    m_plan->setVisible(duty && duty->kind == Duty::Kind::FollowUp);
    m_plan->setTitle(duty && duty->plan.isEmpty() ? tr("Plan work for it")
                                                  : tr("Its planned work"));
}

void DutiesView::openPlan()
{
    const Duty *chosen = current();
    if (!chosen)
        return;
    const Duty duty = *chosen;
    if (!duty.plan.isEmpty()) {
        emit openRequested(duty.plan);
        return;
    }
    const auto incident = m_desk.load(duty.incident);
    const incident::FollowUp *left = incident ? incident->followUp(duty.id) : nullptr;
    const auto draft = left ? m_desk.planFor(*incident, *left) : incident;
    if (!draft)
        emit failed(draft.error());
    else if (left)
        emit openRequested(draft->id);
}

void DutiesView::tick()
{
    const auto &duties = m_reminders.duties();
    const base::Instant now = m_desk.clock().now();
    for (int row = 0; row < m_list->topLevelItemCount() && row < int(duties.size()); ++row)
        m_list->topLevelItem(row)->setText(When,
                                           whenOf(duties[std::size_t(row)], now, m_desk.zone()));
}

const Duty *DutiesView::current() const
{
    const QTreeWidgetItem *line = m_list->currentItem();
    if (!line)
        return nullptr;
    const auto &duties = m_reminders.duties();
    const auto found = std::ranges::find(duties, line->data(What, keyRole).toString(), &Duty::id);
    return found == duties.end() ? nullptr : &*found;
}

base::Done DutiesView::done(const Duty &duty, const QVariant &how, const QString &note)
{
    using namespace incident;
    const auto run = [&](const Command &command) {
        const auto done = m_desk.run(duty.incident, command);
        return done ? base::Done() : base::Done(base::passOn(done));
    };
    switch (duty.kind) {
    case Duty::Kind::Promise:
        return run(SettlePromise{duty.id, PromiseStatus(how.toInt()), note});
    case Duty::Kind::FollowUp:
        return run(SettleFollowUp{duty.id, FollowUpStatus(how.toInt()), note});
    case Duty::Kind::Answer:
        return run(LogAnswer{duty.id, note});
    case Duty::Kind::Explanation:
        break; // is asked for with a form of its own
    }
    return {};
}

/// An update that readers have seen keeps a promise without another word.
base::Done DutiesView::keep(const Duty &duty, int update)
{
    const auto incident = m_desk.load(duty.incident);
    const auto kept =
        incident ? workflow::keptByUpdate(*incident, duty.id, update) : base::passOn(incident);
    const auto done = kept ? m_desk.run(duty.incident, *kept) : base::passOn(kept);
    return done ? base::Done() : base::Done(base::passOn(done));
}

/// The updates that may have kept a promise, the newest first; 0: what the note says.
Choices DutiesView::updatesFor(const Duty &duty) const
{
    Choices choices{{tr("what the note says"), 0}};
    if (const auto incident = m_desk.load(duty.incident)) {
        for (const int number : workflow::updatesSince(*incident, duty.id))
            choices.insert(1, {tr("update %1").arg(number), number});
    }
    return choices;
}

void DutiesView::settle()
{
    const Duty *chosen = current();
    if (!chosen)
        return;
    const Duty duty = *chosen;
    if (duty.kind == Duty::Kind::Explanation) {
        emit contactWanted(duty.incident);
        return;
    }
    FormDialog form(wordsOf(duty.kind), tr("Settle it"), this);
    form.explain(duty.text);
    const QComboBox *how = nullptr;
    const QComboBox *update = nullptr;
    if (duty.kind == Duty::Kind::Promise) {
        using enum incident::PromiseStatus;
        how = form.addChoice(tr("It was"), choicesOf({Kept, Broken, Withdrawn}));
        update = form.addChoice(tr("Kept by"), updatesFor(duty));
    } else if (duty.kind == Duty::Kind::FollowUp) {
        using enum incident::FollowUpStatus;
        how = form.addChoice(tr("It was"), choicesOf({Done, Dropped}));
    }
    const LineEdit *note = form.addReason(
        duty.kind == Duty::Kind::Answer ? tr("The answer") : tr("Because"), tr("how, or why not"));
    form.onSubmit([&] {
        const int number = update ? update->currentData().toInt() : 0;
        const bool isKept = how && how->currentData().toInt() == int(incident::PromiseStatus::Kept);
        if (number > 0 && isKept && note->text().trimmed().isEmpty())
            return keep(duty, number);
        return done(duty, how ? how->currentData() : QVariant(), note->text().trimmed());
    });
    form.exec();
}

void DutiesView::exportFollowUps()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the follow-ups"), u"follow-ups.csv"_s);
    if (path.isEmpty())
        return;
    write(path, workflow::followUpTable(m_desk, true).toUtf8() + '\n');
}

void DutiesView::exportCalendar()
{
    const base::Result<QByteArray> calendar = workflow::followUpCalendar(m_desk);
    if (!calendar) {
        emit failed(calendar.error());
        return;
    }
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Their due days as a calendar"), u"follow-ups.ics"_s);
    if (!path.isEmpty())
        write(path, *calendar);
}

void DutiesView::write(const QString &path, const QByteArray &bytes)
{
    if (const base::Done written = workflow::writeFile(path, bytes); !written) {
        emit failed(written.error());
        return;
    }
    emit exported(path);
}

} // namespace ui
