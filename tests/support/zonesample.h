// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QTimeZone>
#include <vector>

/// Zones with every habit that clocks have, and what their clocks do, taken from the list of their
/// changes: the other way round from how the program asks.
namespace support {

/// Half hours and quarters, southern and northern summers, changes that ended, moon calendars.
inline const std::vector<QByteArray> &sampleZones()
{
    static const std::vector<QByteArray> zones{
        "UTC",
        "Europe/London",
        "Europe/Dublin",
        "Europe/Berlin",
        "Europe/Istanbul",
        "Europe/Moscow",
        "America/New_York",
        "America/St_Johns",
        "America/Sao_Paulo",
        "America/Santiago",
        "America/Havana",
        "America/Caracas",
        "America/Los_Angeles",
        "America/Nuuk",
        "Africa/Casablanca",
        "Africa/Cairo",
        "Asia/Kathmandu",
        "Asia/Kolkata",
        "Asia/Tehran",
        "Asia/Gaza",
        "Asia/Pyongyang",
        "Asia/Tokyo",
        "Australia/Lord_Howe",
        "Australia/Adelaide",
        "Australia/Eucla",
        "Pacific/Apia",
        "Pacific/Chatham",
        "Pacific/Norfolk",
        "Pacific/Kiritimati",
        "Antarctica/Troll",
    };
    return zones;
}

/// One change of the clocks.
struct ClockChange
{
    base::Instant at{};
    base::Span before{0}; ///< east of UTC
    base::Span after{0};

    [[nodiscard]] bool skips() const { return after > before; }
    [[nodiscard]] bool repeats() const { return after < before; }
    /// The wall times, told as if they were UTC, that are skipped or repeated: from..to.
    [[nodiscard]] base::Instant from() const { return at + std::min(before, after); }
    [[nodiscard]] base::Instant to() const { return at + std::max(before, after); }
};

/// All changes of the offset from `first` to `last`, in order.
inline std::vector<ClockChange> changesOf(const QTimeZone &zone, const QDateTime &first,
                                          const QDateTime &last)
{
    std::vector<ClockChange> changes;
    auto offset = base::Span(zone.offsetFromUtc(first));
    for (const auto &transition : zone.transitions(first, last)) {
        const auto next = base::Span(transition.offsetFromUtc);
        if (next != offset)
            changes.push_back(
                {base::Instant(base::Span(transition.atUtc.toSecsSinceEpoch())), offset, next});
        offset = next;
    }
    return changes;
}

/// How many instants a wall time (as if it were UTC) names, by the list of changes.
inline int namesOf(base::Instant wall, const std::vector<ClockChange> &changes)
{
    for (const ClockChange &change : changes) {
        if (wall >= change.from() && wall < change.to())
            return change.skips() ? 0 : 2;
    }
    return 1;
}

/// From `first` up to `last`, a whole number of seconds.
inline base::Instant randomInstant(QRandomGenerator &random, base::Instant first,
                                   base::Instant last)
{
    const auto span = quint64((last - first).count());
    return first + base::Span(qint64(random.generate64() % span));
}

} // namespace support
