// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/watch.h"

#include <QWidget>

class QComboBox;

namespace ui {

class ActionButton;
class FormField;
class LineEdit;

/// Adds a figure to what is watched: what an expression gives, asked of a Prometheus, or a sample
/// of a page of metrics, with the limits beyond which it has failed.
class FigureForm final : public QWidget
{
    Q_OBJECT

public:
    FigureForm(workflow::Desk &desk, workflow::Watch &watch, QWidget *parent = nullptr);

signals:
    /// Somebody wants to choose the figure instead of typing it.
    void browseWanted();

private:
    void build();
    void describe();
    void test();
    void add();
    /// What the fields say; marks the field that cannot be read.
    [[nodiscard]] std::optional<source::MonitorSpec> spec();

    workflow::Desk &m_desk;
    workflow::Watch &m_watch;
    QComboBox *m_kind;
    LineEdit *m_name;
    LineEdit *m_address;
    LineEdit *m_expression;
    LineEdit *m_above;
    LineEdit *m_below;
    FormField *m_expressionRow;
    FormField *m_aboveRow;
    FormField *m_belowRow;
    ActionButton *m_testButton;
    ActionButton *m_browse;
};

} // namespace ui
