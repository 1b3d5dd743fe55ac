// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace base {

/// Takes what looks like a secret out of a text before it is logged: user information and query
/// values in URLs, Authorization values, and values behind names such as token, key or password.
[[nodiscard]] QString redact(const QString &text);

} // namespace base
