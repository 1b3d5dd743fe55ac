// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace staticsite {

/// HTML or XML that is safe to output as it is. Text becomes Markup by being escaped, here and
/// nowhere else.
class Markup
{
public:
    Markup() = default;

    [[nodiscard]] static Markup escaped(QStringView text);
    /// For what this program wrote itself: rendered templates and drawings.
    [[nodiscard]] static Markup trusted(QString html) { return Markup(std::move(html)); }

    [[nodiscard]] const QString &html() const { return m_html; }
    [[nodiscard]] bool isEmpty() const { return m_html.isEmpty(); }

    Markup &operator+=(const Markup &other)
    {
        m_html += other.m_html;
        return *this;
    }

    bool operator==(const Markup &) const = default;

private:
    explicit Markup(QString html)
        : m_html(std::move(html))
    {}

    QString m_html;
};

/// A post's text: paragraphs, line breaks, and links for http and https addresses. Nothing in the
/// text is taken for markup.
[[nodiscard]] Markup bodyMarkup(const QString &body);

/// With U+FFFD in the place of halves of characters, which no output may hold.
[[nodiscard]] QString wellFormed(QString text);

/// The paragraphs of a post's text, without empty ones.
[[nodiscard]] QStringList paragraphsOf(const QString &body);

} // namespace staticsite
