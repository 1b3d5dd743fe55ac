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

/// Watches what a name server answers.
class DnsForm final : public QWidget
{
    Q_OBJECT

public:
    DnsForm(workflow::Desk &desk, workflow::Watch &watch, QWidget *parent = nullptr);

private:
    void build();
    [[nodiscard]] std::optional<source::MonitorSpec> spec();
    void test();
    void add();

    workflow::Desk &m_desk;
    workflow::Watch &m_watch;
    LineEdit *m_name;
    QComboBox *m_type;
    LineEdit *m_expected;
    LineEdit *m_server;
    FormField *m_nameRow;
    ActionButton *m_testButton;
};

} // namespace ui
