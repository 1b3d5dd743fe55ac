// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/facts.h"
#include "support/manualclock.h"

/// Facts for tests of words: images have been failing since about 16:08 in London.
namespace sample {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::RoughDuration;
using incident::RoughInstant;

inline base::Instant at(const char *clock)
{
    return support::utc(qPrintable(u"2026-11-22T%1:00Z"_s.arg(QLatin1StringView(clock))));
}

inline base::Instant now()
{
    return support::utc("2026-11-22T16:22:41Z");
}

inline incident::Facts running()
{
    incident::Facts facts;
    facts.zone = u"Europe/London"_s;
    facts.title = u"Images are not loading"_s;
    facts.felt = u"images are missing on item pages."_s;
    facts.components = {u"images"_s};
    facts.effect = incident::Effect::Degraded;
    facts.started = RoughInstant::between(at("16:08"), at("16:09"));
    facts.estimate = RoughDuration::atMost(30min);
    facts.nextUpdate = RoughInstant::exact(at("16:45"));
    return facts;
}

inline incident::Facts over()
{
    incident::Facts facts = running();
    facts.state = incident::State::Restored;
    facts.status = incident::PublicStatus::Resolved;
    facts.updatesBefore = 2;
    facts.estimate = {};
    facts.nextUpdate = {};
    facts.fixed = RoughInstant::exact(at("16:31") + 20s);
    facts.backToNormal = RoughInstant::exact(at("16:36"));
    facts.duration = RoughDuration::between(27min, 28min);
    facts.cause.status = incident::CauseStatus::Confirmed;
    facts.cause.attribution = incident::Attribution::Own;
    facts.cause.text = u"a faulty disk in the image cache"_s;
    return facts;
}

inline incident::Window plannedWindow()
{
    incident::Window window;
    window.seq = 1;
    window.planned = true;
    window.inside = true;
    window.effect = incident::Effect::MaintenanceMode;
    window.start = RoughInstant::exact(support::utc("2026-11-23T01:00:00Z"));
    window.end = RoughInstant::exact(support::utc("2026-11-23T02:00:00Z"));
    window.duration = RoughDuration::atMost(10min);
    return window;
}

inline incident::Facts maintenance()
{
    incident::Facts facts;
    facts.kind = incident::Kind::Maintenance;
    facts.entry = incident::EntryMode::Planned;
    facts.state = incident::State::Scheduled;
    facts.status = incident::PublicStatus::Scheduled;
    facts.zone = u"Europe/London"_s;
    facts.components = {u"the shop"_s, u"search"_s};
    facts.planned = {plannedWindow()};
    return facts;
}

} // namespace sample
