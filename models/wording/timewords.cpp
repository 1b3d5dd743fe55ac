// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/timewords.h"

#include "timing/zone.h"

#include <algorithm>
#include <vector>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace wording {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using timing::Precision;

namespace {

constexpr Span widestAround = 30min;
/// Two samples a minute or two apart: readers do not care which of them it was.
constexpr Span narrow = 2min;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// How an instant is told, with the minutes that are named.
struct Shape
{
    enum Kind { Point, Around, Frame, NotBefore, NotAfter };

    Kind kind = Point;
    std::vector<Instant> minutes;
};

Shape boundedShape(const RoughInstant &at, bool isStart)
{
    const Instant lo = publicMinute(*at.lo());
    const Instant hi = publicMinute(*at.hi());
    const Span width = *at.hi() - *at.lo();
    if (lo == hi)
        return {Shape::Point, {lo}};
    const bool around =
        width < 1min || (at.precision() == Precision::About && width <= widestAround);
    if (around)
        return {Shape::Around, {publicMinute(*at.middle())}};
    if (isStart && width <= narrow)
        return {Shape::Around, {lo}};
    return {Shape::Frame, {lo, hi}};
}

Shape shapeOf(const RoughInstant &at, bool isStart = false)
{
    if (at.lo() && at.hi())
        return boundedShape(at, isStart);
    if (at.lo())
        return {Shape::NotBefore, {publicMinute(*at.lo())}};
    return {Shape::NotAfter, {std::chrono::ceil<std::chrono::minutes>(*at.hi())}};
}

/// The clock times of one phrase: the zone once, the date once or, over several days, each time.
QStringList clocksOf(const std::vector<Instant> &minutes, const Reader &reader)
{
    const auto dayOf = [&](Instant at) {
        return timing::toLocal(at, reader.zone).date();
    };
    const bool oneDay = std::ranges::all_of(
        minutes, [&](Instant at) { return dayOf(at) == dayOf(minutes.front()); });
    const bool today = oneDay && dayOf(minutes.front()) == dayOf(reader.day);
    QStringList clocks;
    for (std::size_t i = 0; i < minutes.size(); ++i) {
        const bool last = i + 1 == minutes.size();
        QString clock = clockWords(minutes[i], reader.zone);
        if (last && reader.named)
            clock = Words::tr("%1 %2", "time of day, zone").arg(clock, zoneWords(reader.zone));
        if (!today && (last || !oneDay))
            clock = Words::tr("%1 on %2", "time of day, date")
                        .arg(clock, dateWords(minutes[i], reader.zone, reader.day));
        clocks += clock;
    }
    return clocks;
}

QString plainPattern(Shape::Kind kind)
{
    switch (kind) {
    case Shape::Point:
        return u"%1"_s;
    case Shape::Around:
        return Words::tr("around %1");
    case Shape::Frame:
        return Words::tr("some time between %1 and %2");
    case Shape::NotBefore:
        return Words::tr("some time after %1");
    case Shape::NotAfter:
        break;
    }
    return Words::tr("some time before %1");
}

QString atPattern(Shape::Kind kind)
{
    switch (kind) {
    case Shape::Point:
        return Words::tr("at %1");
    case Shape::Around:
        return Words::tr("around %1");
    case Shape::Frame:
        return Words::tr("between %1 and %2");
    case Shape::NotBefore:
        return Words::tr("after %1");
    case Shape::NotAfter:
        break;
    }
    return Words::tr("before %1");
}

QString sincePattern(Shape::Kind kind)
{
    switch (kind) {
    case Shape::Point:
        return Words::tr("since %1");
    case Shape::Around:
        return Words::tr("since around %1");
    case Shape::Frame:
        return Words::tr("since some time between %1 and %2");
    case Shape::NotBefore:
        return Words::tr("since %1 or later");
    case Shape::NotAfter:
        break;
    }
    return Words::tr("since before %1");
}

QString patternFor(TimeForm form, Shape::Kind kind)
{
    switch (form) {
    case TimeForm::Plain:
        return plainPattern(kind);
    case TimeForm::Since:
        return sincePattern(kind);
    default:
        return atPattern(kind);
    }
}

/// Fills all places in one go, so that nothing in a filled-in text is taken for a place.
QString filled(const QString &pattern, const QStringList &values)
{
    return values.size() > 1 ? pattern.arg(values[0], values[1]) : pattern.arg(values[0]);
}

/// A part of a day, in wall time from its midnight.
struct Part
{
    const char *words;
    int from;
    int to;            ///< minutes; beyond 1440 the next day
    bool isIn = false; ///< "in the early hours", "on the morning"
};

constexpr Part parts[] = {
    {QT_TRANSLATE_NOOP("wording", "the early hours of %1"), 0, 5 * 60, true},
    {QT_TRANSLATE_NOOP("wording", "the morning of %1"), 0, 12 * 60},
    {QT_TRANSLATE_NOOP("wording", "the afternoon of %1"), 12 * 60, 18 * 60},
    {QT_TRANSLATE_NOOP("wording", "the evening of %1"), 18 * 60, 23 * 60},
    {QT_TRANSLATE_NOOP("wording", "the night of %1"), 18 * 60, 30 * 60},
};

/// "the afternoon of 22 November" for what was stated as a part of a day, though the end may have
/// been cut at the time of writing. The early hours have to be whole: cut, they are the morning.
const Part *partOf(const RoughInstant &at, const QTimeZone &zone)
{
    if (at.precision() != Precision::Daypart || !at.lo() || !at.hi())
        return nullptr;
    const QDateTime from = timing::toLocal(*at.lo(), zone);
    const QDateTime to = timing::toLocal(*at.hi(), zone);
    const int start = from.time().msecsSinceStartOfDay() / 60000;
    const int end =
        int(from.date().daysTo(to.date())) * 24 * 60 + to.time().msecsSinceStartOfDay() / 60000;
    for (const Part &part : parts) {
        const bool isWhole = &part != parts || end == part.to;
        if (part.from == start && end <= part.to && isWhole)
            return &part;
    }
    return nullptr;
}

QString daypartWords(const RoughInstant &at, const Reader &reader, TimeForm form)
{
    const Part *part = form == TimeForm::By ? nullptr : partOf(at, reader.zone);
    if (!part)
        return {};
    const QString words = Words::tr(part->words).arg(dateWords(*at.lo(), reader.zone, reader.day));
    if (form == TimeForm::Since)
        return Words::tr("since %1", "a part of a day").arg(words);
    const QString there = part->isIn ? Words::tr("in %1", "a part of a day").arg(words)
                                     : Words::tr("on %1", "a part of a day").arg(words);
    return form == TimeForm::Plain ? Words::tr("some time %1", "on a part of a day").arg(there)
                                   : there;
}

bool isUtc(const QTimeZone &zone)
{
    static const QByteArrayList names{"UTC", "Etc/UTC", "UTC+00:00", "Etc/UCT", "Zulu"};
    return names.contains(zone.id());
}

} // namespace

