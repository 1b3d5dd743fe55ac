// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/command/writesite.h"
#include "timing/zone.h"
#include "workflow/sitelook.h"
#include "workflow/siteupkeep.h"

#include <functional>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// The window tries again by itself; here nothing would.
base::Error withWayOn(base::Error error)
{
    if (error.retry.when != base::Retry::When::Never)
        error.text = Words::tr("%1 Then run “watchkeeper site build” again: nothing else tries it.")
                         .arg(error.text);
    return error;
}

int build(Invocation &call)
{
    Options options(call, Words::tr("Writes the whole status page anew."));
    options.value(u"to"_s, Words::tr("folder; that of the settings if it is left out"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const QString folder =
        options.has(u"to"_s) ? QDir(options.get(u"to"_s)).absolutePath() : (*place)->siteFolder();
    const auto copy = options.has(u"to"_s) ? (*place)->siteIn(folder) : nullptr;
    const auto report = writeSite(copy ? *copy : (*place)->site());
    if (!report)
        return call.fail(withWayOn(report.error()));
    call.say(Words::tr("%1 files, %2 of them changed, in %3")
                 .arg(report->made)
                 .arg(report->changed)
                 .arg(QDir::toNativeSeparators(folder)));
    const bool deploys = !copy && workflow::deployCommand((*place)->settings()).isSet();
    if (deploys)
        call.say(Words::tr("Deployed."));
    call.answer(QJsonObject{{u"folder"_s, folder},
                            {u"files"_s, report->made},
                            {u"changed"_s, report->changed},
                            {u"removed"_s, report->removed},
                            {u"deployed"_s, deploys}});
    return Done;
}

int deployWith(Invocation &call)
{
    Options options(call, Words::tr("Chooses the program that brings the status page to where it "
                                    "is served, after each change. It runs in the page's folder; "
                                    "no shell reads its arguments."));
    options
        .positional(Words::tr("program and arguments…"),
                    Words::tr("behind two hyphens: -- rsync -a ./ www@host:/srv/status/"))
        .value(u"limit"_s, Words::tr("seconds after which it is ended"), u"120"_s)
        .flag(u"off"_s, Words::tr("nothing is deployed any more"));
    if (const auto over = options.read())
        return *over;
    bool isNumber = false;
    const std::chrono::seconds limit(options.get(u"limit"_s).toInt(&isNumber));
    const QStringList words = options.words(0);
    if (!isNumber)
        return call.usage(Words::tr("The limit is a number of seconds."));
    if (words.isEmpty() != options.has(u"off"_s))
        return call.usage(Words::tr("Give the program and its arguments behind --, or --off."));
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    if (const base::Done done = workflow::setDeployCommand((*place)->settings(), words, limit);
        !done)
        return call.fail(done.error());
    call.say(words.isEmpty() ? Words::tr("Nothing is deployed any more.")
                             : Words::tr("Kept. “watchkeeper site build” tries it."));
    call.answer(QJsonObject{{u"deploy"_s, QJsonArray::fromStringList(words)},
                            {u"limit_s"_s, qint64(limit.count())}});
    return Done;
}

int deployment(Invocation &call)
{
    Options options(call, Words::tr("Tells how the last deployment of the status page went, and "
                                    "what its command wrote."));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir(), ledger::OpenMode::ReadOnly);
    if (!place)
        return call.fail(place.error());
    const auto last = (*place)->siteUpkeep().lastDeployment();
    if (!last) {
        call.say(Words::tr("Nothing was deployed yet."));
        call.answer(QJsonObject());
        return Done;
    }
    const QDateTime at = timing::toLocal(last->started, (*place)->desk().zone());
    call.say(u"%1  %2"_s.arg(at.toString(u"yyyy-MM-dd HH:mm:ss"_s), last->sentence));
    if (!last->output.isEmpty())
        call.say(last->output);
    call.answer(QJsonObject{{u"started"_s, timing::isoUtc(last->started)},
                            {u"took_s"_s, qint64(last->took.count())},
                            {u"succeeded"_s, last->succeeded},
                            {u"sentence"_s, last->sentence},
                            {u"output"_s, last->output}});
    return Done;
}

struct Choice
{
    QString option;
    QString help;
    std::function<base::Done(workflow::Desk &, const QString &)> keep;
};

/// What is kept as it is typed.
auto text(const settings::Setting<QString> &setting)
{
    return [&setting](workflow::Desk &desk, const QString &value) {
        return desk.settings().set(setting, value.trimmed());
    };
}

/// What is checked first.
auto checked(base::Done (*keep)(settings::Settings &, const QString &))
{
    return [keep](workflow::Desk &desk, const QString &value) {
        return keep(desk.settings(), value);
    };
}

base::Done keepLogo(workflow::Desk &desk, const QString &path)
{
    const QString file = path.isEmpty() ? path : QDir::current().absoluteFilePath(path);
    return workflow::setSiteLogo(desk.settings(), desk.dataDir(), file);
}

std::vector<Choice> choices()
{
    return {
        {u"name"_s, Words::tr("the service; stands on top"), text(settings::serviceName)},
        {u"url"_s, Words::tr("where readers find the page"), text(settings::siteUrl)},
        {u"footer"_s, Words::tr("plain text at the foot of every page"),
         text(settings::siteFooter)},
        {u"language"_s, Words::tr("of the posts and dates, like en-GB or de"),
         checked(workflow::setSiteLanguage)},
        {u"accent"_s, Words::tr("colour of links on a light page, like #2f5fd0"),
         checked(workflow::setSiteAccent)},
        {u"accent-dark"_s, Words::tr("the same on a dark page"),
         checked(workflow::setSiteAccentDark)},
        {u"band"_s, Words::tr("colour behind the name"), checked(workflow::setSiteBand)},
        {u"logo"_s, Words::tr("image file: PNG, JPEG, WebP or plain SVG"), keepLogo},
    };
}

int set(Invocation &call)
{
    Options options(call, Words::tr("Chooses how the status page looks; an empty value takes a "
                                    "choice back. The next build or post shows it."));
    for (const Choice &choice : choices())
        options.value(choice.option, choice.help);
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    QJsonArray kept;
    for (const Choice &choice : choices()) {
        if (!options.has(choice.option))
            continue;
        const base::Done done = choice.keep((*place)->desk(), options.get(choice.option));
        if (!done)
            return call.fail(done.error());
        kept.append(choice.option);
    }
    if (kept.isEmpty())
        return call.usage(Words::tr("say what to set, for example --accent #2f5fd0"));
    call.say(Words::tr("Kept. “watchkeeper site build” writes it to every page."));
    call.answer(QJsonObject{{u"set"_s, kept}});
    return Done;
}

constexpr SubVerb subVerbs[] = {
    {"build", build}, {"set", set}, {"deploy-with", deployWith}, {"deployment", deployment}};

} // namespace

int runSite(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
