// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"
#include "workflow/desk.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace ui {

class ChecklistRow;
class EmptyState;
class PaneHeader;
class ReasonBar;

/// What to do next: the incident's checklist. Facts close steps by themselves; a person closes one
/// with a reason.
class ChecklistPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistPane(workflow::Desk &desk, QWidget *parent = nullptr);

    void setSteps(const incident::Incident &incident,
                  const std::vector<incident::StepStatus> &steps);

public slots:
    /// Puts the focus on the step to do next.
    void focusNext();

signals:
    void failed(const base::Error &error);
    /// The record of the provider is to be seen.
    void providerWanted();
    /// The lists themselves are to be changed.
    void editWanted();

private:
    void rebuild(const std::vector<incident::StepStatus> &steps);
    void ask(const ChecklistRow &row);
    void mark(const QString &reason);

    workflow::Desk &m_desk;
    QString m_incident;
    QString m_asked;
    incident::StepState m_answer = incident::StepState::Done;
    std::vector<ChecklistRow *> m_rows;
    PaneHeader *m_header;
    EmptyState *m_empty;
    ReasonBar *m_reason;
    QScrollArea *m_scroll;
    QWidget *m_list;
    QVBoxLayout *m_layout;
};

} // namespace ui
