// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/watch.h"

#include <QDialog>

class QComboBox;
class QSpinBox;

namespace ui {

class FormField;
class LineEdit;
class RemedyForm;

/// When a monitor raises an alert, what it stands on, and what may mend it.
class RuleDialog final : public QDialog
{
    Q_OBJECT

public:
    RuleDialog(workflow::Watch &watch, source::MonitorSpec spec, QWidget *parent = nullptr);

    void accept() override;

private:
    void build();
    void fillBelow();

    workflow::Watch &m_watch;
    const source::MonitorSpec m_spec;
    QSpinBox *m_failAfter;
    QSpinBox *m_failOutOf;
    QSpinBox *m_recoverAfter;
    LineEdit *m_slow;
    QComboBox *m_below;
    FormField *m_slowRow;
    FormField *m_belowRow;
    RemedyForm *m_remedy;
};

} // namespace ui
