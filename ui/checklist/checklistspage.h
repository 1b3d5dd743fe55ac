// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/checklistdesk.h"

#include <functional>
#include <QWidget>

class QListWidget;

namespace ui {

class ActionButton;
class ListHead;
class NoticeBar;
class StepForm;
class StepList;

/// The checklists, to be changed: the lists, the steps of one, and everything that a step says.
class ChecklistsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistsPage(const QString &dataDir, QWidget *parent = nullptr);

    /// Empty: the one that was open last, or the first.
    void open(const QString &name = {});
    /// Asks what becomes of changes that are not saved. False: somebody wants to stay, or they
    /// could not be saved.
    [[nodiscard]] bool mayLeave();

public slots:
    void save();

signals:
    void backRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildLists();
    QWidget *buildSteps();
    QWidget *buildStep();
    QWidget *buildFoot();
    void connectSteps();
    void leave();
    void chooseList(const QString &name);
    void showLists();
    void showList();
    void showStep(int row);
    void showProblems();
    void goToProblem(int row);
    /// Changes the list, and shows what came of it.
    void change(const std::function<void(incident::Checklist &)> &edit, int row);
    void takeStep();
    void addStep(incident::ChecklistStep step);
    void moveStep(int by);
    [[nodiscard]] bool tell(const base::Done &done, const QString &success);

    workflow::ChecklistDesk m_editing;
    QListWidget *m_lists;
    ActionButton *m_removeList;
    QWidget *m_middle;
    ListHead *m_head;
    StepList *m_steps;
    StepForm *m_step;
    QListWidget *m_problems;
    NoticeBar *m_notice;
    ActionButton *m_save;
    ActionButton *m_giveUp;
};

} // namespace ui
