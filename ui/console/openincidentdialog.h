// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <QDialog>

class QComboBox;

namespace ui {

class FormField;
class LineEdit;
class SegmentedBar;

/// Opens an incident by hand: one line is enough while it runs; what is over needs its times.
class OpenIncidentDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit OpenIncidentDialog(workflow::Desk &desk, QWidget *parent = nullptr);

    /// It was left for the form that takes the whole story of what is over.
    [[nodiscard]] bool isForThePast() const { return m_forThePast; }
    /// Fills the form with what is known already; it can still be changed.
    void suggest(const workflow::NewIncident &known);

    [[nodiscard]] const QString &openedId() const { return m_openedId; }

public slots:
    void accept() override;

private:
    void showEntry();
    [[nodiscard]] QString times() const;
    [[nodiscard]] base::Result<workflow::NewIncident> request() const;

    workflow::Desk &m_desk;
    QString m_openedId;
    bool m_forThePast = false;
    QString m_evidence;  ///< holds for the times below, as long as nobody changes them
    QString m_suggested; ///< the times as suggested
    SegmentedBar *m_entry;
    LineEdit *m_title;
    LineEdit *m_parts;
    QComboBox *m_kind;
    LineEdit *m_started;
    LineEdit *m_ended;
    FormField *m_titleRow;
    FormField *m_startedRow;
    FormField *m_endedRow;
};

} // namespace ui
