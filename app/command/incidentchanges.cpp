// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/incidentverbs.h"
#include "app/command/words.h"
#include "base/commalist.h"
#include "incident/factor.h"
#include "workflow/promisekept.h"

namespace app {

using namespace Qt::StringLiterals;

timing::FieldContext pastOf(const workflow::Desk &desk)
{
    return {desk.zone(), desk.clock().now(), timing::Lean::Past};
}

int incidentStamp(Invocation &call)
{
    Options options(call, Words::tr("Says when a milestone was; stamping it again corrects it."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("milestone"), base::namesOf<incident::Milestone>())
        .value(u"at"_s, Words::tr("when; now if it is left out"))
        .flag(u"undo"_s, Words::tr("take the stamp back"))
        .value(u"reason"_s, Words::tr("why, where a rule asks"));
    if (const auto over = options.read())
        return *over;
    const auto milestone = base::fromName<incident::Milestone>(options.argument(1));
    if (!milestone) {
        return call.usage(
            Words::tr("The milestone is one of %1.").arg(base::namesOf<incident::Milestone>()));
    }
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const QString reason = options.get(u"reason"_s);
    if (options.has(u"undo"_s))
        return reportIncident(call, desk.run(found->id, incident::Unstamp{*milestone, reason}));
    if (!options.has(u"at"_s))
        return reportIncident(call, desk.stampNow(found->id, *milestone, reason));
    const auto at = timing::instantFromField(options.get(u"at"_s), pastOf(desk));
    if (!at)
        return call.fail(at.error());
    return reportIncident(
        call,
        desk.run(found->id, incident::Stamp{*milestone, *at, incident::Source::Manual, reason}));
}

namespace {

void addWindowOptions(Options &options)
{
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"seq"_s, Words::tr("number of the window to correct"), u"0"_s)
        .value(u"start"_s, Words::tr("when it began"))
        .value(u"end"_s, Words::tr("when it ended"))
        .value(u"lasted"_s, Words::tr("how long, as stated"))
        .value(u"effect"_s, Words::tr("down, partial, degraded, read_only"))
        .value(u"felt"_s, Words::tr("what users noticed"))
        .value(u"parts"_s, Words::tr("parts affected, separated by commas"))
        .flag(u"inside"_s, Words::tr("it lies somewhere between start and end"))
        .flag(u"several"_s,
              Words::tr("several told as one: “lasted” is the shortest to the longest"))
        .value(u"count"_s, Words::tr("how many they were"))
        .flag(u"withdraw"_s, Words::tr("withdraw the window"))
        .value(u"reason"_s, Words::tr("why, where a rule asks"));
}

/// How the window lies between its start and its end.
void takeShape(const Options &options, incident::Window &window)
{
    if (options.has(u"inside"_s))
        window.inside = true;
    if (options.has(u"several"_s) || options.has(u"count"_s))
        window.several = true;
    if (options.has(u"count"_s))
        window.count = options.get(u"count"_s).toInt();
}

} // namespace

int incidentWindow(Invocation &call)
{
    Options options(call, Words::tr("Adds a window of trouble, or corrects one."));
    addWindowOptions(options);
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const auto incident = desk.load(found->id);
    if (!incident)
        return call.fail(incident.error());
    const int seq = options.get(u"seq"_s).toInt();
    const QString reason = options.get(u"reason"_s);
    if (options.has(u"withdraw"_s))
        return reportIncident(call, desk.run(found->id, incident::WithdrawWindow{seq, reason}));
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
    takeShape(options, window);
    if (options.has(u"effect"_s)) {
        const auto effect =
            options.choice<incident::Effect>(u"effect"_s, Words::tr("The effect is one of %1."));
        if (!effect)
            return call.usage(effect.error().text);
        window.effect = *effect;
    }
    if (options.has(u"felt"_s))
        window.felt = options.get(u"felt"_s);
    if (options.has(u"parts"_s))
        window.components = base::commaList(options.get(u"parts"_s));
    return reportIncident(call, desk.run(found->id, incident::PutWindow{window, reason}));
}

int incidentCause(Invocation &call)
{
    Options options(call, Words::tr("States the cause."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("status"), base::namesOf<incident::CauseStatus>())
        .positional(Words::tr("text…"), Words::tr("the cause, as readers may know it"))
        .value(u"attribution"_s, base::namesOf<incident::Attribution>(), u"unknown"_s)
        .value(u"provider"_s, Words::tr("name of the provider"))
        .value(u"trigger"_s, Words::tr("factor, such as change.deploy"))
        .value(u"factor"_s, Words::tr("what else played a part: “latent:change.deploy”; may be "
                                      "repeated"))
        .value(u"reason"_s, Words::tr("why it will stay unknown"));
    if (const auto over = options.read())
        return *over;
    const auto status = base::fromName<incident::CauseStatus>(options.argument(1));
    const auto attribution = base::fromName<incident::Attribution>(options.get(u"attribution"_s));
    if (!status || !attribution) {
        return call.usage(Words::tr("The status is one of %1; the attribution one of %2.")
                              .arg(base::namesOf<incident::CauseStatus>(),
                                   base::namesOf<incident::Attribution>()));
    }
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    incident::Cause stated{*status, options.rest(2), *attribution, options.get(u"provider"_s),
                           options.get(u"trigger"_s)};
    for (const QString &typed : options.all(u"factor"_s)) {
        const auto factor = incident::factorFromText(typed);
        if (!factor) {
            return call.usage(Words::tr("Write a factor with its role, one of %1: "
                                        "“latent:change.deploy”.")
                                  .arg(base::namesOf<incident::FactorRole>()));
        }
        stated.factors.push_back(*factor);
    }
    return reportIncident(
        call, found->place->desk().run(found->id,
                                       incident::StateCause{stated, options.get(u"reason"_s)}));
}

int incidentNote(Invocation &call)
{
    Options options(call, Words::tr("Adds a note to the timeline."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("text…"), Words::tr("what happened"))
        .value(u"at"_s, Words::tr("when; now if it is left out"));
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const auto at = timing::instantFromField(options.get(u"at"_s), pastOf(desk));
    if (!at)
        return call.fail(at.error());
    return reportIncident(call, desk.run(found->id, incident::AddNote{options.rest(1), *at}));
}

int incidentStep(Invocation &call)
{
    Options options(call, Words::tr("Marks a step of the checklist."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("step"), Words::tr("id of the step: U6"))
        .positional(Words::tr("state"), base::namesOf<incident::StepState>())
        .value(u"reason"_s, Words::tr("how you know"));
    if (const auto over = options.read())
        return *over;
    const auto state = base::fromName<incident::StepState>(options.argument(2));
    if (!state)
        return call.usage(
            Words::tr("The state is one of %1.").arg(base::namesOf<incident::StepState>()));
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return reportIncident(
        call, found->place->desk().run(found->id, incident::MarkStep{options.argument(1), *state,
                                                                     options.get(u"reason"_s)}));
}

int incidentSeverity(Invocation &call)
{
    Options options(call, Words::tr("Sets the severity."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("severity"), Words::tr("1 (worst) to 4"));
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return reportIncident(call, found->place->desk().run(
                                    found->id, incident::SetSeverity{options.argument(1).toInt()}));
}

int incidentRetitle(Invocation &call)
{
    Options options(call, Words::tr("Calls an incident something else. The old title stays in the "
                                    "timeline."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("title…"), Words::tr("what it is called from now on"));
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    const auto done = found->place->desk().run(found->id, incident::Retitle{options.rest(1)});
    const incident::PostRevision *post = done ? done->lastPublished() : nullptr;
    const int code = reportIncident(call, done);
    if (post && post->title != done->title) {
        //: %1 a title, %2 the reference of an incident
        call.say(Words::tr("Readers still see “%1”. The next post has the new "
                           "title; to mend the "
                           "newest one: watchkeeper post revise %2")
                     .arg(post->title, done->ref));
    }
    return code;
}

int incidentPromise(Invocation &call)
{
    Options options(call, Words::tr("Settles a promise."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("promise"), Words::tr("its id"))
        .positional(Words::tr("status"), Words::tr("kept, broken or withdrawn"))
        .value(u"by-update"_s, Words::tr("number of the update that keeps it"))
        .value(u"reason"_s, Words::tr("how"));
    if (const auto over = options.read())
        return *over;
    const auto status = base::fromName<incident::PromiseStatus>(options.argument(2));
    if (!status)
        return call.usage(Words::tr("The status is one of kept, broken, withdrawn."));
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    if (options.has(u"by-update"_s)) {
        const auto incident = found->load();
        const auto kept = incident ? workflow::keptByUpdate(*incident, options.argument(1),
                                                            options.get(u"by-update"_s).toInt())
                                   : base::passOn(incident);
        return kept ? reportIncident(call, found->place->desk().run(found->id, *kept))
                    : call.fail(kept.error());
    }
    return reportIncident(call, found->place->desk().run(
                                    found->id, incident::SettlePromise{options.argument(1), *status,
                                                                       options.get(u"reason"_s)}));
}

int incidentReopen(Invocation &call)
{
    Options options(call, Words::tr("It is back: a new round of the same incident."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"since"_s, Words::tr("since when; now if it is left out"))
        .flag(u"new"_s, Words::tr("another fault: a new incident, linked to this one"))
        .value(u"reason"_s, Words::tr("how you know; ten letters or more"));
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const auto since = timing::instantFromField(options.get(u"since"_s), pastOf(desk));
    if (!since)
        return call.fail(since.error());
    if (options.has(u"new"_s))
        return reportIncident(call, desk.recur(found->id, *since, options.get(u"reason"_s)));
    return reportIncident(call, desk.reopen(found->id, *since, options.get(u"reason"_s)));
}

int incidentDismiss(Invocation &call)
{
    Options options(call, Words::tr("A suspected incident that was none."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"reason"_s, Words::tr("how you know"));
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return reportIncident(
        call, found->place->desk().run(found->id, incident::Advance{incident::State::Dismissed,
                                                                    options.get(u"reason"_s)}));
}

int incidentClose(Invocation &call)
{
    Options options(call, Words::tr("Closes an incident that is restored, through its review."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"reason"_s, Words::tr("why, where a rule asks"));
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return reportIncident(call, found->place->desk().close(found->id, options.get(u"reason"_s)));
}

} // namespace app
