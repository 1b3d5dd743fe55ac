// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/monitorspage.h"

#include "source/address.h"
#include "ui/settings/monitordialog.h"
#include "ui/settings/ruledialog.h"
#include "ui/settings/trial.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/listtable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Column { Name, Address, Part, Interval, State };
constexpr int listHeight = 220;

} // namespace

MonitorsPage::MonitorsPage(workflow::Desk &desk, workflow::Watch &watch, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_watch(watch)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("What is watched"), TextRole::Title));
    layout->addWidget(buildEntry());
    layout->addWidget(buildList());
    connect(&m_watch, &workflow::Watch::monitorsChanged, this, &MonitorsPage::reload);
    connect(&m_watch, &workflow::Watch::sampled, this, &MonitorsPage::showState);
    reload();
}

QWidget *MonitorsPage::buildEntry()
{
    m_address = new LineEdit;
    m_address->setPlaceholderText(tr("https://www.example.org/ or db.example.org:5432"));
    m_addressRow = new FormField(tr("Address"), m_address);
    m_addressRow->setWide(true);
    m_part = new LineEdit;
    m_part->setPlaceholderText(tr("shop (may be empty)"));
    auto *part = new FormField(tr("Part of the service"), m_part);
    part->setHint(tr("as readers know it"));
    auto *addButton = new ActionButton(ActionButton::Kind::Primary, tr("Watch it"));
    m_testButton = new ActionButton(ActionButton::Kind::Secondary, trialTitle(false));
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addStretch(1);
    actions->addWidget(m_testButton);
    actions->addWidget(addButton);

    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_addressRow);
    layout->addWidget(part);
    layout->addLayout(actions);
    connect(m_address, &QLineEdit::returnPressed, this, &MonitorsPage::add);
    connect(m_part, &QLineEdit::returnPressed, this, &MonitorsPage::add);
    connect(addButton, &QPushButton::clicked, this, &MonitorsPage::add);
    connect(m_testButton, &QPushButton::clicked, this, &MonitorsPage::test);
    return box;
}

QWidget *MonitorsPage::buildList()
{
    m_table = makeListTable(tr("Monitors"),
                            {tr("Name"), tr("Address"), tr("Part"), tr("Every"), tr("Now")}, State);
    m_table->setMinimumHeight(listHeight);
    m_empty = new EmptyState(tr("Nothing is watched yet"),
                             tr("Type the address of your service above."), {});
    m_changeButton = new ActionButton(ActionButton::Kind::Secondary, tr("Change …"));
    m_ruleButton = new ActionButton(ActionButton::Kind::Secondary, tr("Alerts …"));
    m_pauseButton = new ActionButton(ActionButton::Kind::Secondary, tr("Pause"));
    m_removeButton = new ActionButton(ActionButton::Kind::Danger, tr("Stop watching"));
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addStretch(1);
    actions->addWidget(m_changeButton);
    actions->addWidget(m_ruleButton);
    actions->addWidget(m_pauseButton);
    actions->addWidget(m_removeButton);

    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_table);
    layout->addWidget(m_empty);
    layout->addLayout(actions);
    connect(m_changeButton, &QPushButton::clicked, this, &MonitorsPage::change);
    connect(m_table, &QTableWidget::itemActivated, this, &MonitorsPage::change);
    connect(m_ruleButton, &QPushButton::clicked, this, &MonitorsPage::editRule);
    connect(m_pauseButton, &QPushButton::clicked, this, &MonitorsPage::togglePause);
    connect(m_removeButton, &QPushButton::clicked, this, &MonitorsPage::remove);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &MonitorsPage::showActions);
    return box;
}

void MonitorsPage::focusAddress()
{
    m_address->setFocus();
}

void MonitorsPage::add()
{
    const auto added = m_watch.addAddress(m_address->text(), m_part->text().trimmed());
    m_addressRow->setError(added ? QString() : added.error().text);
    if (!added)
        return;
    m_address->clear();
    m_part->clear();
    m_address->setFocus();
}

void MonitorsPage::test()
{
    const auto spec = source::specFromAddress(m_address->text());
    m_addressRow->setError(spec ? QString() : spec.error().text);
    if (!spec)
        return;
    showTrial(m_addressRow, m_testButton, m_watch.probe(*spec));
}

void MonitorsPage::remove()
{
    const auto removed = m_watch.remove(selected());
    m_addressRow->setError(removed ? QString() : removed.error().text);
}

void MonitorsPage::change()
{
    const auto status = m_watch.status(selected());
    if (!status || status->spec.kind == source::Kind::Host)
        return;
    auto *dialog = new MonitorDialog(m_watch, status->spec, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MonitorsPage::editRule()
{
    const auto status = m_watch.status(selected());
    if (!status)
        return;
    if (status->spec.kind == source::Kind::Host)
        return emit machineLimitsWanted();
    auto *dialog = new RuleDialog(m_watch, status->spec, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MonitorsPage::togglePause()
{
    const auto status = m_watch.status(selected());
    if (!status)
        return;
    source::MonitorSpec spec = status->spec;
    spec.paused = !spec.paused;
    const auto replaced = m_watch.replace(spec);
    m_addressRow->setError(replaced ? QString() : replaced.error().text);
}

void MonitorsPage::reload()
{
    const QString before = selected();
    const QStringList monitors = m_watch.monitors();
    m_table->setRowCount(int(monitors.size()));
    for (int row = 0; row < int(monitors.size()); ++row) {
        const auto status = m_watch.status(monitors[row]);
        if (!status)
            continue;
        const source::MonitorSpec &spec = status->spec;
        auto *name = new QTableWidgetItem(spec.name);
        name->setData(Qt::UserRole, spec.id);
        m_table->setItem(row, Name, name);
        m_table->setItem(row, Address, new QTableWidgetItem(spec.address));
        m_table->setItem(row, Part, new QTableWidgetItem(spec.component));
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(spec.interval);
        m_table->setItem(row, Interval,
                         new QTableWidgetItem(tr("%n s", nullptr, int(seconds.count()))));
        m_table->setItem(row, State, new QTableWidgetItem(status->sentence));
    }
    m_table->setVisible(!monitors.isEmpty());
    m_empty->setVisible(monitors.isEmpty());
    m_table->selectRow(std::max(0, rowOf(before)));
    showActions();
}

/// What can be done with the selected monitor.
void MonitorsPage::showActions()
{
    const auto status = m_watch.status(selected());
    m_pauseButton->setEnabled(status.has_value());
    m_pauseButton->setTitle(status && status->spec.paused ? tr("Go on") : tr("Pause"));
    m_ruleButton->setEnabled(status.has_value());
    const bool isOurs = status && status->spec.kind != source::Kind::Host;
    for (ActionButton *button : {m_changeButton, m_removeButton})
        button->setEnabled(isOurs);
}

void MonitorsPage::showState(const QString &monitor)
{
    const int row = rowOf(monitor);
    const auto status = m_watch.status(monitor);
    if (row >= 0 && status && isVisible())
        m_table->item(row, State)->setText(status->sentence);
}

QString MonitorsPage::selected() const
{
    const QTableWidgetItem *item = m_table->item(m_table->currentRow(), Name);
    return item ? item->data(Qt::UserRole).toString() : QString();
}

int MonitorsPage::rowOf(const QString &monitor) const
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QTableWidgetItem *item = m_table->item(row, Name);
        if (item && item->data(Qt::UserRole).toString() == monitor)
            return row;
    }
    return -1;
}

} // namespace ui
