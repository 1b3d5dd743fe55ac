// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compose/targetchips.h"

#include <QDialog>

class QCheckBox;

namespace ui {

class FormField;
class LineEdit;

/// Asks whether posts that readers see shall be taken away from them, where, and why.
class RetractDialog final : public QDialog
{
    Q_OBJECT

public:
    RetractDialog(workflow::Desk &desk, const incident::Incident &incident,
                  const std::vector<TargetLabel> &targets, QWidget *parent = nullptr);

    /// Takes them back, if there is a reason and a place.
    void accept() override;

signals:
    /// It is queued: to be sent.
    void retracted(const QString &retraction);

private:
    QWidget *buildPlaces(const QStringList &places, const std::vector<TargetLabel> &targets);
    QWidget *buildActions();

    workflow::Desk &m_desk;
    QString m_incident;
    std::vector<std::pair<QString, QCheckBox *>> m_places; ///< by name
    LineEdit *m_reason;
    FormField *m_reasonRow;
};

} // namespace ui
