// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/incidentjson.h"
#include "app/command/incidentverbs.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "base/commalist.h"
#include "wording/termwords.h"
#include "wording/timewords.h"
#include "workflow/review.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace app {

using namespace Qt::StringLiterals;

namespace {

QString line(const ledger::Summary &summary, const QTimeZone &zone)
{
    const wording::Reader reader{zone, {}};
    const QString when = summary.started.isKnown()
                             ? wording::timeWords(summary.started, reader, wording::TimeForm::Plain)
                             : Words::tr("start not known");
    return u"%1  %2  %3  (%4)"_s.arg(summary.ref, -14)
        .arg(wording::words(summary.state), -12)
        .arg(summary.title, when);
}

/// Of a step: done, left out, or still to do.
QString markOf(incident::StepState state)
{
    switch (state) {
    case incident::StepState::Done:
        return u"x"_s;
    case incident::StepState::Todo:
        return u" "_s;
    case incident::StepState::Skipped:
    case incident::StepState::NotApplicable:
        break;
    }
    return u"-"_s;
}

/// What `open --retro` stores besides the times.
int openRetro(Invocation &call, const Options &options)
{
    entry::Details details;
    details.title = options.has(u"title"_s) ? options.get(u"title"_s) : options.rest(0);
    details.felt = options.get(u"felt"_s);
    details.components = options.all(u"component"_s) + base::commaList(options.get(u"parts"_s));
    details.severity = options.get(u"severity"_s).toInt();
    details.reason = options.get(u"reason"_s);
    if (options.has(u"kind"_s))
        details.kind = base::fromName<incident::Kind>(options.get(u"kind"_s));
    if (options.has(u"effect"_s)) {
        const auto effect =
            options.choice<incident::Effect>(u"effect"_s, Words::tr("The effect is one of %1."));
        if (!effect)
            return call.usage(effect.error().text);
        details.effect = *effect;
    }
    return openRetrospective(call, options, details);
}

int open(Invocation &call)
{
    Options options(call, Words::tr("Opens an incident; prints its reference."));
    options.positional(Words::tr("title…"), Words::tr("what is wrong, in a few words"))
        .value(u"kind"_s, Words::tr("outage, degradation or near_miss"), u"outage"_s)
        .value(u"felt"_s, Words::tr("what users notice"))
        .value(u"parts"_s, Words::tr("parts affected, separated by commas"))
        .value(u"effect"_s, Words::tr("down, partial, degraded or read_only"))
        .value(u"severity"_s, Words::tr("1 (worst) to 4"), u"0"_s)
        .value(u"since"_s, Words::tr("when it started: 16:08, around 13:45, 10 min ago"))
        .value(u"noticed"_s, Words::tr("when somebody noticed; now if it runs"))
        .value(u"ended"_s, Words::tr("it is over: when it was back to normal"))
        .value(u"lasted"_s, Words::tr("how long it lasted: 15 min, 30-40 min"))
        .value(u"retro"_s, Words::tr("it is over, in one line: 15m just now, back up after 10"))
        .value(u"title"_s, Words::tr("with --retro: what was wrong"))
        .value(u"component"_s, Words::tr("with --retro: a part affected; may be repeated"))
        .value(u"reason"_s, Words::tr("with --retro: why, where a rule asks"))
        .flag(u"yes"_s, Words::tr("with --retro: store it without asking"));
    if (const auto over = options.read())
        return *over;
    const auto kind = base::fromName<incident::Kind>(options.get(u"kind"_s));
    if (!kind || *kind == incident::Kind::Maintenance)
        return call.usage(Words::tr("The kind is one of outage, degradation, near_miss."));
    if (options.has(u"retro"_s))
        return openRetro(call, options);
    workflow::NewIncident request;
    request.kind = *kind;
    request.title = options.rest(0);
    request.felt = options.get(u"felt"_s);
    request.components = base::commaList(options.get(u"parts"_s));
    request.severity = options.get(u"severity"_s).toInt();
    request.effect =
        *kind == incident::Kind::Outage ? incident::Effect::Down : incident::Effect::Degraded;
    if (options.has(u"effect"_s)) {
        const auto effect =
            options.choice<incident::Effect>(u"effect"_s, Words::tr("The effect is one of %1."));
        if (!effect)
            return call.usage(effect.error().text);
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
    return reportIncident(call, desk.open(request));
}

int list(Invocation &call)
{
    Options options(call, Words::tr("Lists the open incidents, the most urgent first."));
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
        call.say(Words::tr("No incident is open."));
    call.answer(answer);
    return Done;
}

int show(Invocation &call)
{
    Options options(call,
                    Words::tr("Shows an incident: its facts, its timeline and its checklist."));
    options.positional(Words::tr("incident"), Words::tr("its reference, or the end of its id"));
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
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
        call.say(u"  [%1] %2  %3"_s.arg(markOf(status.state), status.step.id, status.step.title));
        steps.append(toJson(status));
    }
    QJsonObject answer = toJson(*incident);
    answer.insert(u"timeline"_s, rows);
    answer.insert(u"checklist"_s, steps);
    call.answer(answer);
    return Done;
}

constexpr SubVerb subVerbs[] = {
    {"open", open},
    {"list", list},
    {"show", show},
    {"stamp", incidentStamp},
    {"window", incidentWindow},
    {"cause", incidentCause},
    {"note", incidentNote},
    {"step", incidentStep},
    {"severity", incidentSeverity},
    {"retitle", incidentRetitle},
    {"promise", incidentPromise},
    {"reopen", incidentReopen},
    {"dismiss", incidentDismiss},
    {"close", incidentClose},
    {"missing", incidentMissing},
    {"split", incidentSplit},
    {"merge", incidentMerge},
    {"kind", incidentKind},
    {"advance", incidentAdvance},
    {"followup", incidentFollowUp},
    {"contact", incidentContact},
    {"remedy", incidentRemedy},
    {"undertake", incidentUndertake},
};

} // namespace

int runIncident(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
