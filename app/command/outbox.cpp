// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/drain.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "base/whenfinished.h"

#include <QEventLoop>
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

/// Whoever asks for it has mended something: nothing waits for its turn any more.
base::Done hurry(workflow::Publishing &publishing)
{
    const auto waiting = publishing.outbox().waiting();
    if (!waiting)
        return base::passOn(waiting);
    for (const outbox::Waiting &entry : *waiting) {
        if (const base::Done hurried = publishing.outbox().retry(entry.intent.key); !hurried)
            return hurried;
    }
    return {};
}

/// For what has been given up only: that is where somebody else's change was met.
void allowOverwriting(workflow::Publishing &publishing)
{
    const auto waiting = publishing.outbox().waiting();
    for (const outbox::Waiting &entry : waiting.value_or(std::vector<outbox::Waiting>())) {
        const auto page = publishing.pages().find(entry.intent.target);
        if (entry.intent.state == ledger::IntentState::Failed && page != publishing.pages().end())
            page->second->overwriteNext(entry.intent.incident);
    }
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
    if (options.has(u"overwrite"_s))
        allowOverwriting((*place)->publishing());
    (*place)->startPublishing();
    if (const base::Done hurried = hurry((*place)->publishing()); !hurried)
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
    workflow::Publishing &publishing = (*place)->publishing();
    (*place)->startPublishing();
    if (const base::Done hurried = hurry(publishing); !hurried)
        return call.fail(hurried.error());
    const auto waiting = drain(**place);
    if (!waiting)
        return call.fail(waiting.error());
    QJsonArray entries;
    for (const outbox::Waiting &entry : *waiting) {
        const auto page = publishing.pages().find(entry.intent.target);
        if (page == publishing.pages().end())
            continue;
        const auto foreign = page->second->foreignEdit(entry.intent.incident);
        if (!foreign)
            continue;
        call.say(Words::tr("%1 (%2)\n\nThere now:\n%3\n\nOurs:\n%4")
                     .arg(entry.intent.key, entry.sentence, foreign->theirs, foreign->ours));
        entries.append(QJsonObject{{u"key"_s, entry.intent.key},
                                   {u"theirs"_s, foreign->theirs},
                                   {u"ours"_s, foreign->ours},
                                   {u"changed"_s, foreign->when}});
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
    QEventLoop loop;
    base::Done done;
    base::whenFinished(&loop, (*place)->publishing().outbox().cancel(options.argument(0)),
                       [&](const base::Done &cancelled) {
                           done = cancelled;
                           loop.quit();
                       });
    loop.exec();
    if (!done)
        return call.fail(done.error());
    call.say(Words::tr("Withdrawn."));
    call.answer(QJsonObject{{u"key"_s, options.argument(0)}});
    return Done;
}

constexpr SubVerb subVerbs[] = {
    {"list", list}, {"flush", flush}, {"difference", difference}, {"cancel", cancel}};

} // namespace

int runOutbox(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
