// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/awaited.h"
#include "app/command/options.h"
#include "app/command/password.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "workflow/logins.h"

#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;
using workflow::Login;
using workflow::LoginKind;

namespace {

QJsonObject toObject(const Login &login)
{
    return {{u"address"_s, login.place.toString()},
            {u"kind"_s, base::toName(login.kind)},
            {u"user"_s, login.user}};
}

int list(Invocation &call)
{
    Options options(call, Words::tr("Lists the logins for servers that are asked."));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    QJsonArray entries;
    for (const Login &login : (*place)->logins().list()) {
        call.say(u"%1  %2  %3"_s.arg(login.place.toString(), base::toName(login.kind), login.user)
                     .trimmed());
        entries.append(toObject(login));
    }
    if (entries.isEmpty())
        call.say(Words::tr("There are no logins."));
    call.answer(entries);
    return Done;
}

int add(Invocation &call)
{
    Options options(call, Words::tr("Keeps a login for a Prometheus, an Alertmanager or a page of "
                                    "metrics. The password or token is read from standard input."));
    options.positional(Words::tr("address"), Words::tr("https://prometheus.example.org"))
        .value(u"user"_s, Words::tr("the user; without it, what is read is a token"))
        .flag(u"session"_s, Words::tr("do not keep the password: WATCHKEEPER_PASSWORD_HOST_PORT "
                                      "gives it later"));
    if (const auto over = options.read())
        return *over;
    const auto address = workflow::Logins::placeOf(options.argument(0));
    if (!address)
        return call.fail(address.error());
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const QString user = options.get(u"user"_s);
    const Login login{*address, user.isEmpty() ? LoginKind::Bearer : LoginKind::Basic, user};
    const auto secret = askPassword(Words::tr("Password or token: "));
    if (!secret)
        return call.fail(secret.error());
    const auto keep = options.has(u"session"_s) ? secret::Keep::Session : secret::Keep::ForGood;
    const base::Done kept = awaited((*place)->logins().add(login, *secret, keep));
    if (!kept)
        return call.fail(kept.error());
    call.say(Words::tr("Kept for %1.").arg(login.place.toString()));
    call.answer(toObject(login));
    return Done;
}

int remove(Invocation &call)
{
    Options options(call, Words::tr("Forgets a login."));
    options.positional(Words::tr("address"), Words::tr("as “login list” shows it"));
    if (const auto over = options.read())
        return *over;
    const auto address = workflow::Logins::placeOf(options.argument(0));
    if (!address)
        return call.fail(address.error());
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    if (const base::Done removed = (*place)->logins().remove(*address); !removed)
        return call.fail(removed.error());
    call.say(Words::tr("Forgotten."));
    return Done;
}

constexpr SubVerb subVerbs[] = {{"list", list}, {"add", add}, {"remove", remove}};

} // namespace

int runLogin(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
