// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/length.h"

#include <cmath>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "and a half", "and three quarter" or "½" behind a number: what it adds, and the token past it.
std::pair<double, int> partBehind(const Tokens &tokens, int at)
{
    if (at < int(tokens.size()) && tokens[at].text == u"\u00bd")
        return {0.5, at + 1};
    if (!wordAt(tokens, at, "and"_L1))
        return {0, at};
    const bool isOne = wordAt(tokens, at + 1, "a"_L1) || wordAt(tokens, at + 1, "one"_L1);
    const bool isThree = wordAt(tokens, at + 1, "three"_L1);
    if (isOne && wordAt(tokens, at + 2, "half"_L1))
        return {0.5, at + 3};
    if ((isOne || isThree) &&
        (wordAt(tokens, at + 2, "quarter"_L1) || wordAt(tokens, at + 2, "quarters"_L1)))
        return {isThree ? 0.75 : 0.25, at + 3};
    return {0, at};
}

Quantity withPart(const Tokens &tokens, double value, int end)
{
    const auto [part, behind] = partBehind(tokens, end);
    return {value + part, value + part, false, false, behind};
}

std::optional<Quantity> inFigures(const Tokens &tokens, int at)
{
    const Digits &digits = tokens[at].digits;
    if (digits.parts == 1)
        return withPart(tokens, digits.part[0], at + 1);
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
    Quantity quantity = withPart(tokens, value, end);
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
