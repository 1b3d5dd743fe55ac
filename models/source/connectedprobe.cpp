// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/connectedprobe.h"

#include <algorithm>
#include <QSslCertificate>

namespace source {

namespace {

base::Instant endOf(const QSslCertificate &certificate)
{
    return base::Instant(base::Span(certificate.expiryDate().toSecsSinceEpoch()));
}

std::optional<base::Instant> earliestEnd(const QList<QSslCertificate> &chain)
{
    std::optional<base::Instant> earliest;
    for (const QSslCertificate &certificate : chain)
        earliest = std::min(earliest.value_or(endOf(certificate)), endOf(certificate));
    return earliest;
}

QString versionName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return QStringLiteral("TLSv1.2");
    case QSsl::TlsV1_3:
        return QStringLiteral("TLSv1.3");
    default:
        return QStringLiteral("TLS");
    }
}

} // namespace

void ConnectedProbe::begin()
{
    connectTo(QUrl(spec().address));
}

void ConnectedProbe::connectTo(const QUrl &target)
{
    if (m_connection) {
        ProbeVerdict earlier;
        addConnection(earlier);
        complete(earlier);
        m_earlier = earlier.phases;
        m_connection->disconnect(this);
        m_connection->deleteLater();
    }
    m_isOpen = false;
    m_target = target;
    m_connection = new Connection(context().resolver, spec(), target, left(), this);
    connect(m_connection, &Connection::failed, this, [this](const Failure &why) { fail(why); });
    connect(m_connection, &Connection::opened, this, [this] {
        m_isOpen = true;
        opened();
    });
    m_connection->open();
}

void ConnectedProbe::drop()
{
    m_connection->disconnect(this);
    if (m_connection->socket())
        m_connection->socket()->disconnect(this);
    m_connection->deleteLater();
}

void ConnectedProbe::addConnection(ProbeVerdict &verdict) const
{
    verdict.phases = m_earlier;
    verdict.phases.add(m_connection->phases());
    verdict.certificateEnds = earliestEnd(m_connection->certificates());
    if (verdict.certificateEnds)
        verdict.certificateDays =
            std::chrono::floor<std::chrono::days>(*verdict.certificateEnds - at()).count();
    const QSslSocket *socket = m_connection->socket();
    if (!m_isOpen || !socket)
        return;
    if (socket->isEncrypted())
        verdict.tlsVersion = versionName(socket->sessionProtocol());
    verdict.ip = socket->peerAddress().toString();
    verdict.ipVersion = socket->peerAddress().protocol() == QAbstractSocket::IPv6Protocol ? 6 : 4;
}

void ConnectedProbe::fill(ProbeVerdict &verdict) const
{
    addConnection(verdict);
    if (m_isOpen)
        complete(verdict);
}

void ConnectedProbe::succeed()
{
    ProbeVerdict verdict = verdictSoFar();
    const bool isSlow = spec().slowMs && *verdict.totalMs > *spec().slowMs;
    verdict.finding = isSlow ? Finding::Slow : Finding::Ok;
    verdict.sentence =
        isSlow ? slowSentence(verdict, *spec().slowMs, m_target) : goodSentence(verdict, m_target);
    conclude(verdict);
}

Failure ConnectedProbe::expired() const
{
    return timedOut(m_isOpen ? stage() : m_connection->stage(), m_target, spec().timeout);
}

bool ConnectedProbe::mayBeUs(const Failure &failure) const
{
    const bool isUnreached = failure.finding == Finding::NameNotFound ||
                             failure.finding == Finding::Unreachable ||
                             (failure.finding == Finding::TimedOut && !m_isOpen);
    return isUnreached && !QHostAddress(m_target.host()).isLoopback();
}

Failure ConnectedProbe::withoutNetwork() const
{
    return failure(Finding::NoNetwork, m_target);
}

} // namespace source
