// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/incidentjson.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/composition/workplace.h"
#include "wording/termwords.h"
#include "wording/timewords.h"
#include "workflow/review.h"
#include "workflow/timingform.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace app {

using namespace Qt::StringLiterals;
using base::Result;
using incident::Incident;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("command", text);
}

QString line(const ledger::Summary &summary, const QTimeZone &zone)
{
    const wording::Reader reader{zone, {}};
    const QString when = summary.started.isKnown()
                             ? wording::timeWords(summary.started, reader, wording::TimeForm::Plain)
                             : tr("start not known");
    return u"%1  %2  %3  (%4)"_s.arg(summary.ref, -14)
        .arg(wording::words(summary.state), -12)
        .arg(summary.title, when);
}

/// Prints what a command has made of an incident.
int report(const Invocation &call, const Result<Incident> &changed)
{
    if (!changed)
        return call.fail(changed.error());
    call.say(u"%1  %2  %3"_s.arg(changed->ref, wording::words(changed->state), changed->title));
    call.answer(toJson(*changed));
    return Done;
}

/// An incident by name, with the desk it is on.
struct Named
{
    std::unique_ptr<Workplace> place;
    QString id;
};

Result<Named> named(const Invocation &call, const QString &name)
{
    auto place = Workplace::open(call.dataDir());
    if (!place)
        return base::passOn(place);
    auto id = (*place)->ledger().resolveId(name);
    if (!id)
        return base::passOn(id);
    return Named{std::move(*place), *id};
}

timing::FieldContext pastOf(const workflow::Desk &desk)
{
    return {desk.zone(), desk.clock().now(), timing::Lean::Past};
}

int open(Invocation &call)
{
    Options options(call, tr("Opens an incident; prints its reference."));
    options.positional(tr("title…"), tr("what is wrong, in a few words"))
        .value(u"kind"_s, tr("outage, degradation or near_miss"), u"outage"_s)
        .value(u"felt"_s, tr("what users notice"))
        .value(u"parts"_s, tr("parts affected, separated by commas"))
        .value(u"effect"_s, tr("down, partial, degraded or read_only"))
        .value(u"severity"_s, tr("1 (worst) to 4"), u"0"_s)
        .value(u"since"_s, tr("when it started: 16:08, around 13:45, 10 min ago"))
        .value(u"noticed"_s, tr("when somebody noticed; now if it runs"))
        .value(u"ended"_s, tr("it is over: when it was back to normal"))
        .value(u"lasted"_s, tr("how long it lasted: 15 min, 30-40 min"));
    if (const auto over = options.read())
        return *over;
    const auto kind = base::fromName<incident::Kind>(options.get(u"kind"_s));
    if (!kind || *kind == incident::Kind::Maintenance)
        return call.usage(tr("The kind is one of outage, degradation, near_miss."));
    workflow::NewIncident request;
    request.kind = *kind;
    request.title = options.rest(0);
    request.felt = options.get(u"felt"_s);
    request.components = listOf(options.get(u"parts"_s));
    request.severity = options.get(u"severity"_s).toInt();
    request.effect =
        *kind == incident::Kind::Outage ? incident::Effect::Down : incident::Effect::Degraded;
    if (options.has(u"effect"_s)) {
        const auto effect = base::fromName<incident::Effect>(options.get(u"effect"_s));
        if (!effect)
            return call.usage(
                tr("The effect is one of %1.").arg(base::namesOf<incident::Effect>()));
        request.effect = *effect;
    }
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    workflow::Desk &desk = (*place)->desk();
    const auto started = timing::instantFromField(options.get(u"since"_s), pastOf(desk));
    if (!started)
        return call.fail(started.error());
    const auto noticed = timing::instantFromField(options.get(u"noticed"_s), pastOf(desk));
    if (!noticed)
        return call.fail(noticed.error());
    const auto ended = timing::instantFromField(options.get(u"ended"_s), pastOf(desk));
    if (!ended)
        return call.fail(ended.error());
    const auto lasted = timing::durationFromField(options.get(u"lasted"_s));
    if (!lasted)
        return call.fail(lasted.error());
    request.started = *started;
    request.detected = *noticed;
    request.ended = *ended;
    request.duration = *lasted;
    if (ended->isKnown() || lasted->isKnown())
        request.entry = incident::EntryMode::Retrospective;
    return report(call, desk.open(request));
}

int list(Invocation &call)
{
    Options options(call, tr("Lists the open incidents, the most urgent first."));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const auto incidents = (*place)->desk().openIncidents();
    QJsonArray answer;
    for (const ledger::Summary &summary : incidents) {
        call.say(line(summary, (*place)->desk().zone()));
        answer.append(toJson(summary));
    }
    if (incidents.empty())
        call.say(tr("No incident is open."));
    call.answer(answer);
    return Done;
}

