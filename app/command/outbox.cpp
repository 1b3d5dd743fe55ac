// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/awaited.h"
#include "app/command/drain.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "workflow/outboxdesk.h"

#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

int answer(const Invocation &call, const base::Result<std::vector<outbox::Waiting>> &waiting)
{
    if (!waiting)
        return call.fail(waiting.error());
    QJsonArray entries;
    for (const outbox::Waiting &entry : *waiting) {
        call.say(entry.sentence);
        entries.append(QJsonObject{{u"key"_s, entry.intent.key},
                                   {u"incident"_s, entry.intent.incident},
                                   {u"target"_s, entry.intent.target},
                                   {u"state"_s, base::toName(entry.intent.state)},
                                   {u"attempts"_s, entry.intent.attempts},
                                   {u"sentence"_s, entry.sentence}});
    }
    if (waiting->empty())
        call.say(Words::tr("Nothing waits."));
    call.answer(entries);
    return Done;
}

int list(Invocation &call)
{
    Options options(call, Words::tr("Lists what waits to be published."));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    return place ? answer(call, (*place)->publishing().outbox().waiting())
                 : call.fail(place.error());
}

/// For what has been given up only: that is where somebody else's change was met.
base::Done overwriteAll(workflow::OutboxDesk &desk)
{
    const auto waiting = desk.waiting();
    if (!waiting)
        return base::passOn(waiting);
    for (const workflow::OutboxEntry &entry : *waiting) {
        const bool isGivenUp = entry.state == ledger::IntentState::Failed;
        if (const base::Done done = isGivenUp ? desk.overwrite(entry.key) : base::Done(); !done)
            return done;
    }
    return {};
}

int flush(Invocation &call)
{
    Options options(call, Words::tr("Publishes what waits, now, and lists what still waits."));
    options.flag(u"overwrite"_s, Words::tr("also what somebody else has changed at a target"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    (*place)->startPublishing();
    // Whoever asks for it has mended something: nothing waits for its turn any more.
    workflow::OutboxDesk desk((*place)->desk(), (*place)->publishing());
    const base::Done over = options.has(u"overwrite"_s) ? overwriteAll(desk) : base::Done();
    if (const base::Done hurried = over ? desk.sendAll() : over; !hurried)
        return call.fail(hurried.error());
    return answer(call, drain(**place));
}

/// Tries what was given up once more, so that what somebody else has made of it is met again.
int difference(Invocation &call)
{
    Options options(call, Words::tr("Shows what somebody else has changed at a target and what "
                                    "would stand there instead. Nothing is overwritten."));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    (*place)->startPublishing();
    workflow::OutboxDesk desk((*place)->desk(), (*place)->publishing());
    if (const base::Done hurried = desk.sendAll(); !hurried)
        return call.fail(hurried.error());
    if (const auto drained = drain(**place); !drained)
        return call.fail(drained.error());
    const auto waiting = desk.waiting();
    if (!waiting)
        return call.fail(waiting.error());
    QJsonArray entries;
    for (const workflow::OutboxEntry &entry : *waiting) {
        if (!entry.foreign)
            continue;
        call.say(Words::tr("%1 (%2)\n\nThere now:\n%3\n\nOurs:\n%4")
                     .arg(entry.key, entry.sentence, entry.foreign->theirs, entry.foreign->ours));
        entries.append(QJsonObject{{u"key"_s, entry.key},
                                   {u"theirs"_s, entry.foreign->theirs},
                                   {u"ours"_s, entry.foreign->ours},
                                   {u"changed"_s, entry.foreign->when}});
    }
    if (entries.isEmpty())
        call.say(Words::tr("Nobody has changed anything that waits here."));
    call.answer(entries);
    return Done;
}

int cancel(Invocation &call)
{
    Options options(call, Words::tr("Withdraws a post that has not reached its target, or keeps "
                                    "what somebody else has made of it there."));
    options.positional(Words::tr("key"), Words::tr("as “outbox list --json” shows it"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const base::Done done = awaited((*place)->publishing().outbox().cancel(options.argument(0)));
    if (!done)
        return call.fail(done.error());
    call.say(Words::tr("Withdrawn."));
    call.answer(QJsonObject{{u"key"_s, options.argument(0)}});
    return Done;
}

int hold(Invocation &call, bool paused, const QString &about)
{
    Options options(call, about);
    options.positional(Words::tr("place"), Words::tr("as “target list” names it; “site” is ours"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    workflow::Publishing &publishing = (*place)->publishing();
    const QString target = options.argument(0);
    const base::Done done = paused ? publishing.pause(target) : publishing.resume(target);
    if (!done)
        return call.fail(done.error());
    call.say(paused ? Words::tr("Nothing is sent to %1 until you resume it.").arg(target)
                    : Words::tr("Posts go to %1 again.").arg(target));
    call.answer(QJsonObject{{u"target"_s, target}, {u"paused"_s, paused}});
    return Done;
}

int pause(Invocation &call)
{
    return hold(call, true, Words::tr("Sends nothing to a place until it is resumed."));
}

int resume(Invocation &call)
{
    return hold(call, false,
                Words::tr("Sends to a place again, also with credentials that it "
                          "has refused. “flush” sends at once."));
}

constexpr SubVerb subVerbs[] = {{"list", list},     {"flush", flush}, {"difference", difference},
                                {"cancel", cancel}, {"pause", pause}, {"resume", resume}};

} // namespace

int runOutbox(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
