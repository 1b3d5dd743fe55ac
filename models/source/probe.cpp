// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/probe.h"

#include "source/address.h"

#include <algorithm>
#include <QSslCertificate>

namespace source {

using namespace std::chrono_literals;
using health::Quality;

namespace {

/// By so much may a probe outlast its timeout before it says more about this machine than about the
/// target.
constexpr auto grace = 2s;

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

Quality qualityOf(Finding finding)
{
    const bool isOurs = finding == Finding::AddressRefused || finding == Finding::SetupFault ||
                        finding == Finding::NoNetwork || finding == Finding::Missed;
    return isOurs ? Quality::NotMeasured : Quality::Failed;
}

} // namespace

Probe::Probe(const ProbeContext &context, const MonitorSpec &spec, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_spec(spec)
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &Probe::expire);
}

void Probe::start()
{
    m_at = m_context.clock.nowMs();
    m_elapsed.start();
    m_deadline.start(m_spec.timeout);
    connectTo(QUrl(m_spec.address));
}

void Probe::connectTo(const QUrl &target)
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
    const auto left = m_deadline.remainingTimeAsDuration();
    m_connection = new Connection(m_context.resolver, m_spec, target, left, this);
    connect(m_connection, &Connection::failed, this, &Probe::fail);
    connect(m_connection, &Connection::opened, this, [this] {
        m_isOpen = true;
        opened();
    });
    m_connection->open();
}

void Probe::addConnection(ProbeVerdict &verdict) const
{
    verdict.phases = m_earlier;
    verdict.phases.add(m_connection->phases());
    verdict.certificateEnds = earliestEnd(m_connection->certificates());
    if (verdict.certificateEnds)
        verdict.certificateDays =
            std::chrono::floor<std::chrono::days>(*verdict.certificateEnds - m_at).count();
    const QSslSocket *socket = m_connection->socket();
    if (!m_isOpen || !socket)
        return;
    if (socket->isEncrypted())
        verdict.tlsVersion = versionName(socket->sessionProtocol());
    verdict.ip = socket->peerAddress().toString();
    verdict.ipVersion = socket->peerAddress().protocol() == QAbstractSocket::IPv6Protocol ? 6 : 4;
}

ProbeVerdict Probe::verdictSoFar() const
{
    ProbeVerdict verdict;
    verdict.at = m_at;
    verdict.totalMs = double(m_elapsed.nsecsElapsed()) / 1e6;
    addConnection(verdict);
    if (m_isOpen)
        complete(verdict);
    return verdict;
}

void Probe::succeed()
{
    ProbeVerdict verdict = verdictSoFar();
    verdict.quality = Quality::Ok;
    const bool isSlow = m_spec.slowMs && *verdict.totalMs > *m_spec.slowMs;
    verdict.finding = isSlow ? Finding::Slow : Finding::Ok;
    verdict.sentence =
        isSlow ? slowSentence(verdict, *m_spec.slowMs, m_target) : goodSentence(verdict, m_target);
    conclude(verdict);
}

void Probe::fail(const Failure &failure)
{
    Failure told = failure;
    const bool mayBeUs =
        told.finding == Finding::NameNotFound || told.finding == Finding::Unreachable;
    if (wasInterrupted())
        told = {Finding::Missed, missedSentence()};
    else if (mayBeUs && !QHostAddress(m_target.host()).isLoopback() && !m_context.isConnected())
        told = source::failure(Finding::NoNetwork, m_target);
    ProbeVerdict verdict = verdictSoFar();
    verdict.finding = told.finding;
    verdict.sentence = told.sentence;
    verdict.quality = qualityOf(told.finding);
    conclude(verdict);
}

void Probe::expire()
{
    fail(timedOut(m_isOpen ? stage() : m_connection->stage(), m_target, m_spec.timeout));
}

void Probe::conclude(ProbeVerdict verdict)
{
    if (m_done)
        return;
    m_done = true;
    m_deadline.stop();
    m_connection->disconnect(this);
    m_connection->deleteLater();
    emit finished(verdict);
}

/// The machine slept (its clock went on, the timers did not), or the process stood still.
bool Probe::wasInterrupted() const
{
    const std::chrono::milliseconds elapsed(m_elapsed.elapsed());
    const auto byClock = m_context.clock.nowMs() - m_at;
    return byClock > elapsed + grace || elapsed > m_spec.timeout + grace;
}

} // namespace source
