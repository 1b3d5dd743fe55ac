// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxychoice.h"

#include "http/confidential.h"

namespace http {

namespace {

QNetworkProxy::ProxyType typeOf(ProxyKind kind)
{
    if (kind == ProxyKind::Http)
        return QNetworkProxy::HttpProxy;
    return kind == ProxyKind::Socks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::NoProxy;
}

} // namespace

ProxyChoice::ProxyChoice(Proxy proxy, const QByteArray &password)
    : m_kind(proxy.kind)
    , m_proxy(typeOf(proxy.kind), proxy.host, proxy.port, proxy.user, QString::fromUtf8(password))
{
    // Also what is not encrypted goes through a tunnel: otherwise Qt does not give the password.
    if (m_kind == ProxyKind::Http)
        m_proxy.setCapabilities(QNetworkProxy::TunnelingCapability |
                                QNetworkProxy::HostNameLookupCapability);
}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    QUrl peer;
    peer.setHost(query.peerHostName());
    if (isLoopback(peer))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    if (m_kind == ProxyKind::System)
        return systemProxyForQuery(query);
    return {m_proxy};
}

} // namespace http
