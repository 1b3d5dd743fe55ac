// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <vector>

class QTcpSocket;

namespace source {

/// Whether this machine has a network at all: an interface other than loopback that is up and has
/// an address of more than its own link.
[[nodiscard]] bool isConnected();

/// Tells whether our own network works, when something cannot be reached: whether any of a few
/// reference hosts, which the user chose because they are nearly always there, can be. One that
/// refuses the connection can be reached too.
class OwnNetwork final : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(bool)>;

    explicit OwnNetwork(QObject *parent = nullptr);
    ~OwnNetwork() override;

    /// tcp://192.0.2.1:53 and the like. None: an interface that is up has to do.
    void setReferences(const QList<QUrl> &references);

    /// Calls `then` now or within two seconds, unless `context` is gone by then. Questions that
    /// come together are answered together.
    void check(QObject *context, Then then);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Then then;
    };

    void ask();
    void end(bool works);

    QList<QUrl> m_references;
    std::vector<Waiting> m_waiting;
    std::vector<QTcpSocket *> m_sockets; ///< children
    QTimer m_patience;
    QElapsedTimer m_answered; ///< since the last answer
    bool m_works = true;
};

} // namespace source
