// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/tip.h"
#include "ui/checklist/checklistspage.h"
#include "ui/checklist/listhead.h"
#include "ui/checklist/stepform.h"
#include "ui/checklist/steplist.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/noticebar.h"

#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

/// What the page of checklists is made from.
namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listsWidth = 240;
constexpr int itemSpacing = 3;

QVBoxLayout *panelLayout(QWidget *panel)
{
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(space::s);
    return layout;
}

} // namespace

QWidget *ChecklistsPage::buildLists()
{
    m_lists = new QListWidget;
    m_lists->setAccessibleName(tr("Checklists"));
    m_lists->setMinimumWidth(listsWidth);
    m_lists->setSpacing(itemSpacing);
    m_lists->setWordWrap(true);
    m_lists->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *add = new ActionButton(ActionButton::Kind::Secondary, tr("New list"));
    const QString about = tr("Its steps are added to the lists of the incidents that it is for");
    add->setToolTip(base::plainTip(about));
    auto *copy = new ActionButton(ActionButton::Kind::Secondary, tr("Copy this list"));
    m_removeList = new ActionButton(ActionButton::Kind::Danger, {});
    auto *panel = new QWidget;
    QVBoxLayout *layout = panelLayout(panel);
    layout->addWidget(m_lists, 1);
    for (ActionButton *button : {add, copy, m_removeList})
        layout->addWidget(button);
    connect(m_lists, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            chooseList(item->data(Qt::UserRole).toString());
    });
    connect(add, &QPushButton::clicked, this, [this] {
        if (!mayLeave())
            return;
        m_editing.begin(tr("A list of our own"));
        m_head->focusTitle();
    });
    connect(copy, &QPushButton::clicked, this, [this] {
        if (mayLeave())
            m_editing.beginCopy();
    });
    connect(m_removeList, &QPushButton::clicked, this, [this] {
        const bool wasBuiltIn = m_editing.isBuiltIn();
        std::ignore =
            tell(m_editing.remove(), wasBuiltIn ? tr("This is the built-in list again.")
                                                : tr("The list is gone. Incidents that began "
                                                     "with it keep it."));
    });
    return panel;
}

QWidget *ChecklistsPage::buildSteps()
{
    m_head = new ListHead;
    m_steps = new StepList;
    auto *panel = new QWidget;
    QVBoxLayout *layout = panelLayout(panel);
    layout->addWidget(m_head);
    layout->addWidget(m_steps, 1);
    return panel;
}

QWidget *ChecklistsPage::buildStep()
{
    m_step = new StepForm;
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_step);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *panel = new QWidget;
    panelLayout(panel)->addWidget(scroll);
    return panel;
}

QWidget *ChecklistsPage::buildFoot()
{
    m_problems = new QListWidget;
    m_problems->setAccessibleName(tr("Problems; Enter goes there"));
    m_problems->setSpacing(itemSpacing);
    m_problems->setWordWrap(true);
    m_problems->hide();
    m_notice = new NoticeBar;
    m_notice->hide();
    m_save = new ActionButton(ActionButton::Kind::Primary, tr("Save"));
    m_save->setKeyHint(u"Ctrl+S"_s);
    m_giveUp = new ActionButton(ActionButton::Kind::Secondary, tr("Undo changes"));
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addWidget(m_notice, 1);
    actions->addStretch();
    actions->addWidget(m_giveUp);
    actions->addWidget(m_save);
    auto *foot = new QWidget;
    QVBoxLayout *layout = panelLayout(foot);
    layout->addWidget(m_problems);
    layout->addLayout(actions);
    const auto go = [this] {
        goToProblem(m_problems->currentRow());
    };
    connect(m_problems, &QListWidget::itemActivated, this, go);
    connect(m_problems, &QListWidget::itemClicked, this, go);
    connect(m_save, &QPushButton::clicked, this, &ChecklistsPage::save);
    connect(m_giveUp, &QPushButton::clicked, &m_editing, &workflow::ChecklistDesk::giveUp);
    return foot;
}

} // namespace ui
