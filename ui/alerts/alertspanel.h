// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/upstreams.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class ActionButton;

/// What the servers that watch for us say, and what our providers say: one line for each group of
/// alerts and for each thing that a provider tells about. Hidden while there is nothing to say.
class AlertsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `upstreams` outlives the panel.
    explicit AlertsPanel(workflow::Upstreams &upstreams, QWidget *parent = nullptr);

public slots:
    /// A silence for the group of the current line.
    void silence();
    /// The list of silences.
    void showSilences();

private:
    void reload();
    void fillAlerts();
    void fillProviders();
    void fillTroubles();
    QTreeWidgetItem *addLine(QTreeWidgetItem *above, const QString &key, const QStringList &texts);
    void fitHeight();
    void showActions();
    [[nodiscard]] std::optional<workflow::AlertGroup> current() const;

    workflow::Upstreams &m_upstreams;
    QTreeWidget *m_tree;
    ActionButton *m_silence;
    ActionButton *m_silences;
};

} // namespace ui
