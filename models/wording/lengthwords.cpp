// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/timewords.h"

#include <QCoreApplication>
#include <QStringList>

namespace wording {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using timing::Precision;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

QString counted(const char *one, const char *many, qint64 count)
{
    return count == 1 ? Words::tr(one)
                      : QCoreApplication::translate("wording", many, nullptr, int(count));
}

qint64 minutesUp(Span length)
{
    return std::chrono::ceil<std::chrono::minutes>(length).count();
}

qint64 minutesDown(Span length)
{
    return std::chrono::floor<std::chrono::minutes>(length).count();
}

/// "1 hour 5 minutes"
QString numeral(qint64 minutes)
{
    QStringList parts;
    const qint64 days = minutes >= 48 * 60 ? minutes / (24 * 60) : 0;
    const qint64 hours = minutes / 60 - days * 24;
    if (days)
        parts += counted(QT_TRANSLATE_NOOP("wording", "1 day"),
                         QT_TRANSLATE_N_NOOP("wording", "%n days"), days);
    if (hours)
        parts += counted(QT_TRANSLATE_NOOP("wording", "1 hour"),
                         QT_TRANSLATE_N_NOOP("wording", "%n hours"), hours);
    if (minutes % 60 || parts.isEmpty())
        parts += counted(QT_TRANSLATE_NOOP("wording", "1 minute"),
                         QT_TRANSLATE_N_NOOP("wording", "%n minutes"), minutes % 60);
    return parts.join(u' ');
}

/// The same for a number that is meant loosely.
QString loosely(qint64 minutes)
{
    switch (minutes) {
    case 1:
        return Words::tr("a minute");
    case 30:
        return Words::tr("half an hour");
    case 60:
        return Words::tr("an hour");
    case 90:
        return Words::tr("an hour and a half");
    default:
        return numeral(minutes);
    }
}

/// "30 and 40 minutes", with the place of the first number open.
QString pair(const QString &pattern, qint64 lo, qint64 hi)
{
    if (hi < 60)
        return pattern.arg(QString::number(lo), numeral(hi));
    if (lo % 60 == 0 && hi % 60 == 0 && hi < 48 * 60)
        return pattern.arg(QString::number(lo / 60), numeral(hi));
    return pattern.arg(numeral(lo), numeral(hi));
}

/// What is said of a length: a number, or one or two limits.
struct Said
{
    enum Kind { Nothing, TinyLength, Number, Stated, About, Limit, LooseLimit, Frame, Least };

    Kind kind = Nothing;
    qint64 minutes = 0;
    qint64 upTo = 0;
};

Said frame(Span lo, Span hi)
{
    if (minutesDown(lo) <= 0)
        return {Said::Limit, minutesUp(hi)};
    return {Said::Frame, minutesDown(lo), minutesUp(hi)};
}

Said loose(Span lo, Span hi)
{
    if (lo == hi)
        return {Said::Stated, minutesUp(hi)};
    const qint64 middle = minutesUp((lo + hi) / 2);
    const RoughDuration about = RoughDuration::about(std::chrono::minutes(middle));
    if (*about.lo() <= lo && hi <= *about.hi())
        return {Said::About, middle};
    return lo < 1min ? Said{Said::LooseLimit, minutesUp(hi)} : frame(lo, hi);
}

Said saidOf(const RoughDuration &length)
{
    const Span lo = length.lo().value_or(0s);
    const Span hi = length.hi().value_or(0s);
    switch (length.precision()) {
    case Precision::Exact:
        return lo < 1min ? Said{Said::TinyLength} : Said{Said::Number, minutesUp(lo)};
    case Precision::About:
        return hi < 1min ? Said{Said::TinyLength} : loose(lo, hi);
    case Precision::Between:
    case Precision::Daypart:
        return frame(lo, hi);
    case Precision::AtMost:
        return hi < 1min ? Said{Said::TinyLength} : Said{Said::Limit, minutesUp(hi)};
    case Precision::AtLeast:
        return lo < 1min ? Said{} : Said{Said::Least, minutesDown(lo)};
    default:
        return {};
    }
}

QString plain(const Said &said)
{
    switch (said.kind) {
    case Said::Nothing:
        return {};
    case Said::TinyLength:
        return Words::tr("less than a minute");
    case Said::Number:
        return numeral(said.minutes);
    case Said::Stated:
        return loosely(said.minutes);
    case Said::About:
        return Words::tr("about %1", "a length").arg(loosely(said.minutes));
    case Said::Limit:
        return Words::tr("no more than %1").arg(loosely(said.minutes));
    case Said::LooseLimit:
        return Words::tr("no more than about %1").arg(loosely(said.minutes));
    case Said::Frame:
        return pair(Words::tr("between %1 and %2", "lengths"), said.minutes, said.upTo);
    case Said::Least:
        break;
    }
    return Words::tr("at least %1").arg(loosely(said.minutes));
}

QString within(const Said &said)
{
    switch (said.kind) {
    case Said::Nothing:
    case Said::Least:
        return {};
    case Said::TinyLength:
        return Words::tr("within a minute");
    case Said::Number:
        return Words::tr("in %1", "a length").arg(numeral(said.minutes));
    case Said::Stated:
        return Words::tr("in %1", "a length").arg(loosely(said.minutes));
    case Said::About:
        return Words::tr("in about %1").arg(loosely(said.minutes));
    case Said::Limit:
        return Words::tr("within %1").arg(loosely(said.minutes));
    case Said::LooseLimit:
        return Words::tr("within %1 or so").arg(loosely(said.minutes));
    case Said::Frame:
        break;
    }
    return pair(Words::tr("in %1 to %2", "lengths"), said.minutes, said.upTo);
}

/// A difference that came out the other way round.
bool isNegative(const RoughDuration &length)
{
    return length.hi() && *length.hi() < 0s && length.lo();
}

} // namespace

RoughDuration forReaders(const RoughDuration &length)
{
    if (length.precision() != Precision::Between || *length.lo() < 5min)
        return length;
    const auto about = RoughDuration::about(std::chrono::minutes(minutesUp(*length.hi())));
    const bool close = *length.hi() - *length.lo() <= 2min && *about.lo() <= *length.lo();
    return close ? about : length;
}

QString lengthWords(const RoughDuration &length, LengthForm form)
{
    if (isNegative(length)) {
        const auto turned =
            RoughDuration::between(-*length.lo(), -*length.hi(), length.precision());
        return Words::tr("minus %1", "a length").arg(plain(saidOf(turned)));
    }
    const Said said = saidOf(length);
    return form == LengthForm::Within ? within(said) : plain(said);
}

} // namespace wording
