// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QMap>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

/// Serves the files of a folder, and a page of the test's own, over HTTP on loopback.
class FolderServer : public QTcpServer
{
public:
    explicit FolderServer(QString root)
        : m_root(std::move(root))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no free port");
        connect(this, &QTcpServer::newConnection, this, &FolderServer::accept);
    }

    [[nodiscard]] QString address(const QString &path) const
    {
        return QStringLiteral("http://127.0.0.1:%1/%2").arg(serverPort()).arg(path);
    }

    /// Answers "/probe.html".
    void setProbe(const QByteArray &html) { setFile(QStringLiteral("/probe.html"), html); }

    /// Answers another path of the test's own.
    void setFile(const QString &path, const QByteArray &bytes) { m_files[path] = bytes; }

    QStringList missing; ///< paths that were asked for and are not there

private:
    void accept()
    {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine())
                return;
            const QString path =
                QString::fromLatin1(socket->readLine().split(' ').value(1)).section(u'?', 0, 0);
            socket->readAll();
            answer(*socket, path);
        });
    }

    void answer(QTcpSocket &socket, const QString &path)
    {
        QFile file(m_root + path);
        const bool own = m_files.contains(path);
        const bool found =
            own || (!path.contains(QStringLiteral("..")) && file.open(QIODevice::ReadOnly));
        if (!found)
            missing.append(path);
        const QByteArray body = own ? m_files[path] : found ? file.readAll() : QByteArray();
        socket.write(found ? "HTTP/1.0 200 OK\r\n" : "HTTP/1.0 404 Not Found\r\n");
        socket.write("Content-Type: " + typeOf(path) +
                     "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n");
        socket.write(body);
        socket.disconnectFromHost();
    }

    static QByteArray typeOf(const QString &path)
    {
        const QByteArray ending = path.section(QLatin1Char('.'), -1).toLatin1();
        if (ending == "css")
            return "text/css";
        if (ending == "js")
            return "text/javascript";
        if (ending == "svg")
            return "image/svg+xml";
        if (ending == "json")
            return "application/json";
        return "text/html; charset=utf-8";
    }

    QString m_root;
    QMap<QString, QByteArray> m_files;
};
