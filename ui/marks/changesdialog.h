// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/marks.h"

#include <QDialog>

class QLabel;
class QTableWidget;

namespace ui {

class FormField;
class LineEdit;

/// What changed in the last two hours; a change that is not in the list can be added.
class ChangesDialog final : public QDialog
{
    Q_OBJECT

public:
    ChangesDialog(workflow::Marks &marks, const workflow::Desk &desk, QWidget *parent = nullptr);

private:
    void build();
    void reload();
    void add();

    workflow::Marks &m_marks;
    const workflow::Desk &m_desk;
    QTableWidget *m_table;
    QLabel *m_words;
    LineEdit *m_text;
    LineEdit *m_at;
    FormField *m_textRow;
    FormField *m_atRow;
};

} // namespace ui
