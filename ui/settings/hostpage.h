// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "workflow/watch.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;
class QVBoxLayout;

namespace ui {

/// Whether this machine itself is measured, what it says, and from where on it is an alert.
class HostPage final : public QWidget
{
    Q_OBJECT

public:
    /// `watch` outlives it.
    explicit HostPage(workflow::Watch &watch, QWidget *parent = nullptr);

    /// Puts the keyboard on the first limit.
    void focusLimits();

private:
    void buildLimits(QVBoxLayout &rows);
    void showLimits();
    void keepLimits();
    void take(bool wanted);
    void test();

    workflow::Watch &m_watch;
    QCheckBox *m_watched;
    FormField *m_row;
    ActionButton *m_testButton;
    QList<FormField *> m_limits; ///< in the order of source::measuresOf()
    QSpinBox *m_held;
    FormField *m_heldRow;
    ActionButton *m_keep;
};

} // namespace ui
