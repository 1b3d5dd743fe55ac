// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "timing/fieldtext.h"

#include <functional>
#include <QDialog>

class QComboBox;
class QVBoxLayout;

namespace ui {

class FormField;
class LineEdit;

/// A few fields and one button that does it. What a rule says against it stands under the field
/// that it is about, and the form stays open.
class FormDialog final : public QDialog
{
    Q_OBJECT

public:
    FormDialog(const QString &title, const QString &verb, QWidget *parent);

    /// A sentence above the fields that follow.
    void explain(const QString &words);
    LineEdit *addLine(const QString &label, const QString &placeholder = {},
                      const QString &hint = {});
    /// A field for a time or a length, and what it was last understood as.
    LineEdit *addTime(const QString &label, const timing::FieldContext &context,
                      const QString &placeholder, const QString &hint);
    QComboBox *addChoice(const QString &label, const QList<std::pair<QString, QVariant>> &choices);
    /// A field of the caller's own; the form takes it.
    void addWidget(const QString &label, QWidget *field) { addField(label, field, {}); }
    /// Where it is written when a rule wants a reason.
    LineEdit *addReason(const QString &label, const QString &placeholder = {});

    /// What is typed there; nothing, and a sentence under the field, if it cannot be read.
    [[nodiscard]] std::optional<timing::RoughInstant>
    instantOf(const LineEdit *edit, const timing::FieldContext &context) const;
    [[nodiscard]] std::optional<timing::RoughDuration> lengthOf(const LineEdit *edit) const;
    /// Says what is wrong with one field.
    void blame(const QWidget *field, const QString &sentence) const;

    /// Runs when the button is pressed; the form closes when it succeeds. An error without a text
    /// has been shown already.
    void onSubmit(std::function<base::Done()> submit) { m_submit = std::move(submit); }

private:
    FormField *addField(const QString &label, QWidget *field, const QString &hint);
    void submit();

    QVBoxLayout *m_fields;
    QList<FormField *> m_rows;
    FormField *m_reason = nullptr;
    std::function<base::Done()> m_submit;
};

/// What onSubmit() answers when a field has been blamed.
[[nodiscard]] base::Done alreadyBlamed();

} // namespace ui
