// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/id.h"

#include <QRandomGenerator>
#include <QUuid>

namespace base {

namespace {

constexpr quint32 counterBits = 18;
constexpr quint32 counterLimit = 1U << counterBits;

QString format(quint64 ms, quint32 counter, quint64 random)
{
    // 48 bits of time, version, 12 high bits of the counter, variant, 6 low bits, 56 random bits.
    const uint high = uint(ms >> 16);
    const ushort middle = ushort(ms & 0xffff);
    const ushort third = ushort(0x7000 | (counter >> 6));
    const uchar fourth = uchar(0x80 | (counter & 0x3f));
    return QUuid(high, middle, third, fourth, uchar(random), uchar(random >> 8),
                 uchar(random >> 16), uchar(random >> 24), uchar(random >> 32), uchar(random >> 40),
                 uchar(random >> 48))
        .toString(QUuid::WithoutBraces);
}

} // namespace

IdSource::IdSource(const Clock &clock)
    : m_clock(clock)
{}

QString IdSource::next()
{
    const auto ms = quint64(m_clock.nowMs().time_since_epoch().count());
    if (ms > m_lastMs) {
        m_lastMs = ms;
        m_counter = QRandomGenerator::global()->bounded(counterLimit / 2);
    } else if (++m_counter == counterLimit) {
        ++m_lastMs;
        m_counter = 0;
    }
    return format(m_lastMs, m_counter, QRandomGenerator::global()->generate64());
}

void IdSource::startAfter(const QString &id)
{
    const QUuid uuid(id);
    if (uuid.variant() != QUuid::DCE || uuid.data3 >> 12 != 7)
        return;
    const quint64 ms = quint64(uuid.data1) << 16 | uuid.data2;
    const quint32 counter = quint32(uuid.data3 & 0xfff) << 6 | (uuid.data4[0] & 0x3f);
    if (ms < m_lastMs || (ms == m_lastMs && counter <= m_counter))
        return;
    m_lastMs = ms;
    m_counter = counter;
}

QString shortId(const QString &id)
{
    return id.right(8);
}

} // namespace base
