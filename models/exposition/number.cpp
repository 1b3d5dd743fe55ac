// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/number.h"

#include <charconv>
#include <limits>
#include <QByteArray>

namespace exposition {

namespace {

constexpr qint64 farExponent = 1'000'000'000;

/// A real number in parts. Its value is 0.DIGITS * 10^exponent.
struct Decimal
{
    bool isNegative = false;
    QByteArray digits; ///< without zeros at either end; empty for 0
    qint64 exponent = 0;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

qsizetype skipDigits(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

bool isReal(QByteArrayView text)
{
    qsizetype at = !text.isEmpty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const qsizetype whole = at;
    at = skipDigits(text, at);
    qsizetype digits = at - whole;
    if (at < text.size() && text[at] == '.') {
        const qsizetype fraction = at + 1;
        at = skipDigits(text, fraction);
        digits += at - fraction;
    }
    if (digits == 0)
        return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        const qsizetype exponent = at;
        at = skipDigits(text, at);
        if (at == exponent)
            return false;
    }
    return at == text.size();
}

/// Of a text that isReal().
Decimal decimalOf(QByteArrayView text)
{
    Decimal decimal;
    qsizetype at = 0;
    if (text[0] == '-' || text[0] == '+') {
        decimal.isNegative = text[0] == '-';
        ++at;
    }
    bool isFraction = false;
    for (; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
        if (text[at] == '.') {
            isFraction = true;
            continue;
        }
        const bool isLeadingZero = decimal.digits.isEmpty() && text[at] == '0';
        if (!isLeadingZero)
            decimal.digits += text[at];
        if (!isFraction && !isLeadingZero)
            ++decimal.exponent;
        if (isFraction && isLeadingZero)
            --decimal.exponent;
    }
    while (decimal.digits.endsWith('0'))
        decimal.digits.chop(1);
    if (at < text.size()) {
        const QByteArrayView written = text.sliced(at + 1);
        const qint64 far = written.startsWith('-') ? -farExponent : farExponent;
        decimal.exponent += qBound(-farExponent, integer(written).value_or(far), farExponent);
    }
    return decimal;
}

std::optional<double> special(QByteArrayView text)
{
    const bool isSigned = text.startsWith('-') || text.startsWith('+');
    const QByteArrayView name = isSigned ? text.sliced(1) : text;
    const auto is = [&](QByteArrayView word) {
        return name.compare(word, Qt::CaseInsensitive) == 0;
    };
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (is("inf") || is("infinity"))
        return text.startsWith('-') ? -infinity : infinity;
    if (is("nan") && !isSigned)
        return std::numeric_limits<double>::quiet_NaN();
    return std::nullopt;
}

} // namespace

std::optional<double> realNumber(QByteArrayView text)
{
    if (!isReal(text))
        return std::nullopt;
    double value = 0;
    const char *const begin = text.data() + (text[0] == '+' ? 1 : 0);
    const auto read = std::from_chars(begin, text.data() + text.size(), value);
    if (read.ec == std::errc())
        return value;
    const Decimal decimal = decimalOf(text);
    if (decimal.exponent > 0)
        return std::nullopt;
    return decimal.isNegative ? -0.0 : 0.0;
}

std::optional<double> number(QByteArrayView text)
{
    if (const auto value = realNumber(text))
        return value;
    return special(text);
}

std::optional<qint64> integer(QByteArrayView text)
{
    const QByteArrayView digits = text.startsWith('+') ? text.sliced(1) : text;
    qint64 value = 0;
    const char *const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value);
    if (digits.isEmpty() || read.ec != std::errc() || read.ptr != end ||
        (text.startsWith('+') && digits.startsWith('-')))
        return std::nullopt;
    return value;
}

int compareExactly(QByteArrayView a, QByteArrayView b)
{
    const Decimal left = decimalOf(a);
    const Decimal right = decimalOf(b);
    const auto sign = [](const Decimal &decimal) {
        if (decimal.digits.isEmpty())
            return 0;
        return decimal.isNegative ? -1 : 1;
    };
    if (sign(left) != sign(right) || sign(left) == 0)
        return sign(left) - sign(right);
    const int bySize = left.exponent == right.exponent  ? left.digits.compare(right.digits)
                       : left.exponent < right.exponent ? -1
                                                        : 1;
    return sign(left) * bySize;
}

} // namespace exposition
