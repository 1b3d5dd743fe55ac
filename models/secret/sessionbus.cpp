// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secret/sessionbus.h"

#include <QFileInfo>
#include <QLocalSocket>

namespace secret {

using namespace Qt::StringLiterals;

namespace {

/// Local: it is there or it is not.
constexpr int connectPatience = 100; // ms

bool listens(const BusSocket &socket)
{
    QLocalSocket connection;
    connection.setSocketOptions(socket.abstract ? QLocalSocket::AbstractNamespaceOption
                                                : QLocalSocket::NoOptions);
    connection.connectToServer(socket.path);
    return connection.waitForConnected(connectPatience);
}

} // namespace

BusSocket socketOf(const QByteArray &address)
{
    for (const QByteArray &entry : address.split(';')) {
        if (!entry.startsWith("unix:"))
            continue;
        for (const QByteArray &pair : entry.mid(5).split(',')) {
            const qsizetype equals = pair.indexOf('=');
            const QByteArray name = pair.left(equals);
            const auto value =
                QString::fromLocal8Bit(QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
            if (name == "path" || name == "abstract")
                return {value, name == "abstract"};
        }
    }
    return {};
}

bool isSessionBusReachable()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (address.isEmpty()) {
        const QString usual = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
        return QFileInfo::exists(usual) && listens({usual, false});
    }
    const BusSocket socket = socketOf(address);
    // Over the network, or started on demand: whoever set it up knows.
    return socket.path.isEmpty() || listens(socket);
}

} // namespace secret
