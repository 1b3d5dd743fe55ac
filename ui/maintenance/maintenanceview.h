// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class EmptyState;
class PlanForm;

/// Planned work: what is coming or running, and the form that plans more.
class MaintenanceView final : public QWidget
{
    Q_OBJECT

public:
    explicit MaintenanceView(workflow::Desk &desk, QWidget *parent = nullptr);

    void focusForm();

signals:
    /// To the console with it, where it is announced, started and finished.
    void openRequested(const QString &incidentId);

private:
    QWidget *card(const ledger::Summary &summary);
    /// Its phases, when it began, when it is given up, and whose alerts are muted: a line each.
    [[nodiscard]] QStringList planLines(const QString &incidentId) const;
    void reload();

    workflow::Desk &m_desk;
    PlanForm *m_form;
    EmptyState *m_empty;
    QVBoxLayout *m_cards;
};

} // namespace ui
