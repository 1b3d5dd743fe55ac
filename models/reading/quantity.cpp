// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/length.h"

#include <cmath>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "and a half" or "½" behind a number.
int halfBehind(const Tokens &tokens, int at)
{
    if (wordAt(tokens, at, "and"_L1) && wordAt(tokens, at + 1, "a"_L1) &&
        wordAt(tokens, at + 2, "half"_L1))
        return at + 3;
    if (at < int(tokens.size()) && tokens[at].text == u"\u00bd")
        return at + 1;
    return at;
}

Quantity withHalf(const Tokens &tokens, double value, int end)
{
    const int behind = halfBehind(tokens, end);
    return {behind > end ? value + 0.5 : value, behind > end ? value + 0.5 : value, false, false,
            behind};
}

std::optional<Quantity> inFigures(const Tokens &tokens, int at)
{
    const Digits &digits = tokens[at].digits;
    if (digits.parts == 1)
        return withHalf(tokens, digits.part[0], at + 1);
    if (digits.parts == 2 && digits.separator == u'.') {
        const double value = digits.part[0] + digits.part[1] / std::pow(10.0, digits.width[1]);
        return Quantity{value, value, false, false, at + 1};
    }
    return std::nullopt;
}

/// "twenty-five", "a hundred and twenty"
std::optional<Quantity> inWords(const Lexicon &lexicon, const Tokens &tokens, int at)
{
    const Match first = lexicon.longest(Category::Number, tokens, at);
    if (!first)
        return std::nullopt;
    int end = at + first.length;
    const std::vector<int> &numbers = first.entry->numbers;
    if (numbers.size() == 2)
        return Quantity{double(numbers[0]), double(numbers[1]), true, false, end};
    int value = numbers.empty() ? 0 : numbers[0];
    const bool isArticle = first.entry->text == "article"_L1;
    if (wordAt(tokens, end, "hundred"_L1)) {
        value *= 100;
        end += wordAt(tokens, end + 1, "and"_L1) ? 2 : 1;
        const Match rest = lexicon.longest(Category::Number, tokens, end);
        if (!rest || rest.entry->numbers.size() != 1 || !rest.entry->text.isEmpty())
            return Quantity{double(value), double(value), false, false, end};
        value += rest.entry->numbers[0];
        end += rest.length;
    }
    if (value % 100 >= 20 && value % 10 == 0) {
        const Match ones = lexicon.longest(Category::Number, tokens, end);
        if (ones && ones.entry->numbers.size() == 1 && ones.entry->text.isEmpty() &&
            ones.entry->numbers[0] < 10) {
            value += ones.entry->numbers[0];
            end += ones.length;
        }
    }
    Quantity quantity = withHalf(tokens, value, end);
    quantity.isArticle = isArticle;
    return quantity;
}

} // namespace

std::optional<Quantity> parseQuantity(const Lexicon &lexicon, const Tokens &tokens, int at)
{
    if (at >= int(tokens.size()))
        return std::nullopt;
    if (tokens[at].isNumber())
        return inFigures(tokens, at);
    if (const Match fraction = lexicon.longest(Category::Fraction, tokens, at)) {
        const double value = double(fraction.entry->numbers[0]) / fraction.entry->numbers[1];
        return Quantity{value, value, false, false, at + fraction.length};
    }
    return inWords(lexicon, tokens, at);
}

} // namespace reading
