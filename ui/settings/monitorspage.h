// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/watch.h"

#include <QWidget>

class QTableWidget;

namespace ui {

class ActionButton;
class EmptyState;
class FormField;
class LineEdit;

/// What is watched: addresses are typed in, tested, paused and removed here.
class MonitorsPage final : public QWidget
{
    Q_OBJECT

public:
    MonitorsPage(workflow::Desk &desk, workflow::Watch &watch, QWidget *parent = nullptr);

    void focusAddress();

signals:
    /// Alerts of this machine come from its limits, which have a page of their own.
    void machineLimitsWanted();

private:
    QWidget *buildEntry();
    QWidget *buildList();
    void add();
    void test();
    void remove();
    void change();
    void editRule();
    void togglePause();
    void reload();
    void showActions();
    void showState(const QString &monitor);
    [[nodiscard]] QString selected() const;
    [[nodiscard]] int rowOf(const QString &monitor) const;

    workflow::Desk &m_desk;
    workflow::Watch &m_watch;
    LineEdit *m_address;
    LineEdit *m_part;
    FormField *m_addressRow;
    ActionButton *m_testButton;
    ActionButton *m_changeButton;
    ActionButton *m_ruleButton;
    ActionButton *m_pauseButton;
    ActionButton *m_removeButton;
    QTableWidget *m_table;
    EmptyState *m_empty;
};

} // namespace ui
