// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timing/fieldscan.h"

#include <QList>

namespace timing {

namespace {

QChar plain(QChar c)
{
    if (c.isSpace())
        return u' ';
    if (c.category() == QChar::Punctuation_Dash || c == QChar(0x2212))
        return u'-';
    const int digit = c.digitValue();
    if (c.category() == QChar::Number_DecimalDigit && digit >= 0)
        return QChar(char16_t(u'0' + digit));
    return c.toLower();
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool belongsTogether(QChar a, QChar b)
{
    return (isDigit(a) && isDigit(b)) || (a.isLetter() && b.isLetter());
}

} // namespace

FieldScan::FieldScan(QStringView text)
{
    bool spaced = false;
    QChar before = u' ';
    for (const QChar typed : text) {
        const QChar c = plain(typed);
        if (c == u' ') {
            spaced = true;
        } else if (!spaced && !m_tokens.empty() && belongsTogether(before, c)) {
            m_tokens.back().text += c;
        } else {
            m_tokens.push_back({QString(c), spaced});
            spaced = false;
        }
        before = c;
    }
}

QStringView FieldScan::at(std::size_t index) const
{
    return index < m_tokens.size() ? QStringView(m_tokens[index].text) : QStringView();
}

bool FieldScan::word(QStringView word)
{
    if (at(m_at) != word)
        return false;
    ++m_at;
    return true;
}

bool FieldScan::phrase(std::initializer_list<QStringView> phrases)
{
    for (const QStringView phrase : phrases) {
        const std::size_t start = m_at;
        bool fits = true;
        for (const QStringView part : phrase.split(u' '))
            fits = fits && word(part);
        if (fits)
            return true;
        m_at = start;
    }
    return false;
}

std::optional<int> FieldScan::abbreviation(std::initializer_list<QStringView> words)
{
    const QStringView typed = at(m_at);
    int index = 0;
    for (const QStringView word : words) {
        if (typed.size() >= 3 && word.startsWith(typed)) {
            ++m_at;
            return index;
        }
        ++index;
    }
    return std::nullopt;
}

bool FieldScan::sign(char16_t sign)
{
    return word(QStringView(&sign, 1));
}

std::optional<int> FieldScan::number(qsizetype minDigits, qsizetype maxDigits)
{
    const QStringView digits = at(m_at);
    if (digits.size() < minDigits || digits.size() > maxDigits || digits.isEmpty() ||
        !isDigit(digits.front()))
        return std::nullopt;
    ++m_at;
    return digits.toInt();
}

} // namespace timing
