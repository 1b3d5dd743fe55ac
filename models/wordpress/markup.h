// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// The HTML that goes into a WordPress post. It is written here from plain text, from a short list
/// of elements (div, p, br, strong, abbr, a with an http or https address); what WordPress would
/// take for a shortcode, a smiley or markup of its own stands as a character reference. The forms
/// are those that WordPress' own filter for authors leaves as they are.
namespace wordpress {

/// Element content.
[[nodiscard]] QString escapedText(QStringView text);
/// A double-quoted attribute.
[[nodiscard]] QString escapedAttribute(QStringView text);
/// The paragraphs of a post's text, with its web addresses as links.
[[nodiscard]] QString paragraphs(const QString &body);

/// The same for every way in which WordPress may store the same HTML: white space, character
/// references and the ends of empty elements.
[[nodiscard]] QString canonical(const QString &html);

} // namespace wordpress
