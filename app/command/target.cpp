// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/awaited.h"
#include "app/command/options.h"
#include "app/command/password.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"

#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;
using workflow::TestedTarget;

namespace {

QJsonObject toObject(const publish::TargetSpec &target)
{
    return {{u"name"_s, target.name},
            {u"kind"_s, target.kind},
            {u"label"_s, target.label},
            {u"address"_s, target.address.toString()},
            {u"user"_s, target.user}};
}

int answer(const Invocation &call, const base::Result<TestedTarget> &tested)
{
    if (!tested)
        return call.fail(tested.error());
    call.say(u"%1: %2"_s.arg(tested->target.name, tested->sentence));
    QJsonObject object = toObject(tested->target);
    object.insert(u"sentence"_s, tested->sentence);
    call.answer(object);
    return Done;
}

int list(Invocation &call)
{
    Options options(call, Words::tr("Lists the places that posts go to beside the status page."));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    QJsonArray entries;
    for (const publish::TargetSpec &target : (*place)->targets().list()) {
        call.say(u"%1  %2  %3"_s.arg(target.name, target.label, target.address.toString()));
        entries.append(toObject(target));
    }
    if (entries.isEmpty())
        call.say(Words::tr("Posts go to the status page only."));
    call.answer(entries);
    return Done;
}

int add(Invocation &call)
{
    Options options(call, Words::tr("Sets a place up that posts go to, after trying it. The "
                                    "password is read from standard input."));
    options.positional(Words::tr("kind"), u"wordpress, statuspage, cachet"_s)
        .positional(Words::tr("address"), Words::tr("https://blog.example.org/"))
        .value(u"user"_s, Words::tr("the user that posts; the page id at Statuspage"))
        .value(u"label"_s, Words::tr("what it is called here; its host if it is left out"))
        .value(u"category"_s, Words::tr("slug of the category of all posts"))
        .value(u"components"_s,
               Words::tr("component=category or its name there, separated by commas"))
        .flag(u"plain-loopback"_s, Words::tr("allow http to this machine"))
        .flag(u"session"_s,
              Words::tr("do not keep the password: WATCHKEEPER_PASSWORD_NAME gives it later"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    auto password = askPassword(Words::tr("Password, API key or token: "));
    if (!password)
        return call.fail(password.error());
    workflow::NewTarget target;
    target.kind = options.argument(0);
    target.address = options.argument(1);
    target.user = options.get(u"user"_s);
    target.label = options.get(u"label"_s);
    target.category = options.get(u"category"_s);
    target.components = workflow::componentPairs(options.get(u"components"_s));
    target.plainLoopback = options.has(u"plain-loopback"_s);
    target.keep = options.has(u"session"_s) ? secret::Keep::Session : secret::Keep::ForGood;
    target.password = std::move(*password);
    return answer(call, awaited((*place)->targets().add(target)));
}

int test(Invocation &call)
{
    Options options(call, Words::tr("Tries a place without changing anything there."));
    options.positional(Words::tr("name"), Words::tr("as “target list” shows it"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    return place ? answer(call, awaited((*place)->targets().testStored(options.argument(0))))
                 : call.fail(place.error());
}

int password(Invocation &call)
{
    Options options(call, Words::tr("Changes the password of a place, after trying it. It is read "
                                    "from standard input."));
    options.positional(Words::tr("name"), Words::tr("as “target list” shows it"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const auto typed = askPassword(Words::tr("Password, API key or token: "));
    if (!typed)
        return call.fail(typed.error());
    return answer(call, awaited((*place)->targets().changePassword(options.argument(0), *typed,
                                                                   secret::Keep::ForGood)));
}

int remove(Invocation &call)
{
    Options options(call, Words::tr("Sends nothing there any more. What stands there stays."));
    options.positional(Words::tr("name"), Words::tr("as “target list” shows it"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    if (const auto removed = awaited((*place)->targets().remove(options.argument(0))); !removed)
        return call.fail(removed.error());
    call.say(Words::tr("Removed."));
    return Done;
}

constexpr SubVerb subVerbs[] = {
    {"list", list}, {"add", add}, {"test", test}, {"password", password}, {"remove", remove}};

} // namespace

int runTarget(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
