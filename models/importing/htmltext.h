// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace importing {

/// What a reader sees of a piece of HTML, as plain text: paragraphs with an empty line between
/// them, list items behind "- ", nothing of scripts, styles and comments. Any text may be given;
/// nothing in it is run or fetched. Linear in the length.
[[nodiscard]] QString plainText(const QString &html);

/// The text behind the name of a character entity ("amp", "eacute"); empty if HTML has none of that
/// name, or a rare one.
[[nodiscard]] QString entityText(QStringView name);

} // namespace importing
