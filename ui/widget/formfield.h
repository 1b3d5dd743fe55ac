// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui {

/// One row of a form: label, field, and at its right a hint or a second field. An error, or a note,
/// stands in one sentence under the field. Rows of one form share their column widths by
/// construction.
class FormField final : public QWidget
{
    Q_OBJECT

public:
    /// Takes `field`; the label becomes its accessible name if it has none.
    FormField(const QString &label, QWidget *field, QWidget *parent = nullptr);

    /// Fills the right column with words; may take two lines.
    void setHint(const QString &hint);
    /// Fills the right column with a widget; replaces the hint.
    void setSide(QWidget *side);
    /// No right column: the field takes the whole width (labels still align).
    void setWide(bool wide);
    /// Marks the field and says what is wrong; empty: nothing is wrong.
    void setError(const QString &sentence);

    /// A quiet sentence under the field, for what is worth knowing while it is filled in; empty:
    /// none.
    void setNote(const QString &sentence);
    /// That what was typed has been tried, and what came of it: takes the place of an error, and of
    /// the note until the next error or the next change of what was typed.
    void setAnswer(const QString &sentence);

    [[nodiscard]] QWidget *field() const { return m_field; }
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString error() const;
    [[nodiscard]] QString note() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void showNote(const QString &sentence);

    QGridLayout *m_grid;
    QLabel *m_label;
    QWidget *m_field;
    QLabel *m_hint;
    QWidget *m_side = nullptr;
    QLabel *m_error;
    QLabel *m_note;
    QString m_lastingNote;
    QString m_description; ///< of the field, while an error stands in its place
    bool m_wide = false;
};

} // namespace ui
