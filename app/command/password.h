// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secret/secret.h"

namespace app {

/// A password from the terminal, without showing it, or the first line of standard input if that is
/// no terminal. Never from an argument: others can read those. Errors: Input.
[[nodiscard]] base::Result<secret::Secret> askPassword(const QString &prompt);

} // namespace app
