// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checklist/steplist.h"

#include "base/tip.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int itemSpacing = 3;

} // namespace

StepList::StepList(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
{
    m_list->setAccessibleName(tr("Steps"));
    m_list->setSpacing(itemSpacing);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add = addButton(tr("Add"), tr("A new step behind this one (Insert)"), Qt::Key_Insert);
    m_copy = addButton(tr("Copy"), tr("The same step again (Ctrl+D)"), Qt::CTRL | Qt::Key_D);
    m_remove = addButton(tr("Remove"), tr("Takes the step out (Delete)"), Qt::Key_Delete);
    m_up = addButton(tr("Up"), tr("One up (Alt+Up)"), Qt::ALT | Qt::Key_Up);
    m_down = addButton(tr("Down"), tr("One down (Alt+Down)"), Qt::ALT | Qt::Key_Down);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::xs);
    for (ActionButton *button : {m_add, m_copy, m_remove, m_up, m_down})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        showButtons();
        emit chosen(row);
    });
    connect(m_add, &QPushButton::clicked, this, &StepList::addWanted);
    connect(m_copy, &QPushButton::clicked, this, &StepList::copyWanted);
    connect(m_remove, &QPushButton::clicked, this, &StepList::removeWanted);
    connect(m_up, &QPushButton::clicked, this, [this] { emit moveWanted(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { emit moveWanted(1); });
}

/// The key holds while the list has the focus: in the fields, Delete takes out a letter.
ActionButton *StepList::addButton(const QString &text, const QString &tip, const QKeySequence &key)
{
    auto *button = new ActionButton(ActionButton::Kind::Secondary, text);
    button->setToolTip(base::plainTip(tip));
    auto *shortcut = new QShortcut(key, m_list);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    return button;
}

void StepList::setSteps(const std::vector<incident::ChecklistStep> &steps,
                        const std::vector<incident::ChecklistProblem> &problems)
{
    const int row = std::max(0, current());
    {
        const QSignalBlocker quiet(m_list);
        while (m_list->count() > int(steps.size()))
            delete m_list->takeItem(m_list->count() - 1);
        for (int i = 0; i < int(steps.size()); ++i) {
            const incident::ChecklistStep &step = steps[std::size_t(i)];
            QString text = u"%1  %2"_s.arg(step.id, step.title);
            if (!step.group.isEmpty())
                text += u"\n"_s + step.group;
            if (step.remedy)
                text += tr(" · remedy “%1”").arg(step.remedy->name);
            if (std::ranges::find(problems, i, &incident::ChecklistProblem::step) != problems.end())
                text += tr(" · has a mistake");
            if (i == m_list->count())
                m_list->addItem(text);
            else
                m_list->item(i)->setText(text);
        }
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    }
    showButtons();
}

int StepList::current() const
{
    return m_list->currentRow();
}

void StepList::setCurrent(int row)
{
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(row);
    showButtons();
}

void StepList::focusList()
{
    m_list->setFocus();
}

void StepList::showButtons()
{
    const int row = current();
    m_copy->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0 && m_list->count() > 1);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
}

} // namespace ui
