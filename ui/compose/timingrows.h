// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/lookback.h"
#include "workflow/timingform.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class FormField;
class LineEdit;

/// The timing fields of the incident: what is typed becomes a fact when the field is left or Enter
/// is pressed; what cannot be one stays as typed, with a sentence under it.
class TimingRows final : public QWidget
{
    Q_OBJECT

public:
    TimingRows(workflow::Desk &desk, QWidget *parent = nullptr);

    void setIncident(const incident::Incident &incident);

signals:
    /// A rule wants to know why. Answer with retry().
    void reasonWanted(const QString &question);

public slots:
    /// Tries the edit that was held back again.
    void retry(const QString &reason);
    /// Puts the fact back where the edit was.
    void giveUp();

private:
    struct Entry
    {
        workflow::TimingField field;
        LineEdit *edit;
        FormField *row;
    };

    void build(bool maintenance);
    void addRow(const QString &label, workflow::TimingField field);
    void addRow(const QString &label, workflow::TimingField field, const QString &sideName,
                const QString &sideHint, workflow::TimingField side);
    LineEdit *makeEdit(const QString &name, workflow::TimingField field);
    void commit(const Entry &entry, const QString &reason = {});
    void showTexts();
    void showCalibration();
    [[nodiscard]] const Entry *entry(workflow::TimingField field) const;

    workflow::Desk &m_desk;
    workflow::CalibrationBook m_calibration;
    incident::Incident m_incident;
    QVBoxLayout *m_layout;
    std::vector<Entry> m_entries;
    std::optional<bool> m_maintenance;
    std::optional<workflow::TimingField> m_heldBack;
    bool m_committing = false;
};

} // namespace ui
