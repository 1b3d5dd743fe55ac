// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/compose.h"
#include "workflow/lookback.h"

#include <QWidget>

class QComboBox;

namespace ui {

class FormField;
class LineEdit;

/// What users feel, which parts, how bad, and what is promised: the facts of a post besides its
/// times.
class FactRows final : public QWidget
{
    Q_OBJECT

public:
    FactRows(workflow::Desk &desk, workflow::Compose &compose, QWidget *parent = nullptr);

    /// The rows that stand above and below the timing rows.
    [[nodiscard]] QWidget *upper() const { return m_upper; }
    [[nodiscard]] QWidget *lower() const { return m_lower; }

    void showDraft();
    void tick();
    /// Takes the focus to what users feel, if nobody has said it yet.
    [[nodiscard]] bool focusMissing();

signals:
    void failed(const base::Error &error);

private:
    void buildUpper();
    void buildLower();
    void commitWindow();
    void commitSeverity(int index);
    void commitCause();
    void showPromises();

    workflow::Desk &m_desk;
    workflow::Compose &m_compose;
    workflow::CalibrationBook m_calibration;
    QString m_calibratedFor; ///< the incident for which the history was opened
    QWidget *m_upper;
    QWidget *m_lower;
    LineEdit *m_felt;
    LineEdit *m_parts;
    QComboBox *m_severity;
    LineEdit *m_cause;
    QComboBox *m_causeStatus;
    FormField *m_causeRow;
    LineEdit *m_provider;
    FormField *m_providerRow;
    bool m_providerWanted = false; ///< the cause waits for the name of the provider
    LineEdit *m_estimate;
    LineEdit *m_nextUpdate;
    FormField *m_estimateRow;
    FormField *m_nextUpdateRow;
};

} // namespace ui
