// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/bitcoder.h"

namespace archive {

namespace {

constexpr int probabilityBits = 16;
constexpr quint32 certain = 1U << probabilityBits;
constexpr quint32 leastProbable = 64;
/// After this many bits old ones begin to be forgotten.
constexpr int memory = 60;
/// The range is widened by a byte when its upper byte is used up.
constexpr quint32 narrowest = 1U << 24;
constexpr quint64 carry = quint64(1) << 32;

} // namespace

void BitModel::learn(bool bit)
{
    const int target = bit ? 0 : int(certain);
    const int moved = int(m_zero) + (target - int(m_zero)) / (int(m_seen) + 2);
    m_zero = quint16(qBound(int(leastProbable), moved, int(certain - leastProbable)));
    if (m_seen < memory)
        ++m_seen;
}

void BitWriter::put(BitModel &model, bool bit)
{
    narrow((m_range >> probabilityBits) * model.zero(), bit);
    model.learn(bit);
}

void BitWriter::putPlain(quint64 value, int count)
{
    for (int bit = count - 1; bit >= 0; --bit)
        narrow(m_range >> 1, (value >> bit) & 1);
}

/// The lower part of the range means zero, the upper part one.
void BitWriter::narrow(quint32 bound, bool upper)
{
    if (upper) {
        m_low += bound;
        m_range -= bound;
    } else {
        m_range = bound;
    }
    while (m_range < narrowest) {
        m_range <<= 8;
        shiftOut();
    }
}

void BitWriter::shiftOut()
{
    if (m_low < 0xff000000U || m_low >= carry) {
        const auto carried = quint8(m_low >> 32);
        for (; m_pending > 0; --m_pending) {
            m_bytes.append(char(quint8(m_cache + carried)));
            m_cache = 0xff;
        }
        m_cache = quint8(m_low >> 24);
    }
    ++m_pending;
    m_low = (m_low & 0x00ffffffU) << 8;
}

QByteArray BitWriter::finish()
{
    for (int i = 0; i < 5; ++i)
        shiftOut();
    // The first byte is always zero. Zeros at the end need not be stored: the reader makes them up.
    m_bytes.remove(0, 1);
    qsizetype length = m_bytes.size();
    while (length > 0 && m_bytes[length - 1] == '\0')
        --length;
    m_bytes.truncate(length);
    return m_bytes;
}

BitReader::BitReader(QByteArrayView bytes)
    : m_bytes(bytes)
{
    for (int i = 0; i < 4; ++i)
        m_code = (m_code << 8) | next();
}

quint8 BitReader::next()
{
    return m_at < m_bytes.size() ? quint8(m_bytes[m_at++]) : quint8(0);
}

bool BitReader::isUpper(quint32 bound)
{
    const bool upper = m_code >= bound;
    if (upper) {
        m_code -= bound;
        m_range -= bound;
    } else {
        m_range = bound;
    }
    while (m_range < narrowest) {
        m_range <<= 8;
        m_code = (m_code << 8) | next();
    }
    return upper;
}

bool BitReader::get(BitModel &model)
{
    const bool bit = isUpper((m_range >> probabilityBits) * model.zero());
    model.learn(bit);
    return bit;
}

quint64 BitReader::getPlain(int count)
{
    quint64 value = 0;
    for (; count > 0; --count)
        value = (value << 1) | quint64(isUpper(m_range >> 1));
    return value;
}

} // namespace archive
