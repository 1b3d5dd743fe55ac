// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace support {

/// A proxy on loopback: HTTP CONNECT and SOCKS5 (RFC 1928, 1929) on one port. Whatever host is
/// asked for, it connects to that port of this machine, so that names which nobody knows prove the
/// way.
class FakeProxy final : public QTcpServer
{
    Q_OBJECT

public:
    FakeProxy();

    /// From now on it asks for these.
    void askFor(const QByteArray &user, const QByteArray &password);

    /// "status.test:443" of each tunnel that was opened.
    [[nodiscard]] QStringList tunnels() const { return m_tunnels; }
    /// Those that were turned away for their user name or password.
    [[nodiscard]] int refused() const { return m_refused; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void receive(QTcpSocket *client);
    void receiveHttp(QTcpSocket *client, QByteArray &input);
    void receiveSocks(QTcpSocket *client, QByteArray &input);
    bool greetSocks(QTcpSocket *client, QByteArray &input);
    void open(QTcpSocket *client, const QByteArray &host, quint16 port, const QByteArray &answer);

    QByteArray m_user;
    QByteArray m_password;
    QStringList m_tunnels;
    int m_refused = 0;
};

} // namespace support
