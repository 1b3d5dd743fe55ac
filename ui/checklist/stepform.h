// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklistfile.h"

#include <map>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QSpinBox;
class QVBoxLayout;

namespace ui {

class FormField;
class LineEdit;
class RemedyForm;

/// Everything that a step of a checklist says, to be changed.
class StepForm final : public QWidget
{
    Q_OBJECT

public:
    explicit StepForm(QWidget *parent = nullptr);

    /// Does not count as edited.
    void setStep(const incident::ChecklistStep &step);
    /// As it stands in the fields.
    [[nodiscard]] incident::ChecklistStep step() const;
    /// Shows what is wrong with this step under the fields.
    void setProblems(const std::vector<incident::ChecklistProblem> &problems);
    /// Puts the focus on the field that has this key in the file; unknown ones lead to the title.
    void focusKey(const QString &key);

signals:
    /// Somebody changed something.
    void edited();

private:
    LineEdit *addLine(const QString &label, const QString &key, const QString &hint);
    FormField *add(const QString &label, const QString &key, QWidget *field);
    void buildRules();
    void buildTexts();
    void showTime(const incident::ChecklistStep &step);
    void takeTime(incident::ChecklistStep &step) const;

    QVBoxLayout *m_rows;
    std::map<QString, FormField *> m_fields; ///< by the key of the file
    LineEdit *m_title;
    LineEdit *m_hint;
    LineEdit *m_group;
    LineEdit *m_id;
    QComboBox *m_trigger;
    QComboBox *m_done;
    QSpinBox *m_time;
    QComboBox *m_unit;
    QCheckBox *m_perRound;
    QCheckBox *m_required;
    QPlainTextEdit *m_text;
    LineEdit *m_runbook;
    RemedyForm *m_remedy;
};

} // namespace ui
