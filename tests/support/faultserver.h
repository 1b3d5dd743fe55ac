// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace support {

/// How the server treats a request. What is sent is `head` (or a head made from status, headers and
/// body) and then the body in the given way.
struct Fault
{
    enum class Way {
        Answer,   ///< as it should be
        Silent,   ///< takes the request and says nothing
        Drip,     ///< one byte of the body at each `pace`
        Endless,  ///< never stops sending the body
        Truncate, ///< closes after half of the promised body
        Reset,    ///< cuts the connection instead of an answer
        Raw,      ///< sends `body` alone, as it is, and closes
    };

    Way way = Way::Answer;
    int status = 200;
    QByteArray body = "ok";
    QList<QPair<QByteArray, QByteArray>> headers = {};
    std::chrono::milliseconds delay{0}; ///< before anything is sent
    std::chrono::milliseconds pace{20};
};

/// A web server on loopback that misbehaves as told, one Fault a path. Lives in the test's thread.
class FaultServer final : public QTcpServer
{
    Q_OBJECT

public:
    FaultServer();

    /// From now on with TLS.
    void useTls(const QSslCertificate &certificate, const QSslKey &key);
    void set(const QByteArray &path, const Fault &fault);

    [[nodiscard]] QUrl url(const QByteArray &path = "/",
                           const QString &host = QStringLiteral("127.0.0.1")) const;
    /// The heads of all requests so far, as they came.
    [[nodiscard]] QList<QByteArray> requests() const { return m_requests; }
    /// Connections accepted so far.
    [[nodiscard]] int connections() const { return m_connections; }
    /// Connections the other side has not closed yet.
    [[nodiscard]] int open() const { return m_open; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void receive(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Fault &fault);

    std::map<QByteArray, Fault> m_faults;
    QList<QByteArray> m_requests;
    int m_connections = 0;
    int m_open = 0;
    std::optional<QSslCertificate> m_certificate;
    QSslKey m_key;
};

/// A port on loopback where nothing listens.
[[nodiscard]] quint16 closedPort();

} // namespace support
