// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/rehearsal/rehearsal.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// Where the rehearsal plays: never in the real data folder unless somebody says so.
base::Result<QString> stage(const Invocation &call, bool chosen)
{
    if (chosen)
        return call.dataDir();
    QTemporaryDir folder(QDir::temp().filePath(u"watchkeeper-rehearsal-XXXXXX"_s));
    if (!folder.isValid()) {
        return base::fail(
            base::ErrorKind::Storage,
            Words::tr("The rehearsal finds no place for its files. Choose a folder with "
                      "--data."));
    }
    folder.setAutoRemove(false);
    return folder.path();
}

int play(const Invocation &call, const QString &folder, const RehearsalOptions &chosen)
{
    if (const base::Done prepared = Rehearsal::prepare(folder, chosen); !prepared)
        return call.fail(prepared.error());
    auto place = Workplace::open(folder);
    if (!place)
        return call.fail(place.error());
    static_cast<void>((*place)->settings().set(settings::serviceName, Words::tr("Practice shop")));
    Window window(std::move(*place), *qApp);
    QJsonArray steps;
    Rehearsal rehearsal(
        window, chosen, [&](const QString &step, double seconds, const QString &result) {
            call.say(u"%1 s  %2: %3"_s.arg(seconds, 6, 'f', 1).arg(step, result));
            steps.append(
                QJsonObject{{u"step"_s, step}, {u"seconds"_s, seconds}, {u"result"_s, result}});
        });
    QString trouble;
    QObject::connect(&rehearsal, &Rehearsal::done, &window, [&](const QString &what) {
        trouble = what;
        if (chosen.alone || !what.isEmpty())
            QApplication::quit();
    });
    window.show();
    rehearsal.start();
    if (trouble.isEmpty())
        QApplication::exec();
    call.say(Words::tr("status page:  %1").arg(window.place().siteFolder() + u"/index.html"_s));
    call.say(Words::tr("postmortem:   %1").arg(rehearsal.postmortemPath()));
    for (const QString &path : rehearsal.screenshots())
        call.say(Words::tr("screenshot:   %1").arg(path));
    call.answer(QJsonObject{{u"steps"_s, steps},
                            {u"site"_s, window.place().siteFolder()},
                            {u"postmortem"_s, rehearsal.postmortemPath()},
                            {u"screenshots"_s, QJsonArray::fromStringList(rehearsal.screenshots())},
                            {u"trouble"_s, trouble}});
    if (trouble.isEmpty())
        return Done;
    return call.fail({base::ErrorKind::Internal, trouble, {}, {}});
}

} // namespace

int runRehearse(Invocation &call)
{
    Options options(
        call, Words::tr("Plays the whole job on a practice service that really breaks: in the "
                        "window for you to drive, or alone."));
    options.value(u"scenario"_s, base::namesOf<Breakage>(), u"killed"_s)
        .flag(u"fast"_s, Words::tr("look each second, wait shortly"))
        .flag(u"headless"_s, Words::tr("alone, without a display"));
    if (const auto over = options.read())
        return *over;
    const auto scenario = base::fromName<Breakage>(options.get(u"scenario"_s));
    if (!scenario || *scenario == Breakage::None)
        return call.usage(Words::tr("The scenario is one of killed, slow, wrong, intermittent."));
    const auto folder = stage(call, options.has(u"data"_s));
    if (!folder)
        return call.fail(folder.error());
    const bool alone = options.has(u"headless"_s);
    return play(call, *folder, {*scenario, options.has(u"fast"_s), alone});
}

int runPracticeService(Invocation &call)
{
    Options options(call,
                    Words::tr("The practice service of the rehearsal; a line on standard input "
                              "breaks or mends it."));
    options.value(u"port"_s, Words::tr("port on loopback; 0 lets the system choose"), u"0"_s);
    if (const auto over = options.read())
        return *over;
    return runPracticeService(options.get(u"port"_s).toUShort());
}

} // namespace app
