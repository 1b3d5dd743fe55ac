// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultserver.h"

#include <QSslSocket>
#include <QTimer>
#include <sys/socket.h>

namespace support {

namespace {

QByteArray headOf(const Fault &fault)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(fault.status) + " Status\r\n";
    const bool isEndless = fault.way == Fault::Way::Endless;
    if (!isEndless)
        head += "Content-Length: " + QByteArray::number(fault.body.size()) + "\r\n";
    for (const auto &[name, value] : fault.headers)
        head += name + ": " + value + "\r\n";
    return head + "Connection: close\r\n\r\n";
}

void reset(QTcpSocket *socket)
{
    const linger atOnce{1, 0};
    setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket->abort();
}

void drip(QTcpSocket *socket, const Fault &fault)
{
    auto *timer = new QTimer(socket);
    QObject::connect(timer, &QTimer::timeout, socket,
                     [socket, body = fault.body, at = 0]() mutable {
                         if (at < body.size())
                             socket->write(body.mid(at++, 1));
                         else
                             socket->disconnectFromHost();
                     });
    timer->start(fault.pace);
}

void flood(QTcpSocket *socket)
{
    const QByteArray block(64 * 1024, 'x');
    QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [socket, block] {
        if (socket->bytesToWrite() < block.size())
            socket->write(block);
    });
    socket->write(block);
}

} // namespace

FaultServer::FaultServer()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

void FaultServer::useTls(const QSslCertificate &certificate, const QSslKey &key)
{
    m_certificate = certificate;
    m_key = key;
}

void FaultServer::set(const QByteArray &path, const Fault &fault)
{
    m_faults[path] = fault;
}

QUrl FaultServer::url(const QByteArray &path, const QString &host) const
{
    QUrl url = QUrl::fromEncoded(path);
    url.setScheme(m_certificate ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(host);
    url.setPort(serverPort());
    return url;
}

void FaultServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    ++m_open;
    auto *secure = m_certificate ? new QSslSocket(this) : nullptr;
    QTcpSocket *socket = secure ? secure : new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { receive(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        --m_open;
        socket->deleteLater();
    });
    if (secure) {
        secure->setLocalCertificate(*m_certificate);
        secure->setPrivateKey(m_key);
        secure->startServerEncryption();
    }
}

void FaultServer::receive(QTcpSocket *socket)
{
    const QByteArray request = socket->property("request").toByteArray() + socket->readAll();
    socket->setProperty("request", request);
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0 || socket->property("answered").toBool())
        return;
    socket->setProperty("answered", true);
    m_requests.append(request.left(end));
    const QByteArray path = request.split(' ').value(1);
    Fault fault;
    if (const auto found = m_faults.find(path); found != m_faults.end())
        fault = found->second;
    QTimer::singleShot(fault.delay, socket, [this, socket, fault] { answer(socket, fault); });
}

void FaultServer::answer(QTcpSocket *socket, const Fault &fault)
{
    switch (fault.way) {
    case Fault::Way::Answer:
        socket->write(headOf(fault) + fault.body);
        socket->disconnectFromHost();
        break;
    case Fault::Way::Silent:
        break;
    case Fault::Way::Drip:
        socket->write(headOf(fault));
        drip(socket, fault);
        break;
    case Fault::Way::Endless:
        socket->write(headOf(fault));
        flood(socket);
        break;
    case Fault::Way::Truncate:
        socket->write(headOf(fault) + fault.body.left(fault.body.size() / 2));
        socket->disconnectFromHost();
        break;
    case Fault::Way::Reset:
        reset(socket);
        break;
    case Fault::Way::Raw:
        socket->write(fault.body);
        socket->disconnectFromHost();
        break;
    }
}

quint16 closedPort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
    return server.serverPort();
}

} // namespace support
