// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/watch.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;
class QVBoxLayout;

namespace ui {

class ActionButton;
class FormField;
class LineEdit;

/// What a monitor looks at, how often, and what it takes for good: the fields of its kind.
class MonitorDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `watch` outlives it. Not for the monitor of this machine.
    MonitorDialog(workflow::Watch &watch, source::MonitorSpec spec, QWidget *parent = nullptr);

    void accept() override;

private:
    void buildPlace(QVBoxLayout &rows);
    void buildPage(QVBoxLayout &rows);
    void buildFigure(QVBoxLayout &rows);
    void buildConnection(QVBoxLayout &rows);
    [[nodiscard]] QWidget *buildActions();
    /// What the fields say; marks what cannot be used.
    [[nodiscard]] std::optional<source::MonitorSpec> typed();
    void test();

    workflow::Watch &m_watch;
    const source::MonitorSpec m_spec;
    LineEdit *m_name;
    LineEdit *m_address;
    LineEdit *m_part;
    QSpinBox *m_every;
    QDoubleSpinBox *m_limit;
    FormField *m_addressRow;
    // Of a page or a name
    QSpinBox *m_statusFrom = nullptr;
    QSpinBox *m_statusTo = nullptr;
    LineEdit *m_contains = nullptr;
    QCheckBox *m_redirects = nullptr;
    // Of a figure
    LineEdit *m_expression = nullptr;
    FormField *m_aboveRow = nullptr;
    FormField *m_belowRow = nullptr;
    // Of what is connected to
    QComboBox *m_family = nullptr;
    LineEdit *m_authorities = nullptr;
    QCheckBox *m_linkLocal;
    ActionButton *m_test;
};

} // namespace ui
