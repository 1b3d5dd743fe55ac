// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <chrono>
#include <QNetworkReply>
#include <QUrl>

/// The sentences of failed requests. They name the host and port of an address and nothing else of
/// it: paths, queries and user names may hold secrets.
namespace http {

/// "example.org", or "example.org:8443" where the port is not the usual one of its scheme.
[[nodiscard]] QString placeOf(const QUrl &url);

/// "10 seconds", "0.5 seconds".
[[nodiscard]] QString secondsOf(std::chrono::milliseconds length);

[[nodiscard]] base::Error deadlineError(const QUrl &url, std::chrono::milliseconds deadline);
[[nodiscard]] base::Error byteCapError(const QUrl &url, qint64 byteCap);
/// For anything but certificates and statuses.
[[nodiscard]] base::Error networkError(const QUrl &url, QNetworkReply::NetworkError code);

} // namespace http
