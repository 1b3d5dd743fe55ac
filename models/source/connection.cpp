// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/connection.h"

#include "http/certificate.h"
#include "source/address.h"

#include <algorithm>
#include <QFutureWatcher>
#include <QNetworkProxy>
#include <QSslConfiguration>

namespace source {

namespace {

double elapsedMs(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

bool isWanted(const QHostAddress &address, Family family)
{
    switch (family) {
    case Family::V4:
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    case Family::V6:
        return address.protocol() == QAbstractSocket::IPv6Protocol;
    case Family::Any:
        break;
    }
    return true;
}

Finding findingOf(http::CertificateFault fault)
{
    switch (fault) {
    case http::CertificateFault::Expired:
        return Finding::CertificateExpired;
    case http::CertificateFault::NotYetValid:
        return Finding::CertificateNotYetValid;
    case http::CertificateFault::WrongHost:
        return Finding::CertificateWrongHost;
    case http::CertificateFault::Untrusted:
        return Finding::CertificateUntrusted;
    case http::CertificateFault::None:
    case http::CertificateFault::Other:
        break;
    }
    return Finding::TlsFailed;
}

Finding findingOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return Finding::ConnectionRefused;
    case QAbstractSocket::RemoteHostClosedError:
        return Finding::ConnectionLost;
    default:
        return Finding::Unreachable;
    }
}

} // namespace

Connection::Connection(Resolver &resolver, const MonitorSpec &spec, const QUrl &target,
                       std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_resolver(resolver)
    , m_spec(spec)
    , m_target(target)
    , m_timeout(timeout)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Connection::tryNext);
}

Connection::~Connection()
{
    dropSocket();
}

void Connection::open()
{
    m_clock.start();
    const QHostAddress numeric(m_target.host());
    if (!numeric.isNull()) {
        choose({numeric});
        return;
    }
    // Not then(): Qt 6.4 asserts that its context outlives the lookup.
    auto *watcher = new QFutureWatcher<Lookup>(this);
    connect(watcher, &QFutureWatcher<Lookup>::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            resolved(watcher->result());
    });
    watcher->setFuture(m_resolver.lookup(m_target.host()));
}

void Connection::resolved(const Lookup &lookup)
{
    m_phases.resolve = elapsedMs(m_clock);
    if (lookup.fault != Lookup::Fault::None)
        refuse(Finding::NameNotFound);
    else
        choose(lookup.addresses);
}

void Connection::choose(const QList<QHostAddress> &addresses)
{
    std::copy_if(addresses.begin(), addresses.end(), std::back_inserter(m_addresses),
                 [this](const QHostAddress &address) { return isWanted(address, m_spec.family); });
    if (m_addresses.isEmpty()) {
        refuse(Finding::NameNotFound);
        return;
    }
    // One of them is enough: which one would be used is up to the name service.
    if (!m_spec.allowLinkLocal &&
        std::any_of(m_addresses.begin(), m_addresses.end(), isLinkLocal)) {
        emit failed(linkLocal(m_target));
        return;
    }
    m_stage = Stage::Connecting;
    m_clock.start();
    tryNext();
}

void Connection::tryNext()
{
    dropSocket();
    const QHostAddress address = m_addresses.takeFirst();
    if (!m_addresses.isEmpty())
        m_patience.start(m_timeout / 2);
    m_socket = new QSslSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QSslSocket::connected, this, &Connection::connected);
    connect(m_socket, &QSslSocket::encrypted, this, &Connection::secured);
    connect(m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors = errors;
        m_certificates = m_socket->peerCertificateChain();
    });
    connect(m_socket, &QSslSocket::errorOccurred, this, &Connection::broken);
    m_socket->connectToHost(address, quint16(targetPort(m_target)));
}

void Connection::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(); // its end is no news to anybody
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void Connection::connected()
{
    m_patience.stop();
    m_addresses.clear();
    m_phases.connect = elapsedMs(m_clock);
    m_clock.start();
    if (usesTls(m_target))
        secure();
    else
        handOver();
}

void Connection::secure()
{
    m_stage = Stage::Securing;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!m_spec.caFile.isEmpty() && !configuration.addCaCertificates(m_spec.caFile)) {
        emit failed(unreadableCaFile());
        return;
    }
    m_socket->setSslConfiguration(configuration);
    m_socket->setPeerVerifyName(m_target.host(QUrl::FullyEncoded));
    m_socket->startClientEncryption();
}

void Connection::secured()
{
    m_phases.tls = elapsedMs(m_clock);
    m_certificates = m_socket->peerCertificateChain();
    handOver();
}

void Connection::handOver()
{
    m_socket->disconnect(this);
    emit opened();
}

void Connection::broken(QAbstractSocket::SocketError error)
{
    m_patience.stop();
    if (m_stage == Stage::Securing) {
        refuse(findingOf(http::certificateFault(m_tlsErrors)));
    } else if (!m_addresses.isEmpty()) {
        // Not from within a signal of the socket that is about to go.
        QTimer::singleShot(0, this, &Connection::tryNext);
    } else {
        refuse(findingOf(error));
    }
}

void Connection::refuse(Finding finding)
{
    emit failed(failure(finding, m_target));
}

} // namespace source
