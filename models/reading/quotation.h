// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/token.h"

#include <QStringList>

namespace reading {

/// The words of the text that the tokens from `begin` to before `end` were cut from, without the
/// signs at their end.
[[nodiscard]] QString quotation(const Tokens &tokens, const QString &text, int begin, int end);

/// Adds it unless it is there already, or too much is.
void addQuotation(QStringList &list, const QString &words);

} // namespace reading
