// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/facts.h"
#include "reading/point.h"

#include <QDate>

namespace reading {

enum class Tense { Unsaid, Past, Present, Future };

/// What a time phrase is read against.
struct Frame
{
    std::optional<Instant> posted; ///< of the revision; nothing if nobody says
    Tense tense = Tense::Unsaid;
    std::optional<QDate> day;       ///< named earlier in the text
    std::optional<Instant> earlier; ///< of the same story, for what comes after it
    std::optional<Point> part;      ///< of a day, named before any clock time
    Bounds span;                    ///< of the trouble that is being told of
    bool isFull = false;            ///< the author writes the 24-hour clock
    bool isFresh = false;           ///< `earlier` was told in an earlier revision
};

/// A point with its day found.
struct Resolved
{
    Bounds bounds;            ///< `by T` has no lo yet
    std::optional<QDate> day; ///< if the words name one
    PointHedge hedge = PointHedge::None;
    bool isDaypart = false; ///< a part of a day or a whole one: no clock time
};

/// Turns wall times of one zone into instants. Keeps what it learned about clock changes, so that a
/// long text costs no more per time than a short one.
class WallTime
{
public:
    explicit WallTime(const QTimeZone &zone);

    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] QDate dateOf(Instant at) const;

    /// The point's lo and hi. Nothing in them when the text leaves the day or the hour open, or
    /// names an hour that a clock change skips (which is warned about).
    [[nodiscard]] Resolved resolve(const Point &point, const Frame &frame);
    /// Both ends of a range: what one end leaves out (half of the day, day, zone) the other gives.
    [[nodiscard]] std::pair<Resolved, Resolved> resolve(Point from, Point to, const Frame &frame);

    /// The same wall times `by` (whole days) later.
    [[nodiscard]] Bounds sameWall(const Bounds &at, std::chrono::seconds by);
    /// The first and the last minute of a day.
    [[nodiscard]] std::pair<Instant, Instant> dayBounds(QDate date);
    [[nodiscard]] QStringList warnings() const { return m_warnings; }

private:
    struct Place ///< the zone that a point is told in
    {
        QTimeZone zone;
        bool isPage = true;
    };

    [[nodiscard]] Place placeOf(const Point &point, const Frame &frame) const;
    [[nodiscard]] std::optional<Resolved> begunBy(Point from, const Point &to,
                                                  const Resolved &start, const Frame &frame);
    /// The zone as it holds for the other end of a range as well.
    [[nodiscard]] std::optional<ZoneName> shared(std::optional<ZoneName> zone,
                                                 const Frame &frame) const;
    [[nodiscard]] std::optional<QDate> dayOf(const Day &day, QDate today, Tense tense) const;
    [[nodiscard]] std::vector<int> minutesOf(const Clock &clock, bool isFull) const;
    [[nodiscard]] std::optional<Instant> clockInstant(const Point &point, const Frame &frame,
                                                      const Place &place);
    [[nodiscard]] std::optional<Instant> nextMinute(const Clock &clock, const Frame &frame,
                                                    const Place &place);
    [[nodiscard]] std::optional<Instant> inSpan(const std::vector<int> &minutes, const Frame &frame,
                                                const Place &place);
    [[nodiscard]] std::optional<Instant> inPart(const Point &point, const Frame &frame,
                                                const Place &place, QDate base);
    [[nodiscard]] std::optional<Instant> inNamedPart(const Point &point, const Frame &frame,
                                                     const Place &place);
    [[nodiscard]] Bounds partBounds(const Point &point, const Frame &frame, const Place &place);
    [[nodiscard]] QDate partDate(const Point &point, const Frame &frame, const Place &place) const;
    [[nodiscard]] std::optional<Instant> instant(QDate date, int minute, const Place &place,
                                                 bool warns = true);
    void warn(const QString &sentence);

    QTimeZone m_zone;
    bool m_isMonthFirst = false;
    QStringList m_warnings;
    mutable QHash<qint64, int> m_offsets; ///< of days without a clock change, minutes
};

} // namespace reading
