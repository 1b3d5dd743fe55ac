// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/example.h"

#include <QCoreApplication>

namespace wording {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::CauseStatus;
using incident::Facts;
using incident::PublicStatus;
using incident::RoughDuration;
using incident::RoughInstant;
using incident::State;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

void makeOver(Facts &facts, base::Instant start)
{
    facts.status = PublicStatus::Resolved;
    facts.state = State::Restored;
    facts.estimate = {};
    facts.nextUpdate = {};
    facts.fixed = RoughInstant::exact(start + 23min);
    facts.backToNormal = RoughInstant::exact(start + 28min);
    facts.duration = RoughDuration::between(27min, 28min);
    facts.cause.status = CauseStatus::Confirmed;
    facts.cause.attribution = incident::Attribution::Own;
}

Facts trouble(const QString &name, base::Instant now)
{
    const base::Instant start = now - 40min;
    Facts facts;
    facts.title = Words::tr("Images are not loading");
    facts.felt = Words::tr("pictures are missing on item pages");
    facts.components = {Words::tr("images"), Words::tr("search")};
    facts.effect = incident::Effect::Degraded;
    facts.started = RoughInstant::between(start, start + 1min);
    facts.estimate = RoughDuration::atMost(30min);
    facts.nextUpdate = RoughInstant::exact(now + 20min);
    facts.updatesBefore = name == u"first_post" || name == u"retrospective" ? 0 : 1;
    if (name == u"identified") {
        facts.status = PublicStatus::Identified;
        facts.cause.status = CauseStatus::Suspected;
    }
    if (name == u"all_clear" || name == u"retrospective" || name == u"dismissed")
        makeOver(facts, start);
    if (name == u"dismissed")
        facts.state = State::Dismissed;
    if (name == u"monitoring") {
        facts.status = PublicStatus::Monitoring;
        facts.state = State::Monitoring;
        facts.fixed = RoughInstant::exact(now - 12min);
    }
    if (facts.cause.status != CauseStatus::Unknown)
        facts.cause.text = Words::tr("a faulty disk in the image cache");
    return facts;
}

Facts work(const QString &name, base::Instant now)
{
    static const std::pair<const char *, State> states[] = {
        {"planned", State::Scheduled},          {"in_progress", State::InProgress},
        {"after_effects", State::AfterEffects}, {"verifying", State::Verifying},
        {"completed", State::Completed},        {"cancelled", State::Cancelled}};
    Facts facts;
    facts.kind = incident::Kind::Maintenance;
    facts.entry = incident::EntryMode::Planned;
    facts.status = PublicStatus::Scheduled;
    facts.state = State::Scheduled;
    for (const auto &[chosen, state] : states) {
        if (name == QLatin1StringView(chosen))
            facts.state = state;
    }
    facts.components = {Words::tr("the shop"), Words::tr("search")};
    const bool begun = facts.state != State::Scheduled && facts.state != State::Cancelled;
    const base::Instant start = begun ? now - 12min : now + 24h;
    incident::Window window;
    window.planned = true;
    window.inside = true;
    window.effect = incident::Effect::MaintenanceMode;
    window.start = RoughInstant::exact(start);
    window.end = RoughInstant::exact(start + 1h);
    window.duration = RoughDuration::atMost(10min);
    facts.planned = {window};
    if (!begun)
        return facts;
    incident::Window actual = window;
    actual.planned = actual.inside = false;
    actual.end =
        facts.state == State::InProgress ? RoughInstant() : RoughInstant::exact(now - 2min);
    actual.duration = {};
    facts.actual = {actual};
    facts.duration = facts.state == State::Completed ? RoughDuration::exact(9min) : RoughDuration();
    return facts;
}

bool isWork(const QString &name)
{
    static const QStringList names{u"planned"_s,    u"in_progress"_s, u"after_effects"_s,
                                   u"verifying"_s,  u"completed"_s,   u"cancelled"_s,
                                   u"later_phase"_s};
    return names.contains(name);
}

} // namespace

Facts exampleFacts(const QString &templateName, const QString &zone, base::Instant now)
{
    Facts facts = isWork(templateName) ? work(templateName, now) : trouble(templateName, now);
    facts.zone = zone;
    return facts;
}

} // namespace wording
