// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/drain.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"

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

int flush(Invocation &call)
{
    Options options(call, Words::tr("Publishes what is due, and lists what still waits."));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    return place ? answer(call, drain(**place)) : call.fail(place.error());
}

constexpr SubVerb subVerbs[] = {{"list", list}, {"flush", flush}};

} // namespace

int runOutbox(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
