// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/resolver.h"
#include "source/verdictwords.h"

#include <QElapsedTimer>
#include <QSslSocket>
#include <QTimer>

namespace source {

/// The way to a target: name, TCP, TLS, each measured. Addresses are tried one after the other, in
/// the order of the system; there is no racing and nothing is kept for the next time.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// `timeout`: all that there is; the last address may use what the others have left.
    Connection(Resolver &resolver, const MonitorSpec &spec, const QUrl &target,
               std::chrono::milliseconds timeout, QObject *parent);
    ~Connection() override;

    void open();

    [[nodiscard]] Stage stage() const { return m_stage; }
    /// resolve, connect and tls
    [[nodiscard]] const Phases &phases() const { return m_phases; }
    /// Null until a connection is being made.
    [[nodiscard]] QSslSocket *socket() const { return m_socket; }
    /// The certificates that the server sent, also when they were not accepted.
    [[nodiscard]] const QList<QSslCertificate> &certificates() const { return m_certificates; }

signals:
    /// The socket is the receiver's from now on, also what goes wrong with it.
    void opened();
    void failed(const source::Failure &failure);

private:
    void resolved(const Lookup &lookup);
    void choose(const QList<QHostAddress> &addresses);
    void tryNext();
    void dropSocket();
    void connected();
    void secure();
    void secured();
    void handOver();
    void broken(QAbstractSocket::SocketError error);
    void refuse(Finding finding);

    Resolver &m_resolver;
    const MonitorSpec m_spec;
    const QUrl m_target;
    const std::chrono::milliseconds m_timeout;
    Stage m_stage = Stage::Resolving;
    Phases m_phases;
    QElapsedTimer m_clock;           ///< of the stage
    QTimer m_patience;               ///< with one of several addresses
    QList<QHostAddress> m_addresses; ///< still to be tried
    QSslSocket *m_socket = nullptr;
    QList<QSslCertificate> m_certificates;
    QList<QSslError> m_tlsErrors;
};

} // namespace source
