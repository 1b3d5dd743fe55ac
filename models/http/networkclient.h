// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "http/proxy.h"

#include <functional>
#include <optional>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>

namespace http {

class Exchange;

/// Where the password of the proxy comes from: secret, never to be shown or kept elsewhere.
using ProxyPassword = std::function<QFuture<base::Result<QByteArray>>()>;

/// The one owner of a QNetworkAccessManager. HTTP/1.1, no cookies, no cache, certificates always
/// checked. Lives in one thread; deleting it ends all requests with Cancelled.
class NetworkClient final : public QObject, public Client
{
    Q_OBJECT

public:
    explicit NetworkClient(QObject *parent = nullptr);
    ~NetworkClient() override;

    /// For requests from now on. The password is asked for when the first of them needs it; until
    /// it is there they wait.
    void setProxy(const Proxy &proxy, ProxyPassword password = {});

    [[nodiscard]] QFuture<base::Result<Response>> send(const Request &request) override;

private:
    void start(Exchange *exchange);
    void askPassword();
    void takePassword(const base::Result<QByteArray> &password);

    Proxy m_proxy;
    ProxyPassword m_password;
    bool m_hasPassword = true; ///< or needs none
    bool m_asks = false;
    int m_choice = 0; ///< counts the proxies that were set
    QList<QPointer<Exchange>> m_waiting;
    QNetworkAccessManager m_network;
};

} // namespace http
