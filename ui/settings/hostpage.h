// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "workflow/watch.h"

#include <QWidget>

class QCheckBox;

namespace ui {

/// Whether this machine itself is measured, and what it says.
class HostPage final : public QWidget
{
    Q_OBJECT

public:
    /// `watch` outlives it.
    explicit HostPage(workflow::Watch &watch, QWidget *parent = nullptr);

private:
    void take(bool wanted);
    void test();

    workflow::Watch &m_watch;
    QCheckBox *m_watched;
    FormField *m_row;
    ActionButton *m_testButton;
};

} // namespace ui
