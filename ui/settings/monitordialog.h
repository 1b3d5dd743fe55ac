// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/watch.h"

#include <QDialog>

namespace ui {

class ActionButton;
class ProbeFields;

/// What a monitor looks at, how often, and what it takes for good: the fields of its kind.
class MonitorDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `watch` outlives it. Not for the monitor of this machine.
    MonitorDialog(workflow::Watch &watch, source::MonitorSpec spec, QWidget *parent = nullptr);

    void accept() override;

private:
    [[nodiscard]] QWidget *buildActions();
    /// What the fields say; marks what cannot be used.
    [[nodiscard]] std::optional<source::MonitorSpec> typed();
    void test();

    workflow::Watch &m_watch;
    const source::MonitorSpec m_spec;
    ProbeFields *m_fields;
    ActionButton *m_test;
};

} // namespace ui
