// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/numbermodel.h"

#include <bit>

namespace archive {

namespace {

/// Also right for the lowest number, which has no positive counterpart.
quint64 magnitudeOf(qint64 number)
{
    return number < 0 ? quint64(0) - quint64(number) : quint64(number);
}

} // namespace

BitModel &NumberModel::detail(int length, quint32 prefix)
{
    return m_detail[size_t(length) * (1U << learntBits) + prefix];
}

void NumberModel::put(BitWriter &out, qint64 number)
{
    const quint64 magnitude = magnitudeOf(number);
    const int length = int(std::bit_width(magnitude));
    for (int i = 0; i < length; ++i)
        out.put(m_longer[size_t(i)], true);
    if (length < 64)
        out.put(m_longer[size_t(length)], false);
    if (length == 0)
        return;
    out.putPlain(number < 0 ? 1 : 0, 1);
    const int below = length - 1;
    const int learnt = qMin(below, learntBits);
    quint32 prefix = 1;
    for (int i = 1; i <= learnt; ++i) {
        const bool bit = (magnitude >> (below - i)) & 1;
        out.put(detail(length, prefix), bit);
        prefix = (prefix << 1) | quint32(bit);
    }
    out.putPlain(magnitude, below - learnt);
}

qint64 NumberModel::get(BitReader &in)
{
    int length = 0;
    while (length < 64 && in.get(m_longer[size_t(length)]))
        ++length;
    if (length == 0)
        return 0;
    const bool negative = in.getPlain(1) != 0;
    const int below = length - 1;
    const int learnt = qMin(below, learntBits);
    quint32 prefix = 1;
    for (int i = 0; i < learnt; ++i)
        prefix = (prefix << 1) | quint32(in.get(detail(length, prefix)));
    const int plain = below - learnt;
    const quint64 magnitude = (quint64(prefix) << plain) | in.getPlain(plain);
    return qint64(negative ? quint64(0) - magnitude : magnitude);
}

} // namespace archive
