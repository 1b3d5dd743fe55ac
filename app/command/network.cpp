// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/awaited.h"
#include "app/command/options.h"
#include "app/command/password.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "workflow/networkroute.h"

#include <QDir>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

int answer(const Invocation &call, const workflow::NetworkRoute &route)
{
    const http::Proxy proxy = route.proxy();
    call.say(Words::tr("Proxy: %1").arg(http::toText(proxy)));
    if (!proxy.user.isEmpty())
        call.say(Words::tr("User at the proxy: %1").arg(proxy.user));
    call.say(route.hasAuthorities() ? Words::tr("Trusted: the system's authorities and your own")
                                    : Words::tr("Trusted: the system's authorities"));
    call.answer(QJsonObject{{u"proxy"_s, http::toText(proxy)},
                            {u"proxy_user"_s, proxy.user},
                            {u"own_authorities"_s, route.hasAuthorities()}});
    return Done;
}

int show(Invocation &call)
{
    Options options(call, Words::tr("Tells what stands between this machine and the network."));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    return place ? answer(call, (*place)->networkRoute()) : call.fail(place.error());
}

base::Done setProxy(workflow::NetworkRoute &route, const Options &options)
{
    http::Proxy proxy = route.proxy();
    if (options.has(u"proxy"_s)) {
        const auto typed = http::proxyFromText(options.get(u"proxy"_s));
        if (!typed)
            return base::passOn(typed);
        proxy = *typed;
    }
    if (options.has(u"proxy-user"_s))
        proxy.user = options.get(u"proxy-user"_s).trimmed();
    return route.setProxy(proxy);
}

int set(Invocation &call)
{
    Options options(call, Words::tr("Sets the proxy, and authorities that are trusted beside the "
                                    "system's; an empty value takes a choice back."));
    options
        .value(u"proxy"_s, Words::tr("system, none, http://proxy.example.org:3128 or socks5://…"))
        .value(u"proxy-user"_s, Words::tr("the account there, if it asks for one"))
        .value(u"authorities"_s, Words::tr("PEM file with certificates of authorities"));
    if (const auto over = options.read())
        return *over;
    const bool ofProxy = options.has(u"proxy"_s) || options.has(u"proxy-user"_s);
    if (!ofProxy && !options.has(u"authorities"_s))
        return call.usage(Words::tr("Say what to set, for example --proxy none."));
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    workflow::NetworkRoute &route = (*place)->networkRoute();
    if (ofProxy) {
        if (const base::Done done = setProxy(route, options); !done)
            return call.fail(done.error());
    }
    if (options.has(u"authorities"_s)) {
        const QString file = options.get(u"authorities"_s);
        const base::Done done =
            route.setAuthorities(file.isEmpty() ? file : QDir::current().absoluteFilePath(file));
        if (!done)
            return call.fail(done.error());
    }
    return answer(call, route);
}

int password(Invocation &call)
{
    Options options(call, Words::tr("Keeps the password of the proxy in the keyring. It is read "
                                    "from standard input."));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const auto typed = askPassword(Words::tr("Password of the proxy: "));
    if (!typed)
        return call.fail(typed.error());
    const base::Done kept =
        awaited((*place)->networkRoute().keepPassword(*typed, secret::Keep::ForGood));
    if (!kept)
        return call.fail(kept.error());
    call.say(Words::tr("Kept in the keyring."));
    return Done;
}

constexpr SubVerb subVerbs[] = {{"show", show}, {"set", set}, {"password", password}};

} // namespace

int runNetwork(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
