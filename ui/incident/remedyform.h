// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/remedy.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QSpinBox;

namespace ui {

class FormField;
class LineEdit;

/// A command of the user's own that may mend something, or none. One argument stands on one line,
/// as no shell will read them.
class RemedyForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RemedyForm(QWidget *parent = nullptr);

    void setRemedy(const std::optional<incident::Remedy> &remedy);
    /// As it stands there, whether it can be run or not.
    [[nodiscard]] std::optional<incident::Remedy> remedy() const;
    /// Marks what is missing. Answers whether all is there.
    bool check();
    void focusFirst();

signals:
    /// Somebody changed something.
    void edited();

private:
    QPlainTextEdit *argumentEdit(const QStringList &example);
    FormField *add(const QString &label, QWidget *field);
    void showFields();

    QCheckBox *m_has;
    QWidget *m_fields;
    LineEdit *m_name;
    QPlainTextEdit *m_command;
    QPlainTextEdit *m_dryRun;
    QComboBox *m_automatic;
    QSpinBox *m_limit;
    QSpinBox *m_often;
    FormField *m_nameRow;
    FormField *m_commandRow;
};

} // namespace ui
