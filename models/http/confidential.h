// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "http/message.h"

/// The rules for requests that carry credentials.
namespace http {

/// It says so, or has a header that can be nothing else.
[[nodiscard]] bool isConfidential(const Request &request);

/// Whether an address is on this machine: localhost, 127.0.0.0/8 or ::1.
[[nodiscard]] bool isLoopback(const QUrl &url);

/// Refuses a confidential request that would not be encrypted, or would follow redirects.
[[nodiscard]] base::Done checkConfidential(const Request &request);

/// Takes out of an answer what the request has sent in confidence: a server that repeats our
/// credentials, as debugging pages do, must not get them into messages and files.
void removeEcho(Response &response, const Request &request);

/// For an answer that would send credentials elsewhere. It may be a proxy for a while: worth a few
/// more attempts.
[[nodiscard]] base::Error redirectedCredentials(const QUrl &from);

} // namespace http
