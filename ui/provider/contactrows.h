// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/contact.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QVBoxLayout;

namespace ui {

class LineEdit;

/// The ways to reach a provider, one row each: how, where, and who answers.
class ContactRows final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactRows(QWidget *parent = nullptr);

    void setContacts(const std::vector<provider::Contact> &contacts);
    /// In their order; rows that are wholly empty are left out.
    [[nodiscard]] std::vector<provider::Contact> contacts() const;

private:
    struct Row
    {
        QWidget *box;
        QComboBox *channel;
        LineEdit *address;
        LineEdit *name;
    };

    void addRow(const provider::Contact &contact);

    QVBoxLayout *m_layout;
    std::vector<Row> m_rows;
};

} // namespace ui
