// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/incidentverbs.h"
#include "app/command/words.h"
#include "workflow/remedies.h"

#include <QEventLoop>

namespace app {

using namespace Qt::StringLiterals;

int incidentRemedy(Invocation &call)
{
    Options options(
        call, Words::tr("Runs the command that a step of the checklist carries, or the rule of a "
                        "monitor."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("step"), Words::tr("id of the step, or name of the monitor"))
        .flag(u"dry-run"_s, Words::tr("try it without effect"));
    if (const auto over = options.read())
        return *over;
    const auto found = namedIncident(call, options.argument(0));
    if (!found)
        return call.fail(found.error());
    workflow::Remedies remedies(found->place->desk());
    QEventLoop loop;
    QObject::connect(&remedies, &workflow::Remedies::failed, &loop,
                     [&](const base::Error &error) { loop.exit(call.fail(error)); });
    QObject::connect(&remedies, &workflow::Remedies::ended, &loop,
                     [&](const QString &, const incident::RemedyRun &run) {
                         call.say(run.output.trimmed());
                         call.answer(QJsonObject{{u"name"_s, run.name},
                                                 {u"exit_code"_s, run.exitCode},
                                                 {u"timed_out"_s, run.timedOut},
                                                 {u"dry_run"_s, run.dryRun},
                                                 {u"output"_s, run.output}});
                         const bool well = run.exitCode == 0 && !run.timedOut;
                         const base::Error error{base::ErrorKind::Refused,
                                                 Words::tr("“%1” has not run well. Its output is "
                                                           "with the incident.")
                                                     .arg(run.name),
                                                 {},
                                                 {}};
                         loop.exit(well ? int(Done) : call.fail(error));
                     });
    // Once the loop runs: a command that cannot start ends at once.
    QMetaObject::invokeMethod(
        &loop,
        [&] {
            const auto begun =
                remedies.run(found->id, options.argument(1), options.has(u"dry-run"_s));
            if (!begun)
                loop.exit(call.fail(begun.error()));
        },
        Qt::QueuedConnection);
    return loop.exec();
}

} // namespace app
