// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/page.h"
#include "support/manualclock.h"

/// A status page with a bit of everything, for tests of what is made from it. It is
/// 2026-11-22T16:30Z on it, and one outage is running.
namespace support {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using incident::Effect;
using incident::Kind;
using incident::PublicStatus;
using publish::ComponentState;
using timing::RoughDuration;
using timing::RoughInstant;

inline base::Instant sampleNow()
{
    return utc("2026-11-22T16:30:00Z");
}

/// `number` makes the ids, which look like those of the product.
inline QString sampleId(int number)
{
    return u"0193a000-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0'));
}

inline publish::Update sampleUpdate(int id, int number, PublicStatus status, const QString &title,
                                    const QString &body, base::Instant at)
{
    publish::Update update;
    update.key = sampleId(id);
    update.revision = update.key;
    update.number = number;
    update.status = status;
    update.title = title;
    update.body = body;
    update.publishedAt = at;
    return update;
}

inline incident::Window sampleWindow(int seq, Effect effect, const QStringList &components,
                                     const RoughInstant &start, const RoughInstant &end)
{
    incident::Window window;
    window.seq = seq;
    window.effect = effect;
    window.components = components;
    window.start = start;
    window.end = end;
    return window;
}

inline void addUpdate(publish::Thread &thread, publish::Update update,
                      std::vector<publish::ComponentEffect> components)
{
    update.components = std::move(components);
    thread.title = update.title;
    thread.status = update.status;
    thread.components = update.components;
    thread.updates.push_back(std::move(update));
}

inline publish::Thread runningOutage()
{
    publish::Thread thread;
    thread.key = sampleId(100);
    thread.permalink = u"2026-11-22-images-are-not-loading-00000100"_s;
    thread.zone = u"Europe/London"_s;
    thread.impact = publish::Impact::Major;
    thread.started =
        RoughInstant::between(utc("2026-11-22T16:08:00Z"), utc("2026-11-22T16:09:00Z"));
    thread.actual = {sampleWindow(1, Effect::Partial, {u"Images"_s}, thread.started, {})};
    thread.actual[0].felt = u"Pictures are missing on item pages"_s;
    auto first =
        sampleUpdate(101, 1, PublicStatus::Investigating, u"Images are not loading"_s,
                     u"Hi, images have not been loading since around 16:08. We are on it."_s,
                     utc("2026-11-22T16:14:00Z"));
    first.edits.push_back({sampleId(102), utc("2026-11-22T16:16:00Z")});
    first.revision = sampleId(102);
    addUpdate(thread, first, {{u"Images"_s, ComponentState::PartialOutage}});
    auto second = sampleUpdate(
        103, 2, PublicStatus::Identified, u"Images are not loading"_s,
        u"The cache server in front of the images has failed, and we are rebuilding it.\n\n"
        "We hope to have pictures back within half an hour. Thank you for your patience, and "
        "sorry about this."_s,
        utc("2026-11-22T16:25:00Z"));
    second.nextUpdate = RoughInstant::exact(utc("2026-11-22T16:45:00Z"));
    second.estimate = RoughDuration::atMost(30min);
    addUpdate(thread, second, {{u"Images"_s, ComponentState::PartialOutage}});
    return thread;
}

inline publish::Thread resolvedOutage()
{
    publish::Thread thread;
    thread.key = sampleId(200);
    thread.permalink = u"2026-11-12-the-shop-was-down-00000200"_s;
    thread.impact = publish::Impact::Critical;
    thread.started = RoughInstant::about(utc("2026-11-12T13:45:00Z"), 15min);
    thread.backToNormal = RoughInstant::exact(utc("2026-11-12T14:21:00Z"));
    thread.trouble = RoughDuration::between(30min, 40min);
    thread.actual = {sampleWindow(1, Effect::Down, {u"Shop"_s, u"Images"_s}, thread.started,
                                  thread.backToNormal)};
    thread.actual[0].duration = thread.trouble;
    addUpdate(
        thread,
        sampleUpdate(201, 1, PublicStatus::Resolved, u"The shop was down"_s,
                     u"A change to a load balancer cut off item pages. It is undone."_s,
                     utc("2026-11-12T14:40:00Z")),
        {{u"Shop"_s, ComponentState::Operational}, {u"Images"_s, ComponentState::Operational}});
    return thread;
}

inline publish::Thread plannedMaintenance()
{
    publish::Thread thread;
    thread.key = sampleId(300);
    thread.permalink = u"2026-11-21-database-update-00000300"_s;
    thread.kind = Kind::Maintenance;
    thread.impact = publish::Impact::Maintenance;
    auto window = sampleWindow(
        1, Effect::MaintenanceMode, {u"Shop"_s},
        RoughInstant::between(utc("2026-11-24T01:00:00Z"), utc("2026-11-24T02:00:00Z")),
        RoughInstant::between(utc("2026-11-24T01:00:00Z"), utc("2026-11-24T02:00:00Z")));
    window.planned = true;
    window.inside = true;
    window.duration = RoughDuration::atMost(10min);
    thread.planned = {window};
    addUpdate(thread,
              sampleUpdate(301, 1, PublicStatus::Scheduled, u"Database update"_s,
                           u"We will update the database. The shop shows a maintenance page "
                           "meanwhile."_s,
                           utc("2026-11-21T10:00:00Z")),
              {{u"Shop"_s, ComponentState::Operational}});
    return thread;
}

inline publish::Thread finishedMaintenance()
{
    publish::Thread thread;
    thread.key = sampleId(400);
    thread.permalink = u"2026-10-20-search-index-rebuild-00000400"_s;
    thread.kind = Kind::Maintenance;
    thread.impact = publish::Impact::Maintenance;
    const auto start = RoughInstant::exact(utc("2026-10-20T04:00:00Z"));
    auto plan = sampleWindow(1, Effect::Degraded, {u"Search"_s}, start, {});
    plan.planned = true;
    plan.duration = RoughDuration::atMost(30min);
    thread.planned = {plan};
    thread.started = start;
    thread.backToNormal = RoughInstant::exact(utc("2026-10-20T04:26:00Z"));
    thread.trouble = RoughDuration::exact(26min);
    thread.actual = {sampleWindow(2, Effect::Degraded, {u"Search"_s}, start, thread.backToNormal)};
    addUpdate(thread,
              sampleUpdate(401, 1, PublicStatus::Scheduled, u"Search index rebuild"_s,
                           u"Search will be incomplete while its index is rebuilt."_s,
                           utc("2026-10-18T09:00:00Z")),
              {{u"Search"_s, ComponentState::Operational}});
    addUpdate(thread,
              sampleUpdate(402, 2, PublicStatus::Completed, u"Search index rebuild"_s,
                           u"Done, and quicker than planned. Thank you."_s,
                           utc("2026-10-20T04:31:00Z")),
              {{u"Search"_s, ComponentState::Operational}});
    return thread;
}

/// Nobody knows when it began.
inline publish::Thread vagueTrouble()
{
    publish::Thread thread;
    thread.key = sampleId(500);
    thread.permalink = u"2026-09-30-slow-search-00000500"_s;
    thread.kind = Kind::Degradation;
    thread.impact = publish::Impact::Minor;
    thread.backToNormal =
        RoughInstant::between(utc("2026-09-30T08:45:00Z"), utc("2026-09-30T09:00:00Z"));
    thread.actual = {sampleWindow(1, Effect::Degraded, {u"Search"_s}, {}, thread.backToNormal)};
    addUpdate(thread,
              sampleUpdate(501, 1, PublicStatus::Resolved, u"Slow search"_s,
                           u"Search was slow this morning. It is quick again now."_s,
                           utc("2026-09-30T09:00:00Z")),
              {{u"Search"_s, ComponentState::Operational}});
    return thread;
}

inline publish::Page samplePage()
{
    publish::Page page;
    page.id = u"page-1"_s;
    page.name = u"Example Shop"_s;
    page.url = u"https://status.example.org/"_s;
    page.zone = u"Europe/London"_s;
    page.language = u"en-GB"_s;
    page.footer = u"Questions? Write to help@example.org."_s;
    page.since = utc("2026-09-20T00:00:00Z");
    page.components = {{u"Shop"_s, u"Item pages, basket and checkout"_s, {}},
                       {u"Images"_s, {}, {}},
                       {u"Search"_s, {}, {}},
                       {u"Payments"_s, {}, utc("2026-11-10T00:00:00Z")}};
    page.threads = {vagueTrouble(), finishedMaintenance(), runningOutage(), resolvedOutage(),
                    plannedMaintenance()};
    return page;
}

} // namespace support
