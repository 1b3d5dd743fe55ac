// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/upstreams.h"

#include <QDialog>

class QLabel;
class QTableWidget;

namespace ui {

class ActionButton;

/// The silences that hold now or will, to change or to end.
class SilencesDialog final : public QDialog
{
    Q_OBJECT

public:
    SilencesDialog(workflow::Upstreams &upstreams, QString server, QWidget *parent = nullptr);

private:
    void build();
    /// `trouble`: what went wrong before, to be read when the list is there.
    void reload(const QString &trouble = {});
    void fill();
    void edit();
    void expire();
    [[nodiscard]] const alertmanager::Silence *selected() const;

    workflow::Upstreams &m_upstreams;
    const QString m_server;
    std::vector<alertmanager::Silence> m_silences;
    QLabel *m_words;
    QTableWidget *m_table;
    ActionButton *m_edit;
    ActionButton *m_expire;
};

} // namespace ui
