// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/form.h"
#include "workflow/desk.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace ui {

class ActionButton;
class FormField;
class LineEdit;
class OpenPoints;
class SegmentedBar;

/// "It already happened": one line fills the fields, each can be corrected, and it is stored once
/// it has been looked at.
class RetrospectiveDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit RetrospectiveDialog(workflow::Desk &desk, QWidget *parent = nullptr);

    /// Of the incident that was stored; empty before.
    [[nodiscard]] const QString &storedId() const { return m_storedId; }

public slots:
    /// Asks to look at it once more; the second time stores it.
    void accept() override;

private:
    struct TimeRow
    {
        entry::Field field;
        LineEdit *edit;
        FormField *row;
    };

    [[nodiscard]] QWidget *buildLine();
    void buildDetails(QVBoxLayout *layout);
    void buildTimes(QVBoxLayout *layout);
    void buildActions(QVBoxLayout *layout);
    [[nodiscard]] LineEdit *addField(entry::Field field, const QString &spoken, FormField *&row,
                                     const QString &label);
    void addSide(FormField *row, entry::Field field, const QString &spoken, const QString &suffix);
    void setLine(const QString &line);
    void edit(const TimeRow &row);
    void refresh();
    void askAgain();
    [[nodiscard]] entry::Details details() const;
    [[nodiscard]] incident::Cause cause() const;
    [[nodiscard]] QString summary() const;
    void store();

    workflow::Desk &m_desk;
    entry::Form m_form;
    QString m_storedId;
    bool m_lookedAt = false; ///< the summary stands there, and nothing has changed since

    LineEdit *m_line;
    FormField *m_lineRow;
    OpenPoints *m_open;
    LineEdit *m_title;
    FormField *m_titleRow;
    LineEdit *m_parts;
    QComboBox *m_effect;
    LineEdit *m_felt;
    LineEdit *m_causeText;
    QComboBox *m_causeStatus;
    LineEdit *m_provider;
    FormField *m_providerRow;
    LineEdit *m_reason;
    FormField *m_reasonRow;
    SegmentedBar *m_state;
    QLabel *m_sum;
    QLabel *m_summary;
    ActionButton *m_store;
    std::vector<TimeRow> m_times;
};

} // namespace ui
