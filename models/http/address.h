// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QUrl>

namespace http {

/// What people type or paste as an address: https where they name no scheme, without query and
/// fragment, its path ending in a slash. Errors: Input (no web address, or it holds a password).
[[nodiscard]] base::Result<QUrl> typedAddress(const QString &typed);

/// Same scheme, host and port.
[[nodiscard]] bool isSameOrigin(const QUrl &one, const QUrl &other);

} // namespace http
