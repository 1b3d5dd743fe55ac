// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/fieldtext.h"
#include "workflow/desk.h"
#include "workflow/lookback.h"

#include <QWidget>

class QComboBox;

namespace ui {

class FormField;
class LineEdit;
class QuietPicker;

/// Plans work: what, when, and how long it takes at the most, which is not the same as the window.
class PlanForm final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanForm(workflow::Desk &desk, QWidget *parent = nullptr);

    void focusFirst();

signals:
    void planned(const QString &incidentId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    LineEdit *addRow(const QString &label, const QString &placeholder, const QString &hint,
                     FormField **row);
    void plan();
    [[nodiscard]] base::Result<workflow::NewMaintenance> request() const;
    void clear();
    void showCalibration();

    workflow::Desk &m_desk;
    workflow::CalibrationBook m_calibration;
    LineEdit *m_title;
    LineEdit *m_felt;
    LineEdit *m_parts;
    QComboBox *m_effect;
    LineEdit *m_from;
    LineEdit *m_to;
    base::Instant m_typed{}; ///< when the window was last edited
    LineEdit *m_length;
    QuietPicker *m_quiet;
    FormField *m_titleRow = nullptr;
    FormField *m_feltRow = nullptr;
    FormField *m_partsRow = nullptr;
    FormField *m_fromRow = nullptr;
    FormField *m_toRow = nullptr;
    FormField *m_lengthRow = nullptr;
};

} // namespace ui