Reader Reader::withZone() const
{
    Reader reader = *this;
    reader.named = true;
    return reader;
}

QString timeWords(const RoughInstant &at, const Reader &reader, TimeForm form)
{
    if (!at.isKnown())
        return {};
    if (const QString part = daypartWords(at, reader, form); !part.isEmpty())
        return part;
    if (form == TimeForm::By && at.hi()) {
        const Instant latest = std::chrono::ceil<std::chrono::minutes>(*at.hi());
        return filled(Words::tr("by %1", "a time of day"), clocksOf({latest}, reader));
    }
    const Shape shape = shapeOf(at, form == TimeForm::Since);
    return filled(patternFor(form, shape.kind), clocksOf(shape.minutes, reader));
}

bool isOneTime(const RoughInstant &at)
{
    if (!at.isKnown())
        return false;
    const Shape::Kind kind = shapeOf(at, true).kind;
    return kind == Shape::Point || kind == Shape::Around;
}

QString rangeWords(const RoughInstant &start, const RoughInstant &end, const Reader &reader)
{
    if (!start.isKnown() || !end.isKnown())
        return {};
    const Shape from = shapeOf(start, true);
    const Shape to = shapeOf(end);
    std::vector<Instant> minutes = from.minutes;
    minutes.insert(minutes.end(), to.minutes.begin(), to.minutes.end());
    const QStringList clocks = clocksOf(minutes, reader);
    const auto split = qsizetype(from.minutes.size());
    return Words::tr("from %1 to %2")
        .arg(filled(plainPattern(from.kind), clocks.first(split)),
             filled(plainPattern(to.kind), clocks.sliced(split)));
}

QString frameWords(const RoughInstant &start, const RoughInstant &end, const Reader &reader)
{
    if (!start.lo() || !end.hi())
        return {};
    const Instant latest = std::chrono::ceil<std::chrono::minutes>(*end.hi());
    return filled(Words::tr("between %1 and %2"),
                  clocksOf({publicMinute(*start.lo()), latest}, reader));
}

RoughInstant forReaders(const RoughInstant &at)
{
    const bool close = at.precision() == Precision::Between && *at.hi() - *at.lo() >= 1min &&
                       *at.hi() - *at.lo() <= narrow;
    return close ? RoughInstant::about(*at.lo(), 1min) : at;
}

Instant publicMinute(Instant at)
{
    return std::chrono::floor<std::chrono::minutes>(at);
}

QString clockWords(Instant at, const QTimeZone &zone)
{
    const QString clock = timing::toLocal(at, zone).toString(u"HH:mm"_s);
    return timing::isRepeated(at, zone) ? u"%1 (UTC%2)"_s.arg(clock, timing::offsetText(at, zone))
                                        : clock;
}

QString dateWords(Instant at, const QTimeZone &zone, Instant beside)
{
    //: The locale of this language, for the names of months: de_DE, fr_FR, …
    const QLocale locale(Words::tr("en_GB"));
    const QDate date = timing::toLocal(at, zone).date();
    const bool sameYear = date.year() == timing::toLocal(beside, zone).date().year();
    return locale.toString(date, sameYear ? Words::tr("d MMMM", "date format")
                                          : Words::tr("d MMMM yyyy", "date format"));
}

QString zoneWords(const QTimeZone &zone)
{
    if (isUtc(zone))
        return u"UTC"_s;
    if (!zone.id().contains('/') || zone.id().startsWith("Etc/"))
        return QString::fromUtf8(zone.id());
    return Words::tr("%1 time", "a city").arg(timing::zoneCity(zone));
}

} // namespace wording
