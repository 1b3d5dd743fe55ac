// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/targetspage.h"

#include "base/whenfinished.h"
#include "ui/settings/targetform.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/listtable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using base::Result;
using workflow::TestedTarget;

namespace {

enum Column { Label, Address, User };
constexpr int listHeight = 120;

QVBoxLayout *stackIn(QWidget *box)
{
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    return layout;
}

} // namespace

TargetsPage::TargetsPage(workflow::Targets &targets, QWidget *parent)
    : QWidget(parent)
    , m_targets(targets)
{
    QVBoxLayout *layout = stackIn(this);
    layout->addWidget(makeLabel(tr("Where posts go"), TextRole::Title));
    QLabel *about = makeLabel(tr("Posts always go to your status page. They can also go to a "
                                 "WordPress site, to Atlassian Statuspage or to Cachet."),
                              TextRole::Secondary);
    about->setWordWrap(true);
    layout->addWidget(about);
    layout->addWidget(buildEntry());
    m_outcome = makeLabel({}, TextRole::Secondary);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    m_outcome->setAccessibleName(tr("How the last try went"));
    m_outcome->hide();
    layout->addWidget(m_outcome);
    m_abilities = makeLabel({}, TextRole::Secondary);
    m_abilities->setWordWrap(true);
    m_abilities->setAccessibleName(tr("What posts can say there"));
    layout->addWidget(m_abilities);
    layout->addWidget(buildList());
    connect(&m_targets, &workflow::Targets::changed, this, &TargetsPage::reload);
    reload();
}

QWidget *TargetsPage::buildEntry()
{
    m_form = new TargetForm(m_targets.kinds());
    auto *testButton = new ActionButton(ActionButton::Kind::Secondary, tr("Try it"));
    auto *addButton = new ActionButton(ActionButton::Kind::Primary, tr("Publish there too"));
    m_busy = {testButton, addButton};
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addStretch(1);
    actions->addWidget(testButton);
    actions->addWidget(addButton);

    auto *box = new QWidget;
    QVBoxLayout *layout = stackIn(box);
    layout->addWidget(m_form);
    layout->addLayout(actions);
    connect(addButton, &QPushButton::clicked, this, &TargetsPage::add);
    connect(testButton, &QPushButton::clicked, this, &TargetsPage::test);
    return box;
}

QWidget *TargetsPage::buildList()
{
    m_table = makeListTable(tr("Places that posts go to"), {tr("Place"), tr("Address"), tr("User")},
                            Address);
    m_table->setMinimumHeight(listHeight);
    m_testSelected = new ActionButton(ActionButton::Kind::Secondary, tr("Try again"));
    m_changePassword =
        new ActionButton(ActionButton::Kind::Secondary, tr("Use the password typed above"));
    m_remove = new ActionButton(ActionButton::Kind::Danger, tr("Publish there no longer"));
    m_busy.insert(m_busy.end(), {m_testSelected, m_changePassword, m_remove});
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addStretch(1);
    actions->addWidget(m_testSelected);
    actions->addWidget(m_changePassword);
    actions->addWidget(m_remove);

    auto *box = new QWidget;
    QVBoxLayout *layout = stackIn(box);
    layout->addWidget(m_table);
    layout->addLayout(actions);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &TargetsPage::showSelected);
    connect(m_testSelected, &QPushButton::clicked, this, &TargetsPage::testSelected);
    connect(m_changePassword, &QPushButton::clicked, this, &TargetsPage::changePassword);
    connect(m_remove, &QPushButton::clicked, this, &TargetsPage::remove);
    return box;
}

void TargetsPage::add()
{
    begin(m_busy[1]);
    base::whenFinished(this, m_targets.add(m_form->typed()),
                       [this](const Result<TestedTarget> &added) {
                           tell(added);
                           if (added)
                               m_form->clear();
                       });
}

void TargetsPage::test()
{
    begin(m_busy[0]);
    base::whenFinished(this, m_targets.test(m_form->typed()),
                       [this](const Result<TestedTarget> &tested) { tell(tested); });
}

void TargetsPage::testSelected()
{
    begin(m_testSelected);
    base::whenFinished(this, m_targets.testStored(selected()),
                       [this](const Result<TestedTarget> &tested) { tell(tested); });
}

void TargetsPage::changePassword()
{
    const workflow::NewTarget target = m_form->typed();
    begin(m_changePassword);
    base::whenFinished(this, m_targets.changePassword(selected(), target.password, target.keep),
                       [this](const Result<TestedTarget> &changed) {
                           tell(changed);
                           if (changed)
                               m_form->clearPassword();
                       });
}

void TargetsPage::remove()
{
    begin(m_remove);
    base::whenFinished(this, m_targets.remove(selected()), [this](const base::Done &removed) {
        reload();
        say(removed ? tr("Nothing is sent there any more. What stands there stays.")
                    : tr("Nothing is sent there any more. %1").arg(removed.error().text));
    });
}

void TargetsPage::begin(ActionButton *button)
{
    button->setFocus();
    for (ActionButton *other : m_busy)
        other->setEnabled(false);
    say(tr("Trying … If a window asks for the password of your keyring, type it there."));
}

void TargetsPage::tell(const Result<TestedTarget> &tested)
{
    reload();
    say(tested ? tested->sentence : tested.error().text);
    if (tested)
        showAbilities(tested->target);
}

void TargetsPage::say(const QString &sentence)
{
    m_outcome->setText(sentence);
    m_outcome->setVisible(!sentence.isEmpty());
}

void TargetsPage::reload()
{
    const QString before = selected();
    const auto targets = m_targets.list();
    m_table->setRowCount(int(targets.size()));
    int current = 0;
    for (int row = 0; row < int(targets.size()); ++row) {
        const publish::TargetSpec &target = targets[size_t(row)];
        auto *label = new QTableWidgetItem(target.label);
        label->setData(Qt::UserRole, target.name);
        m_table->setItem(row, Label, label);
        m_table->setItem(row, Address, new QTableWidgetItem(target.address.toString()));
        m_table->setItem(row, User, new QTableWidgetItem(target.user));
        current = target.name == before ? row : current;
    }
    m_table->setVisible(!targets.empty());
    m_table->selectRow(current);
    for (ActionButton *button : m_busy)
        button->setEnabled(true);
    showSelected();
    for (ActionButton *button : {m_testSelected, m_changePassword, m_remove})
        button->setVisible(!targets.empty());
}

void TargetsPage::showAbilities(const publish::TargetSpec &target)
{
    const QStringList sentences = m_targets.abilities(target);
    m_abilities->setText(tr("At %1: %2").arg(target.label, sentences.join(u' ')));
    m_abilities->setVisible(!sentences.isEmpty());
}

void TargetsPage::showSelected()
{
    m_abilities->hide();
    for (const publish::TargetSpec &target : m_targets.list()) {
        if (target.name == selected())
            showAbilities(target);
    }
}

QString TargetsPage::selected() const
{
    const QTableWidgetItem *item = m_table->item(m_table->currentRow(), Label);
    return item ? item->data(Qt::UserRole).toString() : QString();
}

} // namespace ui
