// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checklist/checklistspage.h"

#include "base/tip.h"
#include "ui/checklist/listhead.h"
#include "ui/checklist/stepform.h"
#include "ui/checklist/steplist.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/noticebar.h"
#include "ui/widget/paneheader.h"

#include <algorithm>
#include <QListWidget>
#include <QMessageBox>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using incident::Checklist;
using incident::ChecklistStep;

namespace {

constexpr int listsWidth = 240;
constexpr int stepsWidth = 440;
constexpr int formWidth = 640;
constexpr int itemSpacing = 3;
constexpr int shownProblems = 3;

} // namespace

ChecklistsPage::ChecklistsPage(const QString &dataDir, QWidget *parent)
    : QWidget(parent)
    , m_editing(dataDir)
{
    auto *back = new ActionButton(ActionButton::Kind::Quiet, tr("Back"));
    auto *header = new PaneHeader(tr("Checklists"));
    header->setNote(tr("An incident keeps the list that it began with."));
    header->addTrailing(back);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildLists());
    splitter->addWidget(buildSteps());
    splitter->addWidget(buildStep());
    splitter->setSizes({listsWidth, stepsWidth, formWidth});
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 2);
    splitter->setStretchFactor(2, 3);
    m_middle = splitter;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(splitter, 1);
    layout->addWidget(buildFoot());
    connectSteps();
    connect(back, &QPushButton::clicked, this, &ChecklistsPage::leave);
    connect(&m_editing, &workflow::ChecklistDesk::changed, this, &ChecklistsPage::showList);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ChecklistsPage::leave);
    auto *keep = new QShortcut(QKeySequence::Save, this);
    keep->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keep, &QShortcut::activated, this, &ChecklistsPage::save);
}

void ChecklistsPage::connectSteps()
{
    connect(m_head, &ListHead::edited, this, [this] {
        change([this](Checklist &list) { m_head->take(list); }, m_steps->current());
    });
    connect(m_step, &StepForm::edited, this, &ChecklistsPage::takeStep);
    connect(m_steps, &StepList::chosen, this, &ChecklistsPage::showStep);
    connect(m_steps, &StepList::addWanted, this, [this] {
        ChecklistStep step;
        const auto &steps = m_editing.list().steps;
        const int row = m_steps->current();
        if (row >= 0)
            step.group = steps[std::size_t(row)].group;
        step.title = tr("What is to be done");
        addStep(step);
        m_step->focusKey(u"title"_s);
    });
    connect(m_steps, &StepList::copyWanted, this,
            [this] { addStep(m_editing.list().steps[std::size_t(m_steps->current())]); });
    connect(m_steps, &StepList::removeWanted, this, [this] {
        const int row = m_steps->current();
        change([row](Checklist &list) { list.steps.erase(list.steps.begin() + row); }, row);
    });
    connect(m_steps, &StepList::moveWanted, this, &ChecklistsPage::moveStep);
}

void ChecklistsPage::open(const QString &name)
{
    const QString wanted = name.isEmpty() ? m_editing.name() : name;
    const auto lists = m_editing.lists();
    const bool isThere =
        std::ranges::find(lists, wanted, &workflow::ChecklistBook::Entry::name) != lists.end();
    if (isThere && wanted == m_editing.name() && m_editing.isEdited())
        showList();
    else
        chooseList(isThere ? wanted : lists.front().name);
    m_steps->focusList();
}

void ChecklistsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_editing.name().isEmpty())
        open();
}

bool ChecklistsPage::mayLeave()
{
    if (!m_editing.isEdited())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Checklists"),
                    tr("The changes of “%1” are not saved.").arg(m_editing.list().title),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return tell(m_editing.save(), tr("Saved."));
    case QMessageBox::Discard:
        m_editing.giveUp();
        return true;
    default:
        return false;
    }
}

void ChecklistsPage::leave()
{
    if (mayLeave())
        emit backRequested();
}

void ChecklistsPage::chooseList(const QString &name)
{
    m_notice->hide();
    if (name == m_editing.name() && m_editing.isEdited())
        return;
    if (mayLeave())
        m_editing.choose(name);
    else
        showLists();
}

void ChecklistsPage::save()
{
    if (!m_editing.isEdited())
        return;
    std::ignore = tell(m_editing.save(), tr("Saved. Incidents that open from now on get it."));
}

bool ChecklistsPage::tell(const base::Done &done, const QString &success)
{
    m_notice->setNotice({done ? Notice::Level::Info : Notice::Level::Error,
                         done ? success : done.error().text,
                         {},
                         {}});
    m_notice->show();
    return done.has_value();
}

