// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/watch.h"

#include <QWidget>

namespace ui {

class ActionButton;
class ProbeFields;

/// Watches one kind of thing on the network, with everything that can be said of it.
class ProbePage final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Web,        ///< a page over HTTP or HTTPS
        Port,       ///< that something listens
        Certificate ///< that it does so with a good certificate
    };

    /// Both outlive it.
    ProbePage(Kind kind, workflow::Desk &desk, workflow::Watch &watch, QWidget *parent = nullptr);

    [[nodiscard]] static QString titleOf(Kind kind);

private:
    /// What the fields say; marks what cannot be used.
    [[nodiscard]] std::optional<source::MonitorSpec> typed();
    void test();
    void add();

    const Kind m_kind;
    workflow::Desk &m_desk;
    workflow::Watch &m_watch;
    ProbeFields *m_fields;
    ActionButton *m_test;
};

} // namespace ui
