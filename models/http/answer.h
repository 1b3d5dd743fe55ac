// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "http/message.h"

#include <optional>
#include <QJsonDocument>

/// What an answer says beside its body, for programming interfaces that speak JSON.
namespace http {

[[nodiscard]] bool isJson(const Response &response);

/// How long the answer asks to be left alone: seconds, or an HTTP date after its own.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const Response &response);

/// When the server thinks that it is.
[[nodiscard]] std::optional<base::Instant> timeAt(const Response &response);

/// For a status of 420, 429 or 500 and above: it passes. Error kind Network; the retry waits as
/// long as the server asks, or a minute.
[[nodiscard]] base::Error unavailable(const Response &response);

/// The JSON of an answer, whatever its status. Errors: Network (unavailable()), Format (a page
/// answers in its place, or it is no JSON: worth another look later).
[[nodiscard]] base::Result<QJsonDocument> jsonOf(const Response &response);

} // namespace http
