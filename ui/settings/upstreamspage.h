// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/upstreams.h"

#include <QWidget>

class QComboBox;
class QTableWidget;

namespace ui {

class ActionButton;
class FormField;
class LineEdit;

/// Who watches for us, and whose status pages we read: typed in, tried and removed here.
class UpstreamsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit UpstreamsPage(workflow::Upstreams &upstreams, QWidget *parent = nullptr);

signals:
    /// The record of a provider is to be seen, and edited there.
    void providerWanted(const QString &name);

private:
    QWidget *buildEntry();
    QWidget *buildList();
    void describe();
    [[nodiscard]] upstream::Spec typed() const;
    void add();
    void test();
    void remove();
    void reload();
    void showActions();
    [[nodiscard]] QString selected() const;

    workflow::Upstreams &m_upstreams;
    QComboBox *m_kind;
    LineEdit *m_name;
    LineEdit *m_address;
    LineEdit *m_part;
    FormField *m_addressRow;
    FormField *m_partRow;
    ActionButton *m_testButton;
    ActionButton *m_removeButton;
    ActionButton *m_recordButton;
    QTableWidget *m_table;
};

} // namespace ui
