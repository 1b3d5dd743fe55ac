// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "ledger/ledger.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// The store is looked at without the rest of the program: it must work when nothing else does.
struct Store
{
    base::SystemClock clock;
    base::IdSource ids{clock};

    [[nodiscard]] base::Result<std::unique_ptr<ledger::Ledger>> open(const Invocation &call,
                                                                     ledger::OpenMode mode)
    {
        return ledger::Ledger::open(call.dataDir(), clock, ids, mode);
    }
};

int check(Invocation &call)
{
    Options options(call, Words::tr("Looks at the whole ledger: pages, chains, projections."));
    if (const auto over = options.read())
        return *over;
    Store store;
    const auto ledger = store.open(call, ledger::OpenMode::ReadOnly);
    if (!ledger)
        return call.fail(ledger.error());
    const auto report = (*ledger)->check();
    if (!report)
        return call.fail(report.error());
    QJsonArray faults;
    for (const ledger::Fault &fault : report->faults) {
        call.say(fault.sentence);
        faults.append(fault.sentence);
    }
    call.say(Words::tr("%1 events, %2 incidents, %3 consoles, schema %4")
                 .arg(report->events)
                 .arg(report->incidents)
                 .arg(report->consoles)
                 .arg(report->schema));
    call.answer(QJsonObject{{u"sound"_s, report->isSound()},
                            {u"events"_s, report->events},
                            {u"incidents"_s, report->incidents},
                            {u"consoles"_s, report->consoles},
                            {u"schema"_s, report->schema},
                            {u"faults"_s, faults},
                            {u"advice"_s, report->advice}});
    if (report->isSound())
        return Done;
    return call.fail({base::ErrorKind::Storage, report->advice, {}, {}});
}

int backup(Invocation &call)
{
    Options options(call, Words::tr("Copies the ledger to one file, whole, while it is in use."));
    options.positional(Words::tr("file"), Words::tr("where to"));
    if (const auto over = options.read())
        return *over;
    Store store;
    const auto ledger = store.open(call, ledger::OpenMode::ReadOnly);
    if (!ledger)
        return call.fail(ledger.error());
    const QString path = QDir::current().absoluteFilePath(options.argument(0));
    if (const base::Done done = (*ledger)->backup(path); !done)
        return call.fail(done.error());
    call.say(QDir::toNativeSeparators(path));
    call.answer(QJsonObject{{u"file"_s, path}});
    return Done;
}

int restore(Invocation &call)
{
    Options options(call,
                    Words::tr("Puts a backup in the place of the ledger; the old one is kept."));
    options.positional(Words::tr("file"), Words::tr("the backup"));
    if (const auto over = options.read())
        return *over;
    Store store;
    const auto kept = ledger::Ledger::restore(call.dataDir(),
                                              QDir::current().absoluteFilePath(options.argument(0)),
                                              store.clock, store.ids);
    if (!kept)
        return call.fail(kept.error());
    call.say(Words::tr("Restored. The ledger that was there is kept as %1.")
                 .arg(QDir::toNativeSeparators(*kept)));
    call.answer(QJsonObject{{u"kept"_s, *kept}});
    return Done;
}

int rebuild(Invocation &call)
{
    Options options(call, Words::tr("Makes all derived tables anew from the events."));
    if (const auto over = options.read())
        return *over;
    Store store;
    const auto ledger = store.open(call, ledger::OpenMode::ReadWrite);
    if (!ledger)
        return call.fail(ledger.error());
    if (const base::Done done = (*ledger)->rebuild(); !done)
        return call.fail(done.error());
    call.say(Words::tr("Rebuilt."));
    call.answer(QJsonObject{{u"rebuilt"_s, true}});
    return Done;
}

constexpr SubVerb subVerbs[] = {
    {"check", check}, {"backup", backup}, {"restore", restore}, {"rebuild", rebuild}};

} // namespace

int runStore(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
