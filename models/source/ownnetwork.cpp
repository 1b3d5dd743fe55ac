// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/ownnetwork.h"

#include "source/address.h"

#include <algorithm>
#include <QNetworkInterface>
#include <QTcpSocket>

namespace source {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 1500ms;
/// An answer is good for so long: many probes fail together.
constexpr auto freshness = 1s;

bool leadsSomewhere(const QNetworkInterface &interface)
{
    const auto flags = interface.flags();
    if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning) ||
        flags.testFlag(QNetworkInterface::IsLoopBack))
        return false;
    const auto entries = interface.addressEntries();
    return std::any_of(entries.begin(), entries.end(),
                       [](const QNetworkAddressEntry &entry) { return !isLinkLocal(entry.ip()); });
}

} // namespace

bool isConnected()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), leadsSomewhere);
}

OwnNetwork::OwnNetwork(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(false); });
}

OwnNetwork::~OwnNetwork() = default;

void OwnNetwork::setReferences(const QList<QUrl> &references)
{
    m_references = references;
    m_answered.invalidate();
}

void OwnNetwork::check(QObject *context, Then then)
{
    const bool isFresh =
        m_answered.isValid() && std::chrono::milliseconds(m_answered.elapsed()) < freshness;
    if (m_waiting.empty() && m_references.isEmpty())
        return then(isConnected());
    if (m_waiting.empty() && isFresh)
        return then(m_works);
    m_waiting.push_back({context, std::move(then)});
    if (m_waiting.size() == 1)
        ask();
}

void OwnNetwork::ask()
{
    m_patience.start();
    for (const QUrl &reference : std::as_const(m_references)) {
        auto *socket = new QTcpSocket(this);
        m_sockets.push_back(socket);
        // Not while this function goes on: a numeric address may fail at once.
        connect(
            socket, &QTcpSocket::connected, this, [this] { end(true); }, Qt::QueuedConnection);
        connect(
            socket, &QTcpSocket::errorOccurred, this,
            [this, socket](QAbstractSocket::SocketError error) {
                if (error == QAbstractSocket::ConnectionRefusedError)
                    return end(true);
                std::erase(m_sockets, socket);
                socket->deleteLater();
                if (m_sockets.empty())
                    end(false);
            },
            Qt::QueuedConnection);
        socket->connectToHost(reference.host(), quint16(targetPort(reference)));
    }
}

void OwnNetwork::end(bool works)
{
    if (m_waiting.empty())
        return;
    m_patience.stop();
    for (QTcpSocket *socket : m_sockets) {
        socket->disconnect(this);
        socket->deleteLater();
    }
    m_sockets.clear();
    m_works = works;
    m_answered.start();
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            waiting.then(works);
    }
}

} // namespace source