int show(Invocation &call)
{
    Options options(call, tr("Shows an incident: its facts, its timeline and its checklist."));
    options.positional(tr("incident"), tr("its reference, or the end of its id"));
    if (const auto over = options.read())
        return *over;
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const auto incident = desk.load(found->id);
    if (!incident)
        return call.fail(incident.error());
    const auto timeline = workflow::timelineOf(desk, found->id);
    if (!timeline)
        return call.fail(timeline.error());
    call.say(u"%1  %2  %3"_s.arg(incident->ref, wording::words(incident->state), incident->title));
    const wording::Reader reader{desk.zone(), incident->opened};
    QJsonArray rows;
    for (const wording::TimelineRow &row : *timeline) {
        call.say(u"  %1  %2"_s.arg(
            wording::timeWords(row.occurred, reader, wording::TimeForm::Plain), row.sentence));
        rows.append(QJsonObject{{u"occurred"_s, instantJson(row.occurred)},
                                {u"sentence"_s, row.sentence},
                                {u"author"_s, row.author},
                                {u"added_later"_s, row.addedLater}});
    }
    QJsonArray steps;
    for (const auto &status : incident::evaluate(*incident, {desk.clock().now(), {}})) {
        call.say(u"  [%1] %2  %3"_s.arg(status.state == incident::StepState::Todo ? u" "_s : u"x"_s,
                                        status.step.id, status.step.title));
        steps.append(toJson(status));
    }
    QJsonObject answer = toJson(*incident);
    answer.insert(u"timeline"_s, rows);
    answer.insert(u"checklist"_s, steps);
    call.answer(answer);
    return Done;
}

int stamp(Invocation &call)
{
    Options options(call, tr("Says when a milestone was; stamping it again corrects it."));
    options.positional(tr("incident"), tr("its reference"))
        .positional(tr("milestone"), base::namesOf<incident::Milestone>())
        .value(u"at"_s, tr("when; now if it is left out"))
        .flag(u"undo"_s, tr("take the stamp back"))
        .value(u"reason"_s, tr("why, where a rule asks"));
    if (const auto over = options.read())
        return *over;
    const auto milestone = base::fromName<incident::Milestone>(options.argument(1));
    if (!milestone) {
        return call.usage(
            tr("The milestone is one of %1.").arg(base::namesOf<incident::Milestone>()));
    }
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const QString reason = options.get(u"reason"_s);
    if (options.has(u"undo"_s))
        return report(call, desk.run(found->id, incident::Unstamp{*milestone, reason}));
    if (!options.has(u"at"_s))
        return report(call, desk.stampNow(found->id, *milestone, reason));
    const auto at = timing::instantFromField(options.get(u"at"_s), pastOf(desk));
    if (!at)
        return call.fail(at.error());
    return report(call, desk.run(found->id, incident::Stamp{*milestone, *at,
                                                            incident::Source::Manual, reason}));
}

int window(Invocation &call)
{
    Options options(call, tr("Adds a window of trouble, or corrects one."));
    options.positional(tr("incident"), tr("its reference"))
        .value(u"seq"_s, tr("number of the window to correct"), u"0"_s)
        .value(u"start"_s, tr("when it began"))
        .value(u"end"_s, tr("when it ended"))
        .value(u"lasted"_s, tr("how long, as stated"))
        .value(u"effect"_s, tr("down, partial, degraded, read_only"))
        .value(u"felt"_s, tr("what users noticed"))
        .value(u"parts"_s, tr("parts affected, separated by commas"))
        .flag(u"withdraw"_s, tr("withdraw the window"))
        .value(u"reason"_s, tr("why, where a rule asks"));
    if (const auto over = options.read())
        return *over;
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const auto incident = desk.load(found->id);
    if (!incident)
        return call.fail(incident.error());
    const int seq = options.get(u"seq"_s).toInt();
    const QString reason = options.get(u"reason"_s);
    if (options.has(u"withdraw"_s))
        return report(call, desk.run(found->id, incident::WithdrawWindow{seq, reason}));
    const incident::Window *old = incident->window(seq);
    incident::Window window = old ? *old : incident::Window();
    window.seq = seq;
    for (const auto &[name, into] :
         {std::pair(u"start"_s, &window.start), std::pair(u"end"_s, &window.end)}) {
        if (!options.has(name))
            continue;
        const auto at = timing::instantFromField(options.get(name), pastOf(desk));
        if (!at)
            return call.fail(at.error());
        *into = *at;
    }
    if (options.has(u"lasted"_s)) {
        const auto length = timing::durationFromField(options.get(u"lasted"_s));
        if (!length)
            return call.fail(length.error());
        window.duration = *length;
    }
    if (options.has(u"effect"_s)) {
        const auto effect = base::fromName<incident::Effect>(options.get(u"effect"_s));
        if (!effect)
            return call.usage(
                tr("The effect is one of %1.").arg(base::namesOf<incident::Effect>()));
        window.effect = *effect;
    }
    if (options.has(u"felt"_s))
        window.felt = options.get(u"felt"_s);
    if (options.has(u"parts"_s))
        window.components = listOf(options.get(u"parts"_s));
    return report(call, desk.run(found->id, incident::PutWindow{window, reason}));
}

