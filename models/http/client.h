// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "http/message.h"

#include <QFuture>

namespace http {

/// Sends requests for everything that talks to a server as a client: publishers, read-back,
/// queries. Probes do not use it; they measure on their own sockets.
class Client
{
public:
    virtual ~Client() = default;

    /// Any complete answer is a Response, whatever its status: the caller says which ones it
    /// accepts. An Error otherwise: Input (address), Network, Timeout (deadline), Format (over the
    /// byte cap, not HTTP), Refused (redirect to a scheme or place that is not allowed, credentials
    /// that would go unencrypted or be redirected), Cancelled.
    /// Error texts name the host and never the address, a header or a body. Cancelling the future
    /// cuts the connection.
    [[nodiscard]] virtual QFuture<base::Result<Response>> send(const Request &request) = 0;
};

} // namespace http
