// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storywords.h"

#include "player.h"
#include "support/htmlscan.h"
#include "support/manualclock.h"

#include <QDir>
#include <QFile>

namespace tenstories {

std::vector<Story> tenStories()
{
    return {workInTheMorning(),     quarterOfAnHour(),        imagesLive(),
            fiveMinutesByADeploy(), severalInOneAfternoon(),  workInTwoPhases(),
            workInsideAWindow(),    halfAnHourByOwnMistake(), fiveMinutesAtTenPastFour(),
            imagesBackUnexplained()};
}

Instant clock(const char *time)
{
    const QByteArray text(time);
    return support::utc("2026-02-17T00:00:00Z") + std::chrono::hours(text.left(2).toInt()) +
           std::chrono::minutes(text.mid(3).toInt());
}

RoughInstant sharp(const char *time)
{
    return RoughInstant::exact(clock(time));
}

RoughInstant from(const char *lo, const char *hi, Precision precision)
{
    return RoughInstant::between(clock(lo), clock(hi), precision);
}

RoughDuration minutes(int lo, int hi, Precision precision)
{
    return RoughDuration::between(lo * 1min, hi * 1min, precision);
}

RoughDuration exactly(Span length)
{
    return RoughDuration::exact(length);
}

QString pageIn(const QString &dataDir)
{
    const QDir folder(QDir(dataDir).filePath(u"site/incidents"_s));
    const QStringList pages = folder.entryList({u"*.html"_s}, QDir::Files);
    if (pages.size() != 1)
        return {};
    QFile file(folder.filePath(pages.first()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return support::scanHtml(QString::fromUtf8(file.readAll())).text.simplified();
}

} // namespace tenstories
