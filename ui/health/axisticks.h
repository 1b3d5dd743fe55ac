// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <QList>
#include <QString>
#include <QTimeZone>

/// Where an axis is labelled, and how.
namespace ui {

struct TimeTick
{
    base::InstantMs at{};
    QString label; ///< "16:08", at midnight "22 Nov"

    bool operator==(const TimeTick &) const = default;
};

/// Round times of the zone's clock between `from` and `to`, at most `most` (1 or more) of them.
[[nodiscard]] QList<TimeTick> timeTicks(base::InstantMs from, base::InstantMs to, int most,
                                        const QTimeZone &zone);

/// What the value axis covers and where it has lines.
struct ValueAxis
{
    double low = 0;
    double high = 1;     ///< over `low`
    QList<double> ticks; ///< round values in low..high

    bool operator==(const ValueAxis &) const = default;
};

/// An axis from zero (or below the lowest value, if that is negative) with some room over the
/// highest, and two to five ticks. Percentages always have 0..100.
[[nodiscard]] ValueAxis valueAxis(double lowest, double highest, const QString &unit);

/// A value with its unit, short: "212 ms", "1.9 s", "42 %", "3.1 MB/s", "3.1".
[[nodiscard]] QString quantityText(double value, const QString &unit);

} // namespace ui
