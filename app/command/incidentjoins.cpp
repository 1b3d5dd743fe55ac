// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/incidentverbs.h"
#include "app/command/words.h"
#include "base/commalist.h"
#include "incident/missing.h"

#include <QJsonArray>

namespace app {

using namespace Qt::StringLiterals;

int incidentMissing(Invocation &call)
{
    Options options(call, Words::tr("What is missing before an incident can be closed."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"for"_s, Words::tr("review or closed"), u"closed"_s);
    if (const auto over = options.read())
        return *over;
    const auto to = base::fromName<incident::State>(options.get(u"for"_s));
    if (to != incident::State::Review && to != incident::State::Closed)
        return call.usage(Words::tr("Ask for review or for closed."));
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Desk &desk = found->place->desk();
    const auto incident = desk.load(found->id);
    if (!incident)
        return call.fail(incident.error());
    QJsonArray answer;
    for (const auto &missing : incident::missingFor(*incident, *to, desk.clock().now())) {
        call.say(u"%1  %2"_s.arg(missing.code, -12).arg(missing.sentence));
        answer.append(QJsonObject{{u"code"_s, missing.code},
                                  {u"sentence"_s, missing.sentence},
                                  {u"can_be_explained"_s, missing.canBeExplained}});
    }
    if (answer.isEmpty())
        call.say(Words::tr("Nothing is missing."));
    call.answer(answer);
    return Done;
}

int incidentSplit(Invocation &call)
{
    Options options(call, Words::tr("A part of an incident goes on as one of its own."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"title"_s, Words::tr("of the new one; the same if it is left out"))
        .value(u"window"_s, Words::tr("number of a window that leaves; may be repeated"))
        .value(u"parts"_s, Words::tr("parts that leave, separated by commas"))
        .value(u"reason"_s, Words::tr("why it is a case of its own"));
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    std::vector<int> windows;
    for (const QString &number : options.all(u"window"_s))
        windows.push_back(number.toInt());
    return reportIncident(call,
                          found->place->desk().split(found->id, options.get(u"title"_s), windows,
                                                     base::commaList(options.get(u"parts"_s)),
                                                     options.get(u"reason"_s)));
}

int incidentMerge(Invocation &call)
{
    Options options(call, Words::tr("An incident goes on in another one."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("into"), Words::tr("reference of the one it goes on in"))
        .value(u"reason"_s, Words::tr("why it is the same trouble"));
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    const auto into = found->place->ledger().resolveId(options.argument(1));
    if (!into)
        return call.fail(into.error());
    return reportIncident(call,
                          found->place->desk().merge(found->id, *into, options.get(u"reason"_s)));
}

int incidentKind(Invocation &call)
{
    Options options(call, Words::tr("Says what it was after all: a near miss affected nobody."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("kind"), Words::tr("outage, degradation or near_miss"))
        .value(u"reason"_s, Words::tr("how you know"));
    if (const auto over = options.read())
        return *over;
    const auto kind = base::fromName<incident::Kind>(options.argument(1));
    if (!kind)
        return call.usage(Words::tr("The kind is one of outage, degradation, near_miss."));
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return reportIncident(
        call,
        found->place->desk().run(found->id, incident::Reclassify{*kind, options.get(u"reason"_s)}));
}

int incidentAdvance(Invocation &call)
{
    Options options(call, Words::tr("Takes an incident to another state, as far as the rules let "
                                    "it."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("state"), base::namesOf<incident::State>())
        .value(u"reason"_s, Words::tr("why, where a rule asks"));
    if (const auto over = options.read())
        return *over;
    const auto state = base::fromName<incident::State>(options.argument(1));
    if (!state)
        return call.usage(
            Words::tr("The state is one of %1.").arg(base::namesOf<incident::State>()));
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    return reportIncident(
        call,
        found->place->desk().run(found->id, incident::Advance{*state, options.get(u"reason"_s)}));
}

} // namespace app