void ChecklistsPage::showLists()
{
    const QSignalBlocker quiet(m_lists);
    m_lists->clear();
    for (const auto &entry : m_editing.lists()) {
        const bool isCurrent = entry.name == m_editing.name();
        QString text =
            isCurrent && m_editing.trouble().isEmpty() ? m_editing.list().title : entry.title;
        if (text.isEmpty())
            text = entry.name;
        if (isCurrent && m_editing.isEdited())
            text = tr("%1 · not saved").arg(text);
        else if (entry.isOwn)
            text = tr("%1 · yours").arg(text);
        auto *item = new QListWidgetItem(text, m_lists);
        item->setData(Qt::UserRole, entry.name);
        item->setToolTip(base::plainTip(entry.name));
        if (isCurrent)
            m_lists->setCurrentItem(item);
    }
    const bool isEdited = m_editing.isEdited();
    m_save->setEnabled(isEdited);
    m_giveUp->setEnabled(isEdited);
    m_removeList->setTitle(m_editing.isBuiltIn() ? tr("Back to the built-in list")
                                                 : tr("Remove this list"));
    m_removeList->setVisible(m_editing.isOwn());
}

void ChecklistsPage::showList()
{
    const bool isUsable = m_editing.trouble().isEmpty();
    m_head->setList(m_editing.list());
    m_steps->setSteps(m_editing.list().steps, m_editing.problems());
    m_head->setEnabled(isUsable);
    m_steps->setEnabled(isUsable);
    showStep(m_steps->current());
    showLists();
    showProblems();
    if (!isUsable)
        std::ignore = tell(base::fail(base::ErrorKind::Format, m_editing.trouble()), {});
}

void ChecklistsPage::showStep(int row)
{
    const auto &steps = m_editing.list().steps;
    const bool isThere = row >= 0 && row < int(steps.size());
    m_step->setEnabled(isThere);
    m_step->setStep(isThere ? steps[std::size_t(row)] : ChecklistStep());
    showProblems();
}

void ChecklistsPage::showProblems()
{
    const auto problems = m_editing.problems();
    m_problems->clear();
    std::vector<incident::ChecklistProblem> ofStep;
    QString ofTitle;
    for (const incident::ChecklistProblem &problem : problems) {
        m_problems->addItem(problem.located());
        if (problem.step == m_steps->current())
            ofStep.push_back(problem);
        if (problem.step < 0 && problem.key == u"title"_s)
            ofTitle = problem.sentence;
    }
    m_step->setProblems(ofStep);
    m_head->setTitleError(ofTitle);
    m_problems->setVisible(!problems.empty());
    const int rows = std::min(shownProblems, m_problems->count());
    m_problems->setFixedHeight(rows * (m_problems->sizeHintForRow(0) + 2 * itemSpacing) +
                               2 * itemSpacing);
}

void ChecklistsPage::goToProblem(int row)
{
    const auto problems = m_editing.problems();
    if (row < 0 || row >= int(problems.size()))
        return;
    const incident::ChecklistProblem &problem = problems[std::size_t(row)];
    if (problem.step < 0) {
        m_head->focusTitle();
        return;
    }
    m_steps->setCurrent(problem.step);
    showStep(problem.step);
    m_step->focusKey(problem.key);
}

void ChecklistsPage::change(const std::function<void(Checklist &)> &edit, int row)
{
    Checklist list = m_editing.list();
    edit(list);
    m_editing.setList(list);
    m_notice->hide();
    m_steps->setSteps(m_editing.list().steps, m_editing.problems());
    m_steps->setCurrent(std::min(row, int(list.steps.size()) - 1));
    showStep(m_steps->current());
    showLists();
}

void ChecklistsPage::takeStep()
{
    const int row = m_steps->current();
    if (row < 0)
        return;
    change([this, row](Checklist &list) { list.steps[std::size_t(row)] = m_step->step(); }, row);
}

void ChecklistsPage::addStep(ChecklistStep step)
{
    step.id = m_editing.freeStepId();
    const int row = m_steps->current() + 1;
    change([&](Checklist &list) { list.steps.insert(list.steps.begin() + row, step); }, row);
}

void ChecklistsPage::moveStep(int by)
{
    const int row = m_steps->current();
    change(
        [row, by](Checklist &list) {
            std::swap(list.steps[std::size_t(row)], list.steps[std::size_t(row + by)]);
        },
        row + by);
}

} // namespace ui
