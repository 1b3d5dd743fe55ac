// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/statuspagesamples.h"

#include <QDateTime>

/// Years of posts on a status page, the same every time.
namespace pasthistory {

using namespace support;

inline constexpr int postsPerIncident = 3;

inline publish::Thread incident(int number, base::Instant at)
{
    static const QStringList parts{u"Shop"_s, u"Images"_s, u"Search"_s, u"Payments"_s};
    static const QStringList troubles{u"answers slowly"_s, u"is down"_s, u"loses orders"_s,
                                      u"shows old data"_s};
    const QString part = parts[number % parts.size()];
    publish::Thread thread;
    thread.key = sampleId(100000 + number);
    const QString day = QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
                            .toString(u"yyyy-MM-dd"_s);
    thread.permalink = u"%1-%2-%3"_s.arg(day, part.toLower()).arg(number);
    thread.impact = publish::Impact::Major;
    thread.started = RoughInstant::about(at, 5min);
    thread.backToNormal = RoughInstant::exact(at + 40min);
    thread.fixed = RoughInstant::exact(at + 30min);
    thread.trouble = RoughDuration::between(35min, 45min);
    thread.actual = {sampleWindow(1, Effect::Partial, {part}, thread.started, thread.backToNormal)};
    const QString title = u"%1 %2"_s.arg(part, troubles[number / 4 % troubles.size()]);
    const std::pair<PublicStatus, QString> posts[postsPerIncident] = {
        {PublicStatus::Investigating,
         u"We see errors on %1 since a few minutes and are looking for the cause. Orders that "
         "were placed before are safe."_s},
        {PublicStatus::Identified,
         u"A database server behind %1 has run out of room. We are moving it to a larger one, "
         "which takes about twenty minutes.\n\nNext update in half an hour."_s},
        {PublicStatus::Resolved,
         u"%1 works again since all data has been moved. We are sorry for the trouble, and now "
         "watch the room on all our database servers."_s}};
    for (int i = 0; i < postsPerIncident; ++i) {
        const bool last = i + 1 == postsPerIncident;
        addUpdate(thread,
                  sampleUpdate(1000000 + number * 10 + i, i + 1, posts[i].first, title,
                               posts[i].second.arg(part), at + 10min + i * 15min),
                  {{part, last ? ComponentState::Operational : ComponentState::PartialOutage}});
    }
    return thread;
}

/// The sample page, and before it incidents with three posts each, spread over ten years.
inline publish::Page page(int posts)
{
    constexpr auto span = std::chrono::days(3650);
    publish::Page page = samplePage();
    const int incidents = posts / postsPerIncident;
    page.since = sampleNow() - span;
    for (int i = 0; i < incidents; ++i)
        page.threads.push_back(incident(i, sampleNow() - 1h - span / incidents * (i + 1)));
    return page;
}

/// One more post on the outage that runs.
inline void post(publish::Page &page, int number)
{
    publish::Thread &thread = page.threads[2];
    addUpdate(thread,
              sampleUpdate(900000 + number, 3 + number, PublicStatus::Monitoring,
                           u"Images are not loading"_s, u"Pictures come back one by one."_s,
                           sampleNow() - 1min),
              {{u"Images"_s, ComponentState::PartialOutage}});
}

} // namespace pasthistory
