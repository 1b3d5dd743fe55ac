// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace support {

/// A port on loopback that was free a moment ago.
[[nodiscard]] inline quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

/// A real server that a test runs for itself, and ends. A missing program is a failure: the test's
/// own packages bring it.
class RealServer
{
public:
    RealServer() = default;
    ~RealServer() { stop(); }
    RealServer(const RealServer &) = delete;
    RealServer &operator=(const RealServer &) = delete;

    /// What it says goes to `folder`/NAME.log.
    void start(const QString &program, const QStringList &arguments, const QString &folder)
    {
        m_log = QDir(folder).filePath(program + QStringLiteral(".log"));
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setStandardOutputFile(m_log, QIODevice::Append);
        m_process.setWorkingDirectory(folder);
        m_process.start(program, arguments);
    }

    /// A node exporter with one collector, so that its page /metrics is small.
    void startNodeExporter(quint16 port, const QString &folder)
    {
        start(QStringLiteral("prometheus-node-exporter"),
              {QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port),
               QStringLiteral("--collector.disable-defaults"), QStringLiteral("--collector.time"),
               QStringLiteral("--web.disable-exporter-metrics")},
              folder);
    }

    /// An Alertmanager that tells nobody.
    void startAlertmanager(quint16 port, const QString &folder)
    {
        const QDir place(folder);
        QFile routes(place.filePath(QStringLiteral("am.yml")));
        if (!routes.open(QIODevice::WriteOnly) ||
            routes.write("route: {receiver: none, group_wait: 1s, group_interval: 5s, "
                         "repeat_interval: 1h}\nreceivers: [{name: none}]\n") < 0)
            qFatal("the routes cannot be written");
        routes.close();
        start(QStringLiteral("prometheus-alertmanager"),
              {QStringLiteral("--config.file=") + routes.fileName(),
               QStringLiteral("--storage.path=") + place.filePath(QStringLiteral("am")),
               QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port),
               QStringLiteral("--cluster.listen-address=")},
              folder);
    }

    /// Until it answers this path with status 200, for at most half a minute.
    [[nodiscard]] bool isReady(quint16 port, const QByteArray &path) const
    {
        QElapsedTimer waited;
        waited.start();
        while (waited.elapsed() < 30'000 && m_process.state() != QProcess::NotRunning) {
            if (answers(port, path))
                return true;
            QTest::qWait(50);
        }
        return false;
    }

    void stop()
    {
        m_process.terminate();
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000)) {
            m_process.kill();
            m_process.waitForFinished(5000);
        }
    }

    [[nodiscard]] QByteArray log() const
    {
        QFile file(m_log);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    static bool answers(quint16 port, const QByteArray &path)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        if (!socket.waitForConnected(500))
            return false;
        socket.write("GET " + path + " HTTP/1.0\r\n\r\n");
        return socket.waitForReadyRead(1000) && socket.readLine().contains(" 200 ");
    }

    QProcess m_process;
    QString m_log;
};

/// Writes a small file for a server to read.
inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace support
