// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/fieldtext.h"
#include "ui/duties/incidentforms.h"

#include <QCoreApplication>

class QWidget;

namespace ui {

class FormDialog;

/// The forms behind fillIn(), one function each: what it asks, and the command that comes of it.
class FormWriter
{
    Q_DECLARE_TR_FUNCTIONS(ui::FormWriter)

public:
    FormWriter(const FormPlace &place, const incident::Incident &incident, QWidget *parent);

    // joinforms.cpp
    QString missing();
    QString kind();
    QString split();
    QString merge();
    QString recur();
    // dutyforms.cpp
    QString promise();
    QString followUp();
    // providerforms.cpp
    QString provider();
    QString contact();
    QString answer();
    // factforms.cpp
    QString retitle();
    QString cause();
    QString note();
    QString milestone();
    QString phase();
    // workforms.cpp
    QString remedy();
    QString startWork();
    QString endPhase();
    QString extend();
    QString abortRule();
    QString abort();

private:
    [[nodiscard]] timing::FieldContext past() const;
    [[nodiscard]] timing::FieldContext ahead() const;
    [[nodiscard]] base::Done run(const incident::Command &command);
    /// Shows the form; answers with the incident that was made or changed.
    QString show(FormDialog &form);
    [[nodiscard]] base::Done took(const base::Result<incident::Incident> &done);

    workflow::Desk &m_desk;
    workflow::Remedies *m_remedies;
    const incident::Incident m_incident;
    QWidget *m_parent;
    QString m_done;
};

} // namespace ui
