// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakesite.h"

namespace fakes {

using namespace Qt::StringLiterals;

FakeSite::FakeSite()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { receive(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

QString FakeSite::url() const
{
    return u"http://127.0.0.1:%1/"_s.arg(serverPort());
}

void FakeSite::receive(QTcpSocket *socket)
{
    const QByteArray request = socket->property("request").toByteArray() + socket->readAll();
    socket->setProperty("request", request);
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0 || socket->property("taken").toBool())
        return;
    const QByteArray head = request.left(end);
    const qsizetype at = head.toLower().indexOf("content-length:");
    const qsizetype length = at < 0 ? 0 : head.mid(at + 15).split('\r')[0].trimmed().toInt();
    if (request.size() < end + 4 + length)
        return;
    socket->setProperty("taken", true);
    const Call call{head.split(' ').value(0), QUrl::fromEncoded(head.split(' ').value(1)), head,
                    QJsonDocument::fromJson(request.mid(end + 4, length)).object()};
    calls.append(call);
    serve(socket, call);
}

void FakeSite::serve(QTcpSocket *socket, const Call &call)
{
    const Mishap what = mishap();
    switch (what) {
    case Mishap::SilentBefore:
        return;
    case Mishap::ResetBefore:
        return socket->abort();
    case Mishap::Fault500:
        return answer(socket,
                      {500, "<p>Error establishing a database connection</p>", "text/html"});
    case Mishap::SlowDown:
        return answer(socket, {429, "{}", "application/json", "Retry-After: 30\r\n"});
    case Mishap::Upgrade:
        return answer(socket,
                      {503, "{\"code\":\"wp_die\"}", "application/json", "Retry-After: 600\r\n"});
    case Mishap::Captive:
        return answer(socket, {200, "<h1>Sign in to our network</h1>", "text/html"});
    case Mishap::WrongPassword:
        return answer(socket, unauthorized());
    case Mishap::Redirect:
        return answer(socket, {302, {}, "text/html", "Location: http://192.0.2.7/\r\n"});
    default:
        break;
    }
    const Reply reply = carryOut(call);
    if (what == Mishap::SilentAfter)
        return;
    if (what == Mishap::ResetAfter)
        return socket->abort();
    if (what == Mishap::Fault500After)
        return answer(socket, {500, "<p>Fatal error</p>", "text/html"});
    if (what == Mishap::HalfAnswer) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(reply.content.size() + 1) + "\r\n\r\n" +
                      reply.content.left(reply.content.size() / 2));
        return socket->disconnectFromHost();
    }
    answer(socket, reply);
}

void FakeSite::answer(QTcpSocket *socket, const Reply &reply)
{
    socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + " Status\r\nContent-Type: " +
                  reply.type + "\r\nContent-Length: " + QByteArray::number(reply.content.size()) +
                  "\r\nConnection: close\r\n" + reply.headers + "\r\n" + reply.content);
    socket->disconnectFromHost();
}

} // namespace fakes
