// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/incidentjson.h"
#include "app/command/incidentverbs.h"
#include "app/command/words.h"
#include "wording/termwords.h"
#include "wording/timewords.h"
#include "workflow/duties.h"
#include "workflow/followupcalendar.h"

#include <QJsonArray>

namespace app {

using namespace Qt::StringLiterals;

namespace {

timing::FieldContext aheadOf(const workflow::Desk &desk)
{
    return {desk.zone(), desk.clock().now(), timing::Lean::Future};
}

/// The one whose id ends so; the id as typed, if none does.
template <class T>
QString idOf(const std::vector<T> &known, const QString &typed)
{
    for (const T &one : known) {
        if (!typed.isEmpty() && one.id.endsWith(typed))
            return one.id;
    }
    return typed;
}

int listFollowUps(Invocation &call, const Options &options, workflow::Desk &desk)
{
    const bool all = options.has(u"all"_s);
    if (options.has(u"csv"_s)) {
        call.say(workflow::followUpTable(desk, all));
        return Done;
    }
    if (options.has(u"ics"_s)) {
        const auto calendar = workflow::followUpCalendar(desk);
        if (!calendar)
            return call.fail(calendar.error());
        std::fputs(calendar->constData(), stdout);
        return Done;
    }
    const wording::Reader reader{desk.zone(), desk.clock().now(), true};
    QJsonArray answer;
    for (const incident::Incident &incident : workflow::incidentsWithFollowUps(desk)) {
        for (const incident::FollowUp &followUp : incident.followUps) {
            if (!followUp.isOpen() && !all)
                continue;
            const QString due =
                followUp.due.isKnown()
                    ? wording::timeWords(followUp.due, reader, wording::TimeForm::Plain)
                    : QString();
            call.say(u"%1  %2  %3  %4  %5"_s.arg(incident.ref, -14)
                         .arg(followUp.id.right(6), wording::words(followUp.status), followUp.title,
                              due));
            answer.append(toJson(followUp, incident.ref));
        }
    }
    if (answer.isEmpty())
        call.say(Words::tr("No follow-up is open."));
    call.answer(answer);
    return Done;
}

/// Plans the work that a follow-up asks for, as a draft that it leads to.
int planFollowUp(Invocation &call, workflow::Desk &desk, const incident::Incident &incident,
                 const incident::FollowUp &followUp)
{
    const auto draft = desk.planFor(incident, followUp);
    return draft ? reportIncident(call, desk.load(incident.id)) : call.fail(draft.error());
}

} // namespace

int incidentFollowUp(Invocation &call)
{
    Options options(call, Words::tr("Work that incidents leave behind; without an incident, the "
                                    "list of all that is open."));
    options.positional(Words::tr("incident…"), Words::tr("its reference, and the title"))
        .value(u"id"_s, Words::tr("the one to change"))
        .value(u"kind"_s, base::namesOf<incident::FollowUpKind>(), u"corrective"_s)
        .value(u"due"_s, Words::tr("by when"))
        .value(u"owner"_s, Words::tr("who does it"))
        .value(u"settle"_s, Words::tr("open, done or dropped"))
        .value(u"reason"_s, Words::tr("how it was settled"))
        .flag(u"plan"_s, Words::tr("make a draft of planned work from it"))
        .flag(u"all"_s, Words::tr("list those that are settled too"))
        .flag(u"csv"_s, Words::tr("list them as a table for other programs"))
        .flag(u"ics"_s, Words::tr("print the days on which they fall due as a calendar"));
    if (const auto over = options.read())
        return *over;
    const QStringList words = options.rest(0).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        const auto place = Workplace::open(call.dataDir());
        return place ? listFollowUps(call, options, (*place)->desk()) : call.fail(place.error());
    }
    const auto kind =
        options.choice<incident::FollowUpKind>(u"kind"_s, Words::tr("The kind is one of %1."));
    if (!kind)
        return call.usage(kind.error().text);
    const auto found = namedIncident(call, words.first());
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const auto incident = desk.load(found->id);
    if (!incident)
        return call.fail(incident.error());
    const QString id = idOf(incident->followUps, options.get(u"id"_s));
    if (options.has(u"settle"_s)) {
        const auto status = options.choice<incident::FollowUpStatus>(
            u"settle"_s, Words::tr("The status is one of %1."));
        if (!status)
            return call.usage(status.error().text);
        return reportIncident(
            call,
            desk.run(found->id, incident::SettleFollowUp{id, *status, options.get(u"reason"_s)}));
    }
    const incident::FollowUp *known = incident->followUp(id);
    incident::FollowUp followUp = known ? *known : incident::FollowUp();
    if (!known)
        followUp.id = id.isEmpty() ? desk.newId() : id;
    if (words.size() > 1)
        followUp.title = words.mid(1).join(u' ');
    if (!known || options.has(u"kind"_s))
        followUp.kind = *kind;
    if (options.has(u"owner"_s))
        followUp.owner = options.get(u"owner"_s);
    if (options.has(u"due"_s)) {
        const auto due = timing::instantFromField(options.get(u"due"_s), aheadOf(desk));
        if (!due)
            return call.fail(due.error());
        followUp.due = *due;
    }
    if (options.has(u"plan"_s))
        return planFollowUp(call, desk, *incident, followUp);
    return reportIncident(call, desk.run(found->id, incident::PutFollowUp{followUp}));
}

