// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/acknowledgements.h"
#include "workflow/upstreams.h"
#include "workflow/watch.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class ActionButton;

/// What the servers that watch for us say, and what our providers say, with the alerts
/// of our own monitors: one line for each group of
/// alerts and for each thing that a provider tells about. Hidden while there is nothing to say.
class AlertsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the panel.
    AlertsPanel(const workflow::Watch &watch, workflow::Upstreams &upstreams,
                workflow::Acknowledgements &acknowledgements, QWidget *parent = nullptr);

public slots:
    /// Asks for a note on the alert of the current line. On one that is acknowledged: takes it
    /// back.
    void acknowledge();
    /// A silence for the group of the current line.
    void silence();
    /// The list of silences.
    void showSilences();

signals:
    /// The record of a provider is to be seen.
    void providerWanted(const QString &name);

private:
    void reload();
    void fillOwn();
    void fillAlerts();
    void addAcknowledged(QTreeWidgetItem *line, const QString &alert);
    void addMute(QTreeWidgetItem *line, const QString &alert,
                 const std::optional<workflow::WorkMute> &mute);
    void fillProviders();
    void fillTroubles();
    void showProvider(const QTreeWidgetItem *line);
    QTreeWidgetItem *addLine(QTreeWidgetItem *above, const QString &key, const QStringList &texts);
    void fitHeight();
    void showActions();
    [[nodiscard]] std::optional<workflow::AlertGroup> current() const;
    [[nodiscard]] QString currentAlert() const;

    const workflow::Watch &m_watch;
    workflow::Upstreams &m_upstreams;
    workflow::Acknowledgements &m_acknowledgements;
    QTreeWidget *m_tree;
    ActionButton *m_acknowledge;
    ActionButton *m_silence;
    ActionButton *m_silences;
};

} // namespace ui
