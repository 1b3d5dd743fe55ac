// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/businessdays.h"

#include "timing/zone.h"

namespace incident {

base::Instant afterBusinessDays(base::Instant from, int days, const QString &zone)
{
    const QTimeZone used = timing::zoneByName(zone).value_or(QTimeZone::utc());
    const QDateTime local = timing::toLocal(from, used);
    QDate date = local.date();
    for (int left = days; left > 0;) {
        date = date.addDays(1);
        if (date.dayOfWeek() <= Qt::Friday)
            --left;
    }
    const auto instants = timing::instantsOf(date, local.time(), used);
    // In the hour that a clock change skips there is no such wall time.
    return instants.empty() ? from + std::chrono::days(local.date().daysTo(date))
                            : instants.front();
}

} // namespace incident
