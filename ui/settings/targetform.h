// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/targets.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace ui {

class FormField;
class LineEdit;

/// What has to be typed in to publish to a place, in the words of its kind.
class TargetForm final : public QWidget
{
    Q_OBJECT

public:
    explicit TargetForm(const std::map<QString, workflow::TargetKind> &kinds,
                        QWidget *parent = nullptr);

    [[nodiscard]] workflow::NewTarget typed() const;
    void clear();
    void clearPassword();

private:
    struct Row
    {
        FormField *row = nullptr; ///< null where this kind asks for nothing
        LineEdit *edit = nullptr;
    };

    void showKind();
    [[nodiscard]] Row addRow(const QString &label, const QString &hint);
    [[nodiscard]] static QString textOf(const Row &row);

    const std::map<QString, workflow::TargetKind> &m_kinds;
    QComboBox *m_kind;
    QVBoxLayout *m_layout;
    QWidget *m_fields = nullptr;
    Row m_address;
    Row m_user;
    Row m_password;
    Row m_label;
    Row m_category;
    Row m_components;
    QCheckBox *m_sessionOnly;
    QCheckBox *m_plainLoopback;
};

} // namespace ui
