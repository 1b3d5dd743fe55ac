// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/decimals.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace archive {

namespace {

constexpr double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
constexpr int mostPlaces = int(std::size(powers)) - 1;
constexpr double largest = double(qint64(1) << 50);

} // namespace

bool Decimals::keeps(double value) const
{
    const double scaled = value * powers[m_places];
    return std::abs(scaled) < largest &&
           std::bit_cast<quint64>(toValue(toNumber(value))) == std::bit_cast<quint64>(value);
}

Decimals Decimals::of(std::span<const double> values)
{
    Decimals decimals(0);
    for (const double value : values) {
        while (!decimals.keeps(value)) {
            if (decimals.m_places == mostPlaces)
                return Decimals(bits);
            ++decimals.m_places;
        }
    }
    // More places can be too many for a large value that came before.
    const bool all =
        std::ranges::all_of(values, [&](double value) { return decimals.keeps(value); });
    return all ? decimals : Decimals(bits);
}

std::optional<Decimals> Decimals::fromCode(int code)
{
    if (code != bits && (code < 0 || code > mostPlaces))
        return std::nullopt;
    return Decimals(code);
}

qint64 Decimals::toNumber(double value) const
{
    if (m_places == bits)
        return std::bit_cast<qint64>(value);
    return std::llround(value * powers[m_places]);
}

double Decimals::toValue(qint64 number) const
{
    if (m_places == bits)
        return std::bit_cast<double>(number);
    return double(number) / powers[m_places];
}

} // namespace archive
