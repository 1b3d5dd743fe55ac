// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/quiethours.h"

#include "archive/archive.h"

#include <algorithm>
#include <QCoreApplication>
#include <QLocale>

namespace workflow {

using namespace std::chrono_literals;
using base::ErrorKind;
using base::Result;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

constexpr auto lookedBack = 24h * 28;

} // namespace

Result<QList<health::SeriesInfo>> measuredSeries(const QString &dataDir, const base::Clock &clock)
{
    const auto archive = archive::Archive::look(dataDir, clock);
    if (!archive)
        return base::passOn(archive);
    return (*archive)->series();
}

Result<QuietHours> quietHours(const QString &dataDir, const base::Clock &clock,
                              const QTimeZone &zone, const QString &series,
                              const timing::RoughDuration &length)
{
    if (!length.hi() || *length.hi() <= 0s || *length.hi() >= 24h) {
        return base::fail(ErrorKind::Input,
                          Words::tr("Say how long the work takes at the most: less than a day."));
    }
    const auto archive = archive::Archive::look(dataDir, clock);
    if (!archive)
        return base::passOn(archive);
    const auto known = (*archive)->series();
    if (!known)
        return base::passOn(known);
    const auto found = std::ranges::find_if(*known, [&](const health::SeriesInfo &info) {
        return info.id == series || info.name.compare(series, Qt::CaseInsensitive) == 0;
    });
    if (found == known->end()) {
        QStringList names;
        for (const health::SeriesInfo &info : *known)
            names << info.name;
        names.removeDuplicates();
        return base::fail(ErrorKind::NotFound,
                          Words::tr("“%1” is not measured. Choose one of these: %2.")
                              .arg(series, names.join(QLatin1String(", "))));
    }
    const base::InstantMs now = clock.nowMs();
    const auto past = (*archive)->samples(found->id, now - lookedBack, now);
    if (!past)
        return base::passOn(past);
    QuietHours answer{*found, health::quietWindows(past->samples, zone, clock.now(), *length.hi())};
    if (answer.windows.empty()) {
        return base::fail(ErrorKind::NotFound,
                          Words::tr("“%1” has been measured for too short a time to tell the "
                                    "hours of a week apart.")
                              .arg(found->name));
    }
    return answer;
}

QString wordsOf(const health::QuietWindow &window, const health::SeriesInfo &series)
{
    const QLocale locale;
    const QString unit = series.unit.isEmpty() ? QString() : QLatin1Char(' ') + series.unit;
    //: %1 a number with its unit, %2 a number; %n weeks that were looked at
    return Words::tr("about %1, %2 % of what is usual, by %n week(s)", nullptr, window.weeks)
        .arg(locale.toString(window.mean, 'g', 3) + unit,
             locale.toString(int(std::lround(window.share * 100))));
}

} // namespace workflow
