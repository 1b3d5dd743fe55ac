// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace archive {

/// What has been seen of one kind of bit so far. Begins undecided and learns fast, because a chunk
/// holds only a few hundred samples.
class BitModel
{
public:
    /// The probability of a zero, in 1/65536, never 0 and never 1.
    [[nodiscard]] quint32 zero() const { return m_zero; }
    void learn(bool bit);

private:
    quint16 m_zero = 1U << 15;
    quint8 m_seen = 0;
};

/// An adaptive binary range coder: a bit costs as much as it surprises its model. The arithmetic is
/// that of LZMA's (32-bit range, carry through a cached byte).
class BitWriter
{
public:
    void put(BitModel &model, bool bit);
    /// `count` (0..64) bits of a number, highest first, that no model could guess.
    void putPlain(quint64 value, int count);
    /// All that was put.
    [[nodiscard]] QByteArray finish();

private:
    void shiftOut();
    void narrow(quint32 bound, bool upper);

    QByteArray m_bytes;
    quint64 m_low = 0;
    quint32 m_range = 0xffffffffU;
    quint64 m_pending = 1; ///< bytes that a carry may still change: the cache and the 0xff after it
    quint8 m_cache = 0;
};

/// Reads what a BitWriter wrote, with models in the same state. Behind the end it reads zeros: what
/// comes out of damaged bytes is nonsense, but it comes to an end.
class BitReader
{
public:
    explicit BitReader(QByteArrayView bytes);

    [[nodiscard]] bool get(BitModel &model);
    [[nodiscard]] quint64 getPlain(int count);

private:
    [[nodiscard]] quint8 next();
    [[nodiscard]] bool isUpper(quint32 bound);

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    quint32 m_code = 0;
    quint32 m_range = 0xffffffffU;
};

} // namespace archive
