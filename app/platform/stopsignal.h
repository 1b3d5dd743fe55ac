// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace app {

/// Turns SIGINT and SIGTERM into a signal of the event loop. One at a time.
class StopSignal final : public QObject
{
    Q_OBJECT

public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

signals:
    void raised();

private:
    int m_descriptor;
    QSocketNotifier m_notifier;
};

} // namespace app
