// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"

#include <QDir>
#include <QEventLoop>
#include <QFutureWatcher>
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

constexpr SubVerb subVerbs[] = {{"build", build}};

} // namespace

int runSite(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
