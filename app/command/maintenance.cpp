// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/maintenancework.h"
#include "app/command/namedincident.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "base/commalist.h"
#include "wording/termwords.h"
#include "wording/timewords.h"
#include "workflow/overrun.h"
#include "workflow/phases.h"
#include "workflow/quiethours.h"

#include <QJsonArray>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// What a plan and each of its later phases say: how long, and what users notice meanwhile.
void askForPhase(Options &options, const QString &partsHint, incident::Effect usual)
{
    options.value(u"takes"_s, Words::tr("how long at the most: 10 min"))
        .value(u"felt"_s, Words::tr("what users notice"))
        .value(u"parts"_s, partsHint)
        .value(u"effect"_s, base::namesOf<incident::Effect>(), base::toName(usual));
}

/// What was given for that; the exit code if something is wrong.
std::optional<int> readPhase(const Invocation &call, const Options &options,
                             workflow::NewPhase &phase)
{
    const auto effect =
        options.choice<incident::Effect>(u"effect"_s, Words::tr("The effect is one of %1."));
    if (!effect)
        return call.usage(effect.error().text);
    const auto takes = timing::durationFromField(options.get(u"takes"_s));
    if (!takes)
        return call.fail(takes.error());
    phase = {options.get(u"felt"_s), base::commaList(options.get(u"parts"_s)), *effect, *takes};
    return std::nullopt;
}

int plan(Invocation &call)
{
    Options options(call,
                    Words::tr("Plans work: a window, and how long the work takes inside it."));
    options.positional(Words::tr("title…"), Words::tr("what is done"))
        .value(u"from"_s, Words::tr("when the window begins: tomorrow 01:00"))
        .value(u"to"_s, Words::tr("when it ends; left out, the work starts at --from"));
    askForPhase(options, Words::tr("parts affected, separated by commas"),
                incident::Effect::MaintenanceMode);
    if (const auto over = options.read())
        return *over;
    workflow::NewPhase phase;
    if (const auto wrong = readPhase(call, options, phase))
        return *wrong;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    workflow::Desk &desk = (*place)->desk();
    const timing::FieldContext context{desk.zone(), desk.clock().now(), timing::Lean::Future};
    const auto from = timing::instantFromField(options.get(u"from"_s), context);
    if (!from)
        return call.fail(from.error());
    const auto to = timing::instantFromField(options.get(u"to"_s), context);
    if (!to)
        return call.fail(to.error());
    return reportIncident(call, desk.plan({options.rest(0), phase.felt, phase.components,
                                           phase.effect, *from, *to, phase.expected}));
}

int addPhase(Invocation &call)
{
    Options options(call, Words::tr("Adds a phase to a plan: it begins when the last one ends."));
    options.positional(Words::tr("maintenance"), Words::tr("its reference"));
    askForPhase(options, Words::tr("parts affected; those of the phase before if left out"),
                incident::Effect::Degraded);
    if (const auto over = options.read())
        return *over;
    workflow::NewPhase phase;
    if (const auto wrong = readPhase(call, options, phase))
        return *wrong;
    const auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    return reportIncident(call, workflow::planPhase(named->desk(), named->id, phase));
}

int abortRule(Invocation &call)
{
    Options options(call, Words::tr("When the work is given up, and how all is put back."));
    options.positional(Words::tr("maintenance"), Words::tr("its reference"))
        .positional(Words::tr("rollback…"), Words::tr("how everything is put back"))
        .value(u"at"_s, Words::tr("the time at which the work is given up"));
    if (const auto over = options.read())
        return *over;
    const auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    workflow::Desk &desk = named->desk();
    const timing::FieldContext context{desk.zone(), desk.clock().now(), timing::Lean::Future};
    const auto at = timing::instantFromField(options.get(u"at"_s), context);
    if (!at)
        return call.fail(at.error());
    return reportIncident(call,
                          desk.run(named->id, incident::SetAbortRule{{*at, options.rest(1)}}));
}

