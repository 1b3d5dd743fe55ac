// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "workflow/logins.h"

#include <QPromise>

namespace workflow {

/// Sends requests with the login that is kept for their place, and says in words what a server
/// that does not let us in wants. With a login nothing is redirected: it goes to no other place.
class LoginClient final : public QObject, public http::Client
{
    Q_OBJECT

public:
    /// Both outlive it.
    LoginClient(http::Client &client, Logins &logins, QObject *parent = nullptr);

    [[nodiscard]] QFuture<base::Result<http::Response>> send(const http::Request &request) override;

private:
    using Promise = std::shared_ptr<QPromise<base::Result<http::Response>>>;

    void forward(const http::Request &request, bool hasLogin, const Promise &promise);

    http::Client &m_client;
    Logins &m_logins;
};

} // namespace workflow
