// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/marks.h"

#include <QWidget>

class QTableWidget;

namespace ui {

class ActionButton;
class FormField;
class LineEdit;

/// What says that something was deployed: repositories and series, typed in, tried and removed.
class MarksPage final : public QWidget
{
    Q_OBJECT

public:
    explicit MarksPage(workflow::Marks &marks, QWidget *parent = nullptr);

private:
    QWidget *buildEntry();
    [[nodiscard]] workflow::MarkSource typed() const;
    void add();
    void test();
    void remove();
    void reload();

    workflow::Marks &m_marks;
    LineEdit *m_name;
    LineEdit *m_place;
    LineEdit *m_expression;
    FormField *m_nameRow;
    FormField *m_placeRow;
    ActionButton *m_testButton;
    ActionButton *m_removeButton;
    QTableWidget *m_table;
};

} // namespace ui
