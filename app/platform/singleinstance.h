// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <QLocalServer>
#include <QObject>

namespace app {

/// One window for a data folder: whoever comes second asks the first to show itself.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataDir, QObject *parent = nullptr);

    /// True if this is the first; false after the first has been asked to come forward.
    [[nodiscard]] bool claim();

signals:
    void summoned();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace app
