// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakeproxy.h"

#include <QUrl>
#include <QVariant>

namespace support {

using namespace Qt::StringLiterals;

namespace {

const char *const stepName = "step";

enum Step { Greeting, Credentials, Asking };

quint16 portAt(const QByteArray &bytes, qsizetype at)
{
    return quint16((quint8(bytes[at]) << 8) | quint8(bytes[at + 1]));
}

} // namespace

FakeProxy::FakeProxy()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

void FakeProxy::askFor(const QByteArray &user, const QByteArray &password)
{
    m_user = user;
    m_password = password;
}

void FakeProxy::incomingConnection(qintptr descriptor)
{
    auto *client = new QTcpSocket(this);
    client->setSocketDescriptor(descriptor);
    connect(client, &QTcpSocket::readyRead, this, [this, client] { receive(client); });
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

void FakeProxy::receive(QTcpSocket *client)
{
    QByteArray input = client->property("input").toByteArray() + client->readAll();
    if (!input.isEmpty() && input[0] == '\x05')
        receiveSocks(client, input);
    else if (client->property(stepName).toInt() != Greeting)
        receiveSocks(client, input);
    else
        receiveHttp(client, input);
    client->setProperty("input", input);
}

void FakeProxy::receiveHttp(QTcpSocket *client, QByteArray &input)
{
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = input.first(end);
    input.remove(0, end + 4);
    const QByteArray wanted =
        "proxy-authorization: basic " + (m_user + ':' + m_password).toBase64().toLower();
    if (!m_user.isEmpty() && !head.toLower().contains(wanted)) {
        m_refused += head.toLower().contains("proxy-authorization:") ? 1 : 0;
        client->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                      "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    const QUrl asked(u"tcp://"_s + QString::fromLatin1(head.split(' ').value(1)));
    open(client, asked.host().toLatin1(), quint16(asked.port()),
         "HTTP/1.1 200 Connection established\r\n\r\n");
}

bool FakeProxy::greetSocks(QTcpSocket *client, QByteArray &input)
{
    if (client->property(stepName).toInt() == Greeting) {
        if (input.size() < 2 || input.size() < 2 + quint8(input[1]))
            return false;
        input.remove(0, 2 + quint8(input[1]));
        client->setProperty(stepName, m_user.isEmpty() ? int(Asking) : int(Credentials));
        client->write(m_user.isEmpty() ? QByteArray("\x05\x00", 2) : QByteArray("\x05\x02", 2));
    }
    if (client->property(stepName).toInt() == Credentials) {
        if (input.size() < 2)
            return false;
        const QByteArray wanted = QByteArray(1, '\x01') + char(m_user.size()) + m_user +
                                  char(m_password.size()) + m_password;
        const bool right = input.startsWith(wanted);
        m_refused += right ? 0 : 1;
        client->write(right ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
        client->setProperty(stepName, int(Asking));
        input.clear();
        if (!right)
            client->disconnectFromHost();
        return false;
    }
    return true;
}

void FakeProxy::receiveSocks(QTcpSocket *client, QByteArray &input)
{
    if (!greetSocks(client, input) || input.size() < 5 || input[3] != '\x03')
        return;
    const qsizetype length = quint8(input[4]);
    if (input.size() < 7 + length)
        return;
    const QByteArray host = input.mid(5, length);
    const quint16 port = portAt(input, 5 + length);
    input.remove(0, 7 + length);
    open(client, host, port, QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10));
}

void FakeProxy::open(QTcpSocket *client, const QByteArray &host, quint16 port,
                     const QByteArray &answer)
{
    m_tunnels.append(QString::fromLatin1(host) + u':' + QString::number(port));
    client->disconnect(SIGNAL(readyRead()));
    auto *server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client, [client, server, answer] {
        client->write(answer);
        connect(client, &QTcpSocket::readyRead, server,
                [client, server] { server->write(client->readAll()); });
        server->write(client->readAll());
    });
    connect(server, &QTcpSocket::readyRead, client,
            [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress::LocalHost, port);
}

} // namespace support
