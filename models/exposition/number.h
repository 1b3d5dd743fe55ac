// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <QByteArrayView>

/// Numbers as both formats write them.
namespace exposition {

/// Decimal, with or without point and exponent; NaN and infinity in any case. Nothing for what is
/// not a number or does not fit a double; what is too small to fit is 0.
[[nodiscard]] std::optional<double> number(QByteArrayView text);

/// The same without NaN and infinity.
[[nodiscard]] std::optional<double> realNumber(QByteArrayView text);

/// Decimal digits with an optional sign, within 64 bits.
[[nodiscard]] std::optional<qint64> integer(QByteArrayView text);

/// Compares two real numbers by all their digits, where doubles are too coarse: nanoseconds of a
/// present time are. Below 0 if the first is less, 0 if they are equal, else above 0.
[[nodiscard]] int compareExactly(QByteArrayView a, QByteArrayView b);

} // namespace exposition
