// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/cadence.h"

#include <QObject>
#include <QTimer>

namespace source {

/// Runs a cadence by the injected clock.
class Ticker : public QObject
{
    Q_OBJECT

public:
    Ticker(const base::Clock &clock, const Cadence &cadence, QObject *parent);

    /// The first tick comes at once, from within this call.
    void start();
    void stop();
    /// Looks at the clock now instead of when the timer ends, as after waking up.
    void poll();

signals:
    /// Ticks from `from` on were missed. Comes before due().
    void missed(base::InstantMs from);
    void due();

private:
    const base::Clock &m_clock;
    Cadence m_cadence;
    QTimer m_timer;
    bool m_isRunning = false;
};

} // namespace source
