// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace wording {

/// "a deploy", "too little capacity"; a code that nobody knows stays as it is.
[[nodiscard]] QString factorWords(const QString &code);

} // namespace wording
