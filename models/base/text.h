// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Escaping happens once, at output, with the function of the place the text goes to.
namespace base {

/// For element content and double-quoted attributes of HTML and XML. Characters that XML 1.0
/// forbids are replaced by U+FFFD.
[[nodiscard]] QString escapeMarkup(QStringView text);

/// For Markdown body text: nothing in it is markup any more, also not HTML.
[[nodiscard]] QString escapeMarkdown(QStringView text);

/// For a value of an iCalendar property (RFC 5545, 3.3.11).
[[nodiscard]] QString escapeCalendar(QStringView text);

/// A file name and URL part of [a-z0-9-], never empty, at most 60 characters.
[[nodiscard]] QString slug(QStringView text);

/// One line without control characters, at most `limit` characters, for lists and logs.
[[nodiscard]] QString oneLine(QStringView text, qsizetype limit = 200);

} // namespace base