int incidentContact(Invocation &call)
{
    Options options(call, Words::tr("Logs a word with a provider, or its answer."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("text…"), Words::tr("what was said, or the answer"))
        .value(u"by"_s, base::namesOf<incident::Channel>(), u"phone"_s)
        .value(u"provider"_s, Words::tr("name of the provider; that of the cause if left out"))
        .value(u"who"_s, Words::tr("whom you spoke with"))
        .value(u"reference"_s, Words::tr("ticket number or address"))
        .value(u"at"_s, Words::tr("when; now if it is left out"))
        .value(u"chase"_s, Words::tr("when to ask again"))
        .value(u"answers"_s, Words::tr("id of the contact that this answers"));
    if (const auto over = options.read())
        return *over;
    const auto channel =
        options.choice<incident::Channel>(u"by"_s, Words::tr("It was by one of %1."));
    if (!channel)
        return call.usage(channel.error().text);
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    if (options.has(u"answers"_s)) {
        const auto incident = desk.load(found->id);
        if (!incident)
            return call.fail(incident.error());
        const QString id = idOf(incident->contacts, options.get(u"answers"_s));
        return reportIncident(call, desk.run(found->id, incident::LogAnswer{id, options.rest(1)}));
    }
    const auto at = timing::instantFromField(options.get(u"at"_s), pastOf(desk));
    if (!at)
        return call.fail(at.error());
    const auto chase = timing::instantFromField(options.get(u"chase"_s), aheadOf(desk));
    if (!chase)
        return call.fail(chase.error());
    incident::ProviderContact contact;
    contact.id = desk.newId();
    contact.provider = options.get(u"provider"_s);
    contact.channel = *channel;
    contact.who = options.get(u"who"_s);
    contact.said = options.rest(1);
    contact.reference = options.get(u"reference"_s);
    contact.at = *at;
    contact.chaseAt = *chase;
    return reportIncident(call, desk.run(found->id, incident::LogContact{contact}));
}

int incidentUndertake(Invocation &call)
{
    Options options(call, Words::tr("Adds a promise, or says when one falls due."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("text…"), Words::tr("what is promised"))
        .value(u"id"_s, Words::tr("the promise to be dated"))
        .value(u"kind"_s, base::namesOf<incident::PromiseKind>(), u"investigate"_s)
        .value(u"due"_s, Words::tr("by when"))
        .value(u"when"_s, Words::tr("what it waits for, instead of a time"))
        .value(u"owner"_s, Words::tr("who keeps it"));
    if (const auto over = options.read())
        return *over;
    const auto kind =
        options.choice<incident::PromiseKind>(u"kind"_s, Words::tr("The kind is one of %1."));
    if (!kind)
        return call.usage(kind.error().text);
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const auto due = timing::instantFromField(options.get(u"due"_s), aheadOf(desk));
    if (!due)
        return call.fail(due.error());
    if (options.has(u"id"_s)) {
        const auto incident = desk.load(found->id);
        if (!incident)
            return call.fail(incident.error());
        const incident::DatePromise dated{idOf(incident->promises, options.get(u"id"_s)), *due,
                                          options.get(u"when"_s), options.get(u"owner"_s)};
        return reportIncident(call, desk.run(found->id, dated));
    }
    incident::Promise promise;
    promise.id = desk.newId();
    promise.kind = *kind;
    promise.quote = options.rest(1);
    promise.due = *due;
    promise.trigger = options.get(u"when"_s);
    promise.owner = options.get(u"owner"_s);
    return reportIncident(call, desk.run(found->id, incident::MakePromise{promise}));
}

} // namespace app
