// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/postedtime.h"

#include "importing/words.h"
#include "timing/zone.h"

#include <QRegularExpression>

namespace importing {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::Instant;
using base::Result;

namespace {

constexpr qsizetype longestTime = 64;
constexpr int secondsPerMinute = 60;
constexpr int secondsPerHour = 3600;

Result<Instant> inZone(QDate date, QTime time, const QTimeZone &zone, const QString &text)
{
    const auto all = timing::instantsOf(date, time, zone);
    if (all.size() == 1)
        return all.front();
    return base::fail(
        ErrorKind::Input,
        all.empty() ? Words::tr("The clocks skip %1 in that zone. Write the time with its offset, "
                                "such as +01:00.")
                          .arg(text)
                    : Words::tr("%1 comes twice in that zone. Write the time with its offset, "
                                "such as +01:00.")
                          .arg(text));
}

std::optional<Instant> mailTime(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:[A-Za-z]{3,9},?\\s+)?(\\d{1,2})[ -]([A-Za-z]{3,9})[ -](\\d{2}|\\d{4})\\s+"
        "(\\d{1,2}:\\d\\d(?::\\d\\d)?)\\s*([A-Za-z]{1,4}|[+-]\\d\\d:?\\d\\d)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int year = match.captured(3).toInt();
    if (match.capturedLength(3) == 2)
        year += year < 50 ? 2000 : 1900; // RFC 5322, 4.3
    const QDate date(year, monthNamed(match.captured(2)), match.captured(1).toInt());
    const QString clock = match.captured(4);
    const QTime time = QTime::fromString(clock, clock.count(u':') == 2 ? u"h:mm:ss"_s : u"h:mm"_s);
    const auto offset = offsetNamed(match.captured(5));
    if (!date.isValid() || !time.isValid() || !offset)
        return std::nullopt;
    return timing::fromUtc(QDateTime(date, time, Qt::UTC).addSecs(-*offset));
}

} // namespace

int monthNamed(QStringView name)
{
    static constexpr QLatin1StringView months[] = {
        "january"_L1, "february"_L1, "march"_L1,     "april"_L1,   "may"_L1,      "june"_L1,
        "july"_L1,    "august"_L1,   "september"_L1, "october"_L1, "november"_L1, "december"_L1};
    constexpr qsizetype shortest = 3;
    for (int month = 1; month <= 12 && name.size() >= shortest; ++month) {
        const QLatin1StringView whole = months[month - 1];
        const bool sept = month == 9 && name.compare("sept"_L1, Qt::CaseInsensitive) == 0;
        const bool abbreviated =
            name.size() == shortest && whole.startsWith(name, Qt::CaseInsensitive);
        if (sept || abbreviated || name.compare(whole, Qt::CaseInsensitive) == 0)
            return month;
    }
    return 0;
}

std::optional<int> offsetNamed(const QString &name)
{
    static const QRegularExpression numeric(u"^([+-])(\\d\\d):?(\\d\\d)$"_s);
    if (const auto match = numeric.match(name); match.hasMatch()) {
        const int seconds = match.captured(2).toInt() * secondsPerHour +
                            match.captured(3).toInt() * secondsPerMinute;
        return match.captured(1) == "-"_L1 ? -seconds : seconds;
    }
    struct Zone
    {
        QLatin1StringView name;
        int hours;
    };
    // Those of RFC 822, and their like in Europe that nobody else uses.
    static constexpr Zone zones[] = {
        {"UTC"_L1, 0},  {"GMT"_L1, 0},  {"UT"_L1, 0},   {"Z"_L1, 0},
        {"EST"_L1, -5}, {"EDT"_L1, -4}, {"CST"_L1, -6}, {"CDT"_L1, -5},
        {"MST"_L1, -7}, {"MDT"_L1, -6}, {"PST"_L1, -8}, {"PDT"_L1, -7},
        {"CET"_L1, 1},  {"CEST"_L1, 2}, {"EET"_L1, 2},  {"EEST"_L1, 3}};
    for (const Zone &zone : zones) {
        if (name.compare(zone.name, Qt::CaseInsensitive) == 0)
            return zone.hours * secondsPerHour;
    }
    return std::nullopt;
}

std::optional<Instant> inNamedZone(QDate date, QTime time, const QString &name,
                                   const QTimeZone &page)
{
    for (const Instant at : timing::instantsOf(date, time, page)) {
        if (name.isEmpty() || page.abbreviation(timing::toLocal(at, page)) == name)
            return at;
    }
    const auto offset = offsetNamed(name);
    if (!offset || !date.isValid() || !time.isValid())
        return std::nullopt;
    return timing::fromUtc(QDateTime(date, time, Qt::UTC).addSecs(-*offset));
}

Result<Instant> postedTime(const QString &given, const QTimeZone &zone)
{
    const QString text = given.simplified().left(longestTime);
    if (const auto mail = mailTime(text))
        return *mail;
    static const QRegularExpression iso(
        u"^(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d)(:\\d\\d)?(?:[.,]\\d+)? ?(Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = iso.match(text);
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = QTime::fromString(match.captured(2) + match.captured(3), Qt::ISODate);
    if (!match.hasMatch() || !date.isValid() || !time.isValid()) {
        return base::fail(ErrorKind::Input, Words::tr("“%1” is not a day and a time of day. Write "
                                                      "it as 2025-03-04 14:32.")
                                                .arg(text));
    }
    const QString name = match.captured(4);
    if (name.isEmpty())
        return inZone(date, time, zone, text);
    return timing::fromUtc(QDateTime(date, time, Qt::UTC).addSecs(-offsetNamed(name).value_or(0)));
}

} // namespace importing
