// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/clockwords.h"

#include "timing/zone.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

namespace wording {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// What is further away is told in days.
constexpr auto runsOnTheClock = 24h;
/// What is due within that time is counted down.
constexpr auto isPressing = 1h;
constexpr int daysUntilTheYearIsSaid = 180;

QString twoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

} // namespace

QString elapsedClock(base::Span span)
{
    span = std::max(span, base::Span(0));
    return twoDigits(span / 1h) + u':' + twoDigits(span % 1h / 1min) + u':' +
           twoDigits(span % 1min / 1s);
}

QString countdownClock(base::Span span)
{
    span = std::max(span, base::Span(0));
    const QString seconds = u':' + twoDigits(span % 1min / 1s);
    if (span < 1h)
        return QString::number(span / 1min) + seconds;
    return QString::number(span / 1h) + u':' + twoDigits(span % 1h / 1min) + seconds;
}

QString dueWords(base::Instant due, base::Instant now)
{
    if (due == now)
        return Words::tr("due now");
    const base::Span away = due > now ? due - now : now - due;
    if (away >= runsOnTheClock) {
        const int days = int(away / 24h);
        return due > now ? Words::tr("due in %n days", nullptr, days)
                         : Words::tr("overdue by %n days", nullptr, days);
    }
    return due > now ? Words::tr("due in %1", "a countdown").arg(countdownClock(away))
                     : Words::tr("overdue by %1", "a countdown").arg(countdownClock(away));
}

QString dueMoment(base::Instant due, base::Instant now, const QTimeZone &zone)
{
    if (due < now + isPressing)
        return dueWords(due, now);
    const QDateTime at = timing::toLocal(due, zone);
    const qint64 days = timing::toLocal(now, zone).date().daysTo(at.date());
    // What is due by a day is due when it ends.
    const bool isWholeDay = at.time().hour() == 23 && at.time().minute() == 59;
    const QString clock = isWholeDay ? QString() : at.time().toString(u" HH:mm"_s);
    if (days == 0)
        return (isWholeDay ? Words::tr("due today") : Words::tr("due today,")) + clock;
    if (days == 1)
        return (isWholeDay ? Words::tr("due tomorrow") : Words::tr("due tomorrow,")) + clock;
    const QString day = QLocale::c().toString(
        at.date(), days < daysUntilTheYearIsSaid ? u"ddd d MMM"_s : u"d MMM yyyy"_s);
    //: %1 a date
    return Words::tr("due %1").arg(day + (isWholeDay ? QString() : u","_s + clock));
}

QString awayWords(base::Instant at, base::Instant now)
{
    const base::Span away = at > now ? at - now : now - at;
    if (away < 1min)
        return Words::tr("now");
    return at > now ? Words::tr("in %1", "a short length").arg(shortLength(away))
                    : Words::tr("%1 ago", "a short length").arg(shortLength(away));
}

QString shortLength(base::Span span)
{
    span = std::max(span, base::Span(0));
    const qint64 minutes = span / 1min;
    if (minutes < 1)
        return Words::tr("%1 s", "seconds").arg(span.count());
    if (minutes < 60)
        return Words::tr("%1 min", "minutes").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 24)
        return minutes % 60
                   ? Words::tr("%1 h %2 min", "hours, minutes").arg(hours).arg(minutes % 60)
                   : Words::tr("%1 h", "hours").arg(hours);
    return hours % 24 ? Words::tr("%1 d %2 h", "days, hours").arg(hours / 24).arg(hours % 24)
                      : Words::tr("%1 d", "days").arg(hours / 24);
}

} // namespace wording