int extend(Invocation &call)
{
    Options options(call,
                    Words::tr("The work takes longer, or its window moves: a new plan, the old one "
                              "is kept. A draft is scheduled by it. Without a length, work that "
                              "overruns is given the estimate that was drafted for it."));
    options.positional(Words::tr("maintenance"), Words::tr("its reference"))
        .value(u"from"_s, Words::tr("when the window begins"))
        .value(u"to"_s, Words::tr("when it ends"))
        .value(u"takes"_s, Words::tr("how long at the most"))
        .value(u"reason"_s, Words::tr("why"));
    if (const auto over = options.read())
        return *over;
    const auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    workflow::Desk &desk = named->desk();
    const auto known = named->load();
    if (!known)
        return call.fail(known.error());
    // At four fifths of the time there is an estimate of what it will come to.
    const auto overrun = workflow::overrunOf(*known, desk.clock().now());
    const bool saysWhat = options.has(u"from"_s) || options.has(u"to"_s) || options.has(u"takes"_s);
    if (!saysWhat && !overrun)
        return call.usage(Words::tr("Say what changes: --from, --to or --takes."));
    incident::Window window = overrun ? overrun->suggested : workflow::currentPlan(*known);
    window.planned = true;
    if (!window.inside)
        window.end = {}; // it follows from the length, unless it is said below
    const timing::FieldContext context{desk.zone(), desk.clock().now(), timing::Lean::Future};
    for (const auto &[name, into] :
         {std::pair(u"from"_s, &window.start), std::pair(u"to"_s, &window.end)}) {
        if (!options.has(name))
            continue;
        const auto at = timing::instantFromField(options.get(name), context);
        if (!at)
            return call.fail(at.error());
        *into = *at;
    }
    if (options.has(u"takes"_s)) {
        const auto takes = timing::durationFromField(options.get(u"takes"_s));
        if (!takes)
            return call.fail(takes.error());
        window.duration = *takes;
    }
    return reportIncident(call,
                          workflow::replan(desk, named->id, window, options.get(u"reason"_s)));
}

int quiet(Invocation &call)
{
    Options options(call, Words::tr("When little is going on in the coming week: the quietest "
                                    "windows of a series, by the four weeks before."));
    options.positional(Words::tr("series…"), Words::tr("its name, as the charts have it"))
        .value(u"takes"_s, Words::tr("how long the work takes at the most"));
    if (const auto over = options.read())
        return *over;
    const auto takes = timing::durationFromField(options.get(u"takes"_s));
    if (!takes)
        return call.fail(takes.error());
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const workflow::Desk &desk = (*place)->desk();
    const auto hours =
        workflow::quietHours(desk.dataDir(), desk.clock(), desk.zone(), options.rest(0), *takes);
    if (!hours)
        return call.fail(hours.error());
    QJsonArray answer;
    for (const health::QuietWindow &window : hours->windows) {
        const wording::Reader reader{desk.zone(), desk.clock().now(), true};
        call.say(
            u"%1  %2"_s.arg(wording::rangeWords(timing::RoughInstant::exact(window.from),
                                                timing::RoughInstant::exact(window.to), reader),
                            workflow::wordsOf(window, hours->series)));
        answer.append(QJsonObject{{u"from"_s, qint64(window.from.time_since_epoch().count())},
                                  {u"to"_s, qint64(window.to.time_since_epoch().count())},
                                  {u"mean"_s, window.mean},
                                  {u"highest"_s, window.highest},
                                  {u"share"_s, window.share},
                                  {u"weeks"_s, window.weeks}});
    }
    call.answer(answer);
    return Done;
}

constexpr SubVerb subVerbs[] = {
    {"plan", plan},
    {"quiet", quiet},
    {"preflight", showPreflight},
    {"start", startMaintenance},
    {"add-phase", addPhase},
    {"phase", endMaintenancePhase},
    {"extend", extend},
    {"schedule", extend},
    {"finish", finishMaintenance},
    {"cancel", cancelMaintenance},
    {"abort", abortMaintenance},
    {"abort-rule", abortRule},
};

} // namespace

int runMaintenance(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
