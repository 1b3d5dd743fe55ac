// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/proxy.h"

#include <QNetworkProxyFactory>

namespace http {

/// Chooses the way of each request. This machine itself is reached straight whatever is set.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    ProxyChoice(Proxy proxy, const QByteArray &password);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    ProxyKind m_kind;
    QNetworkProxy m_proxy;
};

} // namespace http
