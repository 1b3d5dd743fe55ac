// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklistfile.h"

#include <QWidget>

class QListWidget;

namespace ui {

class ActionButton;

/// The steps of a checklist in their order, and what can be done to the chosen one. Only says what
/// is wanted; the owner does it.
class StepList final : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    /// Keeps the place in the list; marks the steps that something is wrong with.
    void setSteps(const std::vector<incident::ChecklistStep> &steps,
                  const std::vector<incident::ChecklistProblem> &problems);
    /// -1: there is none.
    [[nodiscard]] int current() const;
    void setCurrent(int row);
    void focusList();

signals:
    void chosen(int row);
    void addWanted();
    void copyWanted();
    void removeWanted();
    /// -1: one up, 1: one down.
    void moveWanted(int by);

private:
    ActionButton *addButton(const QString &text, const QString &tip, const QKeySequence &key);
    void showButtons();

    QListWidget *m_list;
    ActionButton *m_add;
    ActionButton *m_copy;
    ActionButton *m_remove;
    ActionButton *m_up;
    ActionButton *m_down;
};

} // namespace ui
