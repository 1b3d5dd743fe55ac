// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/htmltext.h"

#include <algorithm>
#include <iterator>

namespace importing {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReference = 32;

enum class Break { None, Line, Paragraph };

template <std::size_t N>
bool isOneOf(const QString &name, const QLatin1StringView (&names)[N])
{
    return std::ranges::find(names, name) != std::end(names);
}

/// What is in them is not for readers.
constexpr QLatin1StringView dropped[] = {
    "script"_L1, "style"_L1, "template"_L1, "noscript"_L1, "iframe"_L1,
    "object"_L1, "svg"_L1,   "math"_L1,     "head"_L1,     "select"_L1,
    "canvas"_L1, "audio"_L1, "video"_L1,    "button"_L1,   "textarea"_L1,
};

Break breakAround(const QString &name)
{
    static constexpr QLatin1StringView paragraphs[] = {
        "p"_L1,  "h1"_L1, "h2"_L1,    "h3"_L1, "h4"_L1, "h5"_L1,         "h6"_L1,
        "ul"_L1, "ol"_L1, "table"_L1, "hr"_L1, "dl"_L1, "blockquote"_L1, "pre"_L1,
    };
    static constexpr QLatin1StringView lines[] = {
        "div"_L1,     "li"_L1,     "tr"_L1,     "dt"_L1,      "dd"_L1,    "section"_L1,
        "article"_L1, "header"_L1, "footer"_L1, "caption"_L1, "aside"_L1, "figure"_L1,
        "address"_L1, "main"_L1,   "nav"_L1,    "details"_L1,
    };
    if (isOneOf(name, paragraphs))
        return Break::Paragraph;
    return isOneOf(name, lines) ? Break::Line : Break::None;
}

/// Lines as they come together: blanks in a row are one, and so are empty lines.
class Lines
{
public:
    void add(QChar character)
    {
        const bool blank = character.isSpace() || character == QChar::Nbsp;
        if (blank) {
            m_blank = true;
            return;
        }
        const bool hidden = character.category() == QChar::Other_Control;
        if (hidden)
            return;
        startLine();
        if (m_blank && !m_text.isEmpty() && !m_text.endsWith(u'\n'))
            m_text += u' ';
        m_blank = false;
        m_text += character;
    }

    void add(const QString &text)
    {
        for (const QChar character : text)
            add(character);
    }

    void breakWith(Break kind)
    {
        m_break = std::max(m_break, kind);
        m_blank = false;
    }

    /// Like add(), with its line breaks.
    void addPreformatted(QChar character)
    {
        if (character == u'\n')
            breakLine();
        else
            add(character);
    }

    /// The second of two line breaks makes an empty line.
    void breakLine() { breakWith(m_break == Break::None ? Break::Line : Break::Paragraph); }

    [[nodiscard]] QString take() { return std::move(m_text); }

private:
    void startLine()
    {
        if (!m_text.isEmpty() && m_break != Break::None)
            m_text += m_break == Break::Paragraph ? u"\n\n"_s : u"\n"_s;
        if (m_break != Break::None)
            m_blank = false;
        m_break = Break::None;
    }

    QString m_text;
    Break m_break = Break::None;
    bool m_blank = false;
};

class HtmlReader
{
public:
    explicit HtmlReader(const QString &html)
        : m_html(html)
    {}

    QString run()
    {
        while (m_at < m_html.size()) {
            const QChar character = m_html[m_at];
            if (character == u'<' && markup())
                continue;
            if (character == u'&' && reference())
                continue;
            if (m_pre > 0)
                m_lines.addPreformatted(character);
            else
                m_lines.add(character);
            ++m_at;
        }
        return m_lines.take();
    }

private:
    [[nodiscard]] QStringView rest() const { return QStringView(m_html).sliced(m_at); }

    /// Goes on behind the next one of these, or to the end if there is none.
    void skipBehind(QLatin1StringView what)
    {
        const qsizetype found = m_html.indexOf(what, m_at, Qt::CaseInsensitive);
        m_at = found < 0 ? m_html.size() : found + what.size();
    }

    bool markup()
    {
        if (rest().startsWith("<!--"_L1)) {
            skipBehind("-->"_L1);
            return true;
        }
        if (rest().startsWith("<![CDATA["_L1)) {
            m_at += 9;
            return true;
        }
        const QChar next = m_at + 1 < m_html.size() ? m_html[m_at + 1] : QChar();
        if (next == u'!' || next == u'?') {
            skipBehind(">"_L1);
            return true;
        }
        const bool closes = next == u'/';
        const qsizetype nameAt = m_at + (closes ? 2 : 1);
        if (nameAt >= m_html.size() || !m_html[nameAt].isLetter())
            return false;
        qsizetype end = nameAt;
        while (end < m_html.size() && m_html[end].isLetterOrNumber())
            ++end;
        const QString name =
            m_html.sliced(nameAt, std::min(end - nameAt, longestReference)).toLower();
        m_at = end;
        skipAttributes();
        tag(name, closes);
        return true;
    }

    void skipAttributes()
    {
        QChar quote;
        m_empty = false;
        for (; m_at < m_html.size(); ++m_at) {
            const QChar character = m_html[m_at];
            if (!quote.isNull()) {
                if (character == quote)
                    quote = QChar();
            } else if (character == u'"' || character == u'\'') {
                quote = character;
            } else if (character == u'>') {
                m_empty = m_html[m_at - 1] == u'/';
                ++m_at;
                return;
            }
        }
    }

    void tag(const QString &name, bool closes)
    {
        if (!closes && !m_empty && isOneOf(name, dropped)) {
            skipBehind(QLatin1StringView(("</" + name.toLatin1()).constData()));
            skipBehind(">"_L1);
            return;
        }
        if (name == "pre"_L1)
            m_pre = std::max(0, m_pre + (closes ? -1 : 1));
        if (name == "br"_L1)
            m_lines.breakLine();
        else if (const Break kind = breakAround(name); kind != Break::None)
            m_lines.breakWith(kind);
        if (name == "li"_L1 && !closes)
            m_lines.add(u"- "_s);
        else if (name == "td"_L1 || name == "th"_L1)
            m_lines.add(u' ');
    }

    bool reference()
    {
        const QStringView ahead = rest().sliced(1).left(longestReference);
        const qsizetype end = ahead.indexOf(u';');
        if (end < 1)
            return false;
        const QStringView name = ahead.first(end);
        const QString text = name.startsWith(u'#') ? numbered(name.sliced(1)) : entityText(name);
        if (text.isEmpty())
            return false;
        m_lines.add(text);
        m_at += end + 2;
        return true;
    }

    static QString numbered(QStringView digits)
    {
        const bool hex = digits.startsWith(u'x', Qt::CaseInsensitive);
        bool ok = false;
        const uint code = hex ? digits.sliced(1).toUInt(&ok, 16) : digits.toUInt(&ok, 10);
        if (!ok)
            return {};
        // Written by tools that took Windows' characters for Unicode's.
        static constexpr char16_t windows[] = {
            0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
            0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
            0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
        };
        if (code >= 0x80 && code < 0x80 + std::size(windows))
            return QString(QChar(windows[code - 0x80]));
        const bool valid =
            code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
        return valid ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1)
                     : QString(QChar(QChar::ReplacementCharacter));
    }

    const QString &m_html;
    qsizetype m_at = 0;
    Lines m_lines;
    int m_pre = 0;
    bool m_empty = false; ///< the tag closes itself
};

} // namespace

QString plainText(const QString &html)
{
    return HtmlReader(html).run();
}

} // namespace importing
