// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/bitcoder.h"

#include <array>

namespace archive {

/// Learns how large some signed numbers are: small ones that come often cost little, and any 64-bit
/// number can be written. A number is its sign, how many bits it has, and the bits below the
/// highest, of which the upper ones are learnt too.
class NumberModel
{
public:
    void put(BitWriter &out, qint64 number);
    [[nodiscard]] qint64 get(BitReader &in);

private:
    static constexpr int learntBits = 3;

    /// Which model the next learnt bit of a magnitude with `length` bits has; `prefix` are those
    /// before it, with a one in front.
    [[nodiscard]] BitModel &detail(int length, quint32 prefix);

    std::array<BitModel, 65> m_longer;
    std::array<BitModel, 65 * (1U << learntBits)> m_detail;
};

} // namespace archive
