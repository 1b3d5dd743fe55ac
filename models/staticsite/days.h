// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/page.h"
#include "staticsite/times.h"

#include <map>

namespace staticsite {

/// How many days the bars go back.
inline constexpr int shownDays = 90;

/// How one day of one component is shown. In rising order of what readers have to know.
enum class DayState { Quiet, NotRecorded, Maintenance, Degraded, PartialOutage, MajorOutage };

struct Day
{
    QDate date;
    DayState state = DayState::NotRecorded;
    QStringList titles; ///< of the threads that touch it

    bool operator==(const Day &) const = default;
};

/// The stretches in which components were in trouble, found once for all days and components.
class TroubleByComponent
{
public:
    struct Stretch
    {
        base::Instant from{}; ///< the earliest it can have begun
        base::Instant to{};   ///< the latest it can have ended
        DayState state = DayState::MajorOutage;
        QString title;
    };

    /// Of trouble that was over before `from` it knows nothing.
    TroubleByComponent(const std::vector<const publish::Thread *> &threads, base::Instant from,
                       base::Instant now);

    [[nodiscard]] const std::vector<Stretch> &of(const QString &component) const;

private:
    std::map<QString, std::vector<Stretch>> m_stretches;
};

/// The days up to and including `today`, oldest first. A day before `since` is not recorded unless
/// something is known of it; without `since` none is recorded: unknown is not up.
[[nodiscard]] std::vector<Day> daysOf(const std::vector<TroubleByComponent::Stretch> &trouble,
                                      std::optional<base::Instant> since, QDate today, int count,
                                      const Times &times);

} // namespace staticsite
