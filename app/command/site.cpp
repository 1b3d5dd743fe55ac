// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "workflow/sitelook.h"

#include <functional>
#include <QDir>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

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
    const auto site = (*place)->siteIn(folder);
    QFutureWatcher<base::Result<staticsite::BuildReport>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(site->build());
    if (!watcher.isFinished())
        loop.exec();
    const auto report = watcher.result();
    if (!report)
        return call.fail(report.error());
    call.say(Words::tr("%1 files, %2 of them changed, in %3")
                 .arg(report->made)
                 .arg(report->changed)
                 .arg(QDir::toNativeSeparators(folder)));
    call.answer(QJsonObject{{u"folder"_s, folder},
                            {u"files"_s, report->made},
                            {u"changed"_s, report->changed},
                            {u"removed"_s, report->removed}});
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

constexpr SubVerb subVerbs[] = {{"build", build}, {"set", set}};

} // namespace

int runSite(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
