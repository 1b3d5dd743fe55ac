// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <QtGlobal>
#include <span>
#include <vector>

namespace archive {

/// How the values of a chunk become whole numbers and come back to the last bit. Measured values
/// mostly have few decimals; those that have not are taken as the bits they are made of.
class Decimals
{
public:
    /// The fewest decimals that lose nothing.
    [[nodiscard]] static Decimals of(std::span<const double> values);
    /// By its code(); nothing if there is no such code.
    [[nodiscard]] static std::optional<Decimals> fromCode(int code);

    [[nodiscard]] int code() const { return m_places; }
    /// Whether the numbers are so small that sums of some of them cannot overflow.
    [[nodiscard]] bool areNumbers() const { return m_places != bits; }
    [[nodiscard]] qint64 toNumber(double value) const;
    [[nodiscard]] double toValue(qint64 number) const;

private:
    static constexpr int bits = 15; ///< the code for values as they are made of bits

    explicit Decimals(int places)
        : m_places(places)
    {}

    [[nodiscard]] bool keeps(double value) const;

    int m_places;
};

} // namespace archive
