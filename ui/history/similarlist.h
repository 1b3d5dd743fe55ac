// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <QWidget>

class QTableWidget;

namespace ui {

class EmptyState;

/// Earlier incidents that look like the one at hand, why, and what ended them. It is looked for
/// when somebody looks at the list, not before.
class SimilarList final : public QWidget
{
    Q_OBJECT

public:
    explicit SimilarList(workflow::Desk &desk, QWidget *parent = nullptr);

    void setIncident(const incident::Incident &incident);

signals:
    void chosen(const QString &incidentId);
    void failed(const base::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void look();

    workflow::Desk &m_desk;
    incident::Incident m_incident;
    QTableWidget *m_table;
    EmptyState *m_empty;
};

} // namespace ui
