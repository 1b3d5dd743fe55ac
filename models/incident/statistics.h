// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/aggregate.h"

#include <QDate>
#include <QTimeZone>

/// What many incidents say together. Pure.
namespace incident {

/// So many of something, and how long it was down in all.
struct Share
{
    QString name; ///< a component, or the code of a factor; empty: nobody said
    int incidents = 0;
    RoughDuration downtime; ///< unknown if no length is known

    bool operator==(const Share &) const = default;
};

struct MonthShare
{
    QDate month; ///< its first day
    int incidents = 0;
    RoughDuration downtime; ///< of the windows that began in it

    bool operator==(const MonthShare &) const = default;
};

/// A median with what it lies between.
struct FigureRange
{
    Aggregate aggregate;
    std::optional<Span> least; ///< the lowest that a value can have been
    std::optional<Span> most;  ///< nothing if the highest is not bounded

    bool operator==(const FigureRange &) const = default;
};

struct Statistics
{
    int incidents = 0;                ///< unplanned ones that were not dismissed
    std::vector<MonthShare> months;   ///< oldest first, without gaps
    std::vector<Share> components;    ///< longest down first
    std::vector<Share> causes;        ///< most frequent trigger first
    std::vector<FigureRange> figures; ///< of all there are, planned work included
    std::vector<std::pair<PromiseStatus, int>> promises;

    bool operator==(const Statistics &) const = default;
};

/// Months are those of `zone`.
[[nodiscard]] Statistics statisticsOf(std::span<const Incident> incidents, const QTimeZone &zone);

} // namespace incident
