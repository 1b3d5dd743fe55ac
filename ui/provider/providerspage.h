// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/upstreams.h"

#include <QTimer>
#include <QWidget>

class QListWidget;
class QStackedLayout;

namespace ui {

class ProviderRecord;

/// Those that our service stands on, and the record of each.
class ProvidersPage final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    ProvidersPage(workflow::Desk &desk, workflow::Upstreams &upstreams, QWidget *parent = nullptr);

    /// Shows the one that goes by this name, also if there is no record of it; empty: the one that
    /// was shown last. `incident`: the one that is shown in the console.
    void open(const QString &name, const QString &incident);
    void add();

signals:
    void backRequested();
    void openRequested(const QString &incidentId);
    void contactWanted(const QString &incidentId);
    void failed(const base::Error &error);

private:
    QWidget *buildList();
    void reload();
    void choose(const QString &name);
    void edit();
    void remove();
    [[nodiscard]] QString current() const;

    workflow::Upstreams &m_upstreams;
    QString m_incident;
    QString m_stranger; ///< shown though there is no record of it
    QListWidget *m_list;
    ProviderRecord *m_record;
    QWidget *m_empty;
    QStackedLayout *m_stack;
    QTimer m_minute;
};

} // namespace ui
