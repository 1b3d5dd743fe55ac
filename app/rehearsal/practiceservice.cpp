// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/rehearsal/practiceservice.h"

#include <chrono>
#include <cstdio>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>
#include <unistd.h>

namespace app {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto slowness = 700ms;
constexpr int goodOneIn = 4;
constexpr qsizetype longestRequest = 8192;

QByteArray response(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

const QString PracticeService::greeting = u"Welcome to the practice shop"_s;

bool PracticeService::listen(quint16 port)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    return m_server.listen(QHostAddress::LocalHost, port);
}

void PracticeService::serve(QTcpSocket *socket)
{
    const QByteArray request = socket->peek(longestRequest);
    if (!request.contains("\r\n\r\n") && request.size() < longestRequest)
        return;
    socket->readAll();
    const auto reply = [socket, bytes = answer()] {
        socket->write(bytes);
        socket->disconnectFromHost();
    };
    if (m_breakage == Breakage::Slow)
        QTimer::singleShot(slowness, socket, reply);
    else
        reply();
}

QByteArray PracticeService::answer()
{
    ++m_requests;
    const bool failing = m_breakage == Breakage::Intermittent && m_requests % goodOneIn != 0;
    if (failing)
        return response("503 Service Unavailable", "<h1>Out of order</h1>");
    if (m_breakage == Breakage::Wrong)
        return response("200 OK", "<h1>It works!</h1>");
    return response("200 OK", "<h1>" + greeting.toUtf8() + "</h1>");
}

int runPracticeService(quint16 port)
{
    PracticeService service;
    if (!service.listen(port)) {
        std::fputs("the practice service cannot listen on loopback\n", stderr);
        return 1;
    }
    std::printf("%d\n", int(service.port()));
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QByteArray buffer;
    QObject::connect(&input, &QSocketNotifier::activated, &service, [&] {
        char bytes[256];
        const auto count = read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            QCoreApplication::quit();
            return;
        }
        buffer.append(bytes, count);
        for (auto end = buffer.indexOf('\n'); end >= 0; end = buffer.indexOf('\n')) {
            const QString name = QString::fromLatin1(buffer.left(end).trimmed());
            buffer.remove(0, end + 1);
            if (const auto breakage = base::fromName<Breakage>(name))
                service.setBreakage(*breakage);
        }
    });
    return QCoreApplication::exec();
}

} // namespace app
