// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace wording {

/// A section that people wrote, as HTML: paragraphs, lists ("- ", "* ", "1. "), headings ("### "),
/// **bold** and `code`. Everything else stays text, also markup and links.
[[nodiscard]] QString sectionHtml(const QString &markdown);

/// The same as Markdown that no reader of Markdown can take for more: what of it is markup, and
/// links to web addresses, stays; everything else is text.
[[nodiscard]] QString sectionMarkdown(const QString &markdown);

} // namespace wording
