// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace http {

/// The one owner of a QNetworkAccessManager. HTTP/1.1, no cookies, no cache, certificates always
/// checked. Lives in one thread; deleting it ends all requests with Cancelled.
class NetworkClient final : public QObject, public Client
{
    Q_OBJECT

public:
    explicit NetworkClient(QObject *parent = nullptr);
    ~NetworkClient() override;

    [[nodiscard]] QFuture<base::Result<Response>> send(const Request &request) override;

private:
    QNetworkAccessManager m_network;
};

} // namespace http
