// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/duties/incidentforms.h"
#include "workflow/upstreams.h"

#include <QFrame>
#include <QTimer>

class QLabel;

namespace ui {

class ActionButton;
class ElidedLabel;
class StateBadge;

/// Under the checklist: whether an incident is somebody else's trouble, how that provider is now,
/// and when to ask it again. Hidden where no provider can have a part.
class ProviderCard final : public QFrame
{
    Q_OBJECT

public:
    /// Both outlive it.
    ProviderCard(workflow::Desk &desk, workflow::Upstreams &upstreams, QWidget *parent = nullptr);

    /// Empty: none.
    void setIncident(const QString &incidentId);

signals:
    void formWanted(ui::IncidentForm form);
    void recordWanted(const QString &provider);

private:
    void reload();
    void showProvider();
    void tick();

    workflow::Desk &m_desk;
    workflow::Upstreams &m_upstreams;
    incident::Incident m_incident;
    ActionButton *m_blame;
    QWidget *m_box;
    ElidedLabel *m_name;
    StateBadge *m_page;
    QLabel *m_standing;
    QLabel *m_chase;
    QTimer m_second;
};

} // namespace ui