int cause(Invocation &call)
{
    Options options(call, tr("States the cause."));
    options.positional(tr("incident"), tr("its reference"))
        .positional(tr("status"), base::namesOf<incident::CauseStatus>())
        .positional(tr("text…"), tr("the cause, as readers may know it"))
        .value(u"attribution"_s, base::namesOf<incident::Attribution>(), u"unknown"_s)
        .value(u"provider"_s, tr("name of the provider"))
        .value(u"trigger"_s, tr("factor, such as change.deploy"))
        .value(u"reason"_s, tr("why it will stay unknown"));
    if (const auto over = options.read())
        return *over;
    const auto status = base::fromName<incident::CauseStatus>(options.argument(1));
    const auto attribution = base::fromName<incident::Attribution>(options.get(u"attribution"_s));
    if (!status || !attribution) {
        return call.usage(tr("The status is one of %1; the attribution one of %2.")
                              .arg(base::namesOf<incident::CauseStatus>(),
                                   base::namesOf<incident::Attribution>()));
    }
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    const incident::Cause stated{*status, options.rest(2), *attribution, options.get(u"provider"_s),
                                 options.get(u"trigger"_s)};
    return report(call, found->place->desk().run(
                            found->id, incident::StateCause{stated, options.get(u"reason"_s)}));
}

int note(Invocation &call)
{
    Options options(call, tr("Adds a note to the timeline."));
    options.positional(tr("incident"), tr("its reference"))
        .positional(tr("text…"), tr("what happened"))
        .value(u"at"_s, tr("when; now if it is left out"));
    if (const auto over = options.read())
        return *over;
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const auto at = timing::instantFromField(options.get(u"at"_s), pastOf(desk));
    if (!at)
        return call.fail(at.error());
    return report(call, desk.run(found->id, incident::AddNote{options.rest(1), *at}));
}

int step(Invocation &call)
{
    Options options(call, tr("Marks a step of the checklist."));
    options.positional(tr("incident"), tr("its reference"))
        .positional(tr("step"), tr("id of the step: U6"))
        .positional(tr("state"), base::namesOf<incident::StepState>())
        .value(u"reason"_s, tr("how you know"));
    if (const auto over = options.read())
        return *over;
    const auto state = base::fromName<incident::StepState>(options.argument(2));
    if (!state)
        return call.usage(tr("The state is one of %1.").arg(base::namesOf<incident::StepState>()));
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return report(
        call, found->place->desk().run(found->id, incident::MarkStep{options.argument(1), *state,
                                                                     options.get(u"reason"_s)}));
}

int severity(Invocation &call)
{
    Options options(call, tr("Sets the severity."));
    options.positional(tr("incident"), tr("its reference"))
        .positional(tr("severity"), tr("1 (worst) to 4"));
    if (const auto over = options.read())
        return *over;
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return report(call, found->place->desk().run(
                            found->id, incident::SetSeverity{options.argument(1).toInt()}));
}

int promise(Invocation &call)
{
    Options options(call, tr("Settles a promise."));
    options.positional(tr("incident"), tr("its reference"))
        .positional(tr("promise"), tr("its id"))
        .positional(tr("status"), tr("kept, broken or withdrawn"))
        .value(u"reason"_s, tr("how"));
    if (const auto over = options.read())
        return *over;
    const auto status = base::fromName<incident::PromiseStatus>(options.argument(2));
    if (!status)
        return call.usage(tr("The status is one of kept, broken, withdrawn."));
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return report(call, found->place->desk().run(
                            found->id, incident::SettlePromise{options.argument(1), *status,
                                                               options.get(u"reason"_s)}));
}

int reopen(Invocation &call)
{
    Options options(call, tr("It is back: a new round of the same incident."));
    options.positional(tr("incident"), tr("its reference"))
        .value(u"since"_s, tr("since when; now if it is left out"))
        .value(u"reason"_s, tr("how you know; ten letters or more"));
    if (const auto over = options.read())
        return *over;
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const auto since = timing::instantFromField(options.get(u"since"_s), pastOf(desk));
    if (!since)
        return call.fail(since.error());
    return report(call, desk.reopen(found->id, *since, options.get(u"reason"_s)));
}

int dismiss(Invocation &call)
{
    Options options(call, tr("A suspected incident that was none."));
    options.positional(tr("incident"), tr("its reference")).value(u"reason"_s, tr("how you know"));
    if (const auto over = options.read())
        return *over;
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return report(call,
                  found->place->desk().run(found->id, incident::Advance{incident::State::Dismissed,
                                                                        options.get(u"reason"_s)}));
}

int close(Invocation &call)
{
    Options options(call, tr("Closes an incident that is restored, through its review."));
    options.positional(tr("incident"), tr("its reference"))
        .value(u"reason"_s, tr("why, where a rule asks"));
    if (const auto over = options.read())
        return *over;
    const auto found = named(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return report(call, found->place->desk().close(found->id, options.get(u"reason"_s)));
}

constexpr SubVerb subVerbs[] = {
    {"open", open},         {"list", list},       {"show", show},     {"stamp", stamp},
    {"window", window},     {"cause", cause},     {"note", note},     {"step", step},
    {"severity", severity}, {"promise", promise}, {"reopen", reopen}, {"dismiss", dismiss},
    {"close", close},
};

} // namespace

int runIncident(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
