// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <QDialog>

namespace ui {

class FormField;
class LineEdit;

/// Corrects a stamp, or takes it back. Either is a new event; nothing is removed.
class CorrectStampDialog final : public QDialog
{
    Q_OBJECT

public:
    CorrectStampDialog(workflow::Desk &desk, const incident::Incident &incident,
                       incident::Milestone milestone, QWidget *parent = nullptr);

private:
    void correct();
    void takeBack();
    void finish(const base::Result<incident::Incident> &done);

    workflow::Desk &m_desk;
    QString m_incident;
    incident::Milestone m_milestone;
    LineEdit *m_time;
    LineEdit *m_reason;
    FormField *m_timeRow;
    FormField *m_reasonRow;
};

} // namespace ui
