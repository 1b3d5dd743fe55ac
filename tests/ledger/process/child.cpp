// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Another process that uses a ledger, for tests that kill it, limit it or run several of it. It
// says one line for each thing that the ledger has promised to keep: "done <n>", or "error <text>".

#include "ledger/ledgerfile.h"
#include "ledger/restore.h"
#include "support/ledgerfolder.h"

#include <csignal>
#include <cstdio>

#include <QCoreApplication>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

const base::SystemClock systemClock;
/// Several of us on a slow machine keep each other waiting; that is not what fails here.
constexpr std::chrono::milliseconds patience{60'000};

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

int failed(const base::Error &error)
{
    say(u"error "_s + base::toName(error.kind) + u' ' + error.text);
    return 1;
}

} // namespace

template <>
struct base::EnumNames<base::ErrorKind>
{
    static constexpr base::NamedValue<base::ErrorKind> table[] = {
        {base::ErrorKind::Storage, "storage"},   {base::ErrorKind::Timeout, "timeout"},
        {base::ErrorKind::Format, "format"},     {base::ErrorKind::Refused, "refused"},
        {base::ErrorKind::Conflict, "conflict"}, {base::ErrorKind::Internal, "internal"},
    };
};

namespace {

class Child
{
public:
    explicit Child(QStringList arguments)
        : m_arguments(std::move(arguments))
        , m_ids(systemClock)
    {}

    int run()
    {
        const QString verb = m_arguments.value(1);
        if (verb == u"restore"_s)
            return restore();
        if (verb == u"migrate"_s)
            return migrate();
        if (verb == u"limited"_s)
            limitFileSize(argument(3).toULongLong());
        const auto mode =
            verb == u"look"_s ? ledger::OpenMode::ReadOnly : ledger::OpenMode::ReadWrite;
        auto ledger = ledger::Ledger::open(argument(2), systemClock, m_ids, mode, patience);
        if (!ledger)
            return failed(ledger.error());
        m_ledger = std::move(*ledger);
        if (verb == u"append"_s || verb == u"limited"_s)
            return append(argument(4).toInt());
        if (verb == u"look"_s)
            return look();
        if (verb == u"count"_s)
            return count(argument(3).toInt());
        if (verb == u"open"_s)
            return openIncidents(argument(3).toInt());
        if (verb == u"claim"_s)
            return claimAll();
        if (verb == u"backup"_s)
            return backup(argument(3).toInt());
        return 2;
    }

private:
    [[nodiscard]] QString argument(int n) const { return m_arguments.value(n); }

    int restore()
    {
        const auto aside =
            ledger::restoreLedger(argument(2), argument(3), systemClock, m_ids, patience);
        if (!aside)
            return failed(aside.error());
        say(u"done 1"_s);
        return 0;
    }

    int migrate()
    {
        const auto file = ledger::LedgerFile::open(
            {argument(2), argument(3), ledger::OpenMode::ReadWrite, patience}, systemClock, m_ids);
        if (!file)
            return failed(file.error());
        say(u"done 1"_s);
        return 0;
    }

    static void limitFileSize(rlim_t bytes)
    {
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
    }

    /// Changes with all that goes along: two events, an intent and a draft each.
    int append(int times)
    {
        const QString id = m_ids.next();
        for (int n = 1; n <= times; ++n) {
            ledger::Intent intent;
            intent.incident = id;
            intent.revision = QString::number(n);
            intent.target = u"site"_s;
            intent.key = ledger::intentKey(id + intent.revision, intent.target);
            ledger::Along along;
            along.intents = {intent};
            if (n > 1)
                along.dropDraft = id + QString::number(n - 1);
            const auto decide =
                n == 1 ? support::happens(support::opened({}, u"1"_s), incident::Noted{u"1"_s})
                       : support::happens(incident::TitleChanged{QString::number(n)},
                                          incident::Noted{QString(500, u'x')});
            if (const auto done = m_ledger->change(id, u"child"_s, decide, along); !done)
                return failed(done.error());
            say(u"done %1"_s.arg(n));
            if (auto done = m_ledger->drafts().save(id + QString::number(n), "{}"); !done)
                return failed(done.error());
        }
        return 0;
    }

    int look()
    {
        const auto incidents = m_ledger->list();
        if (!incidents)
            return failed(incidents.error());
        for (const ledger::Summary &incident : *incidents) {
            if (const auto loaded = m_ledger->load(incident.id); !loaded)
                return failed(loaded.error());
            say(u"done "_s + incident.title);
        }
        return 0;
    }

    /// Raises the number in the title of the incident "shared".
    int count(int times)
    {
        for (int n = 1; n <= times; ++n) {
            const auto done = m_ledger->change(
                u"shared"_s, u"child"_s,
                [](const incident::Incident &before)
                    -> base::Result<std::vector<incident::NewEvent>> {
                    const QString next = QString::number(before.title.toInt() + 1);
                    if (!before.exists())
                        return std::vector<incident::NewEvent>{{support::opened({}, next), {}}};
                    return std::vector<incident::NewEvent>{{incident::TitleChanged{next}, {}}};
                });
            if (!done)
                return failed(done.error());
            say(u"done "_s + done->title);
        }
        return 0;
    }

    int openIncidents(int times)
    {
        for (int n = 1; n <= times; ++n) {
            const auto done = m_ledger->change(
                m_ids.next(), u"child"_s,
                [&](const incident::Incident &) -> base::Result<std::vector<incident::NewEvent>> {
                    const auto ref = m_ledger->nextRef(QDate(2026, 11, 22));
                    if (!ref)
                        return base::passOn(ref);
                    return std::vector<incident::NewEvent>{{support::opened(*ref, *ref), {}}};
                });
            if (!done)
                return failed(done.error());
            say(u"done "_s + done->ref);
        }
        return 0;
    }

    int claimAll()
    {
        const auto now = systemClock.now();
        const auto due = m_ledger->outbox().due(now);
        if (!due)
            return failed(due.error());
        for (const ledger::Intent &intent : *due) {
            const auto mine =
                m_ledger->outbox().claim(intent.key, now, now + std::chrono::hours(1));
            if (!mine)
                return failed(mine.error());
            if (*mine)
                say(u"done "_s + intent.key);
        }
        return 0;
    }

    int backup(int times)
    {
        for (int n = 1; n <= times; ++n) {
            if (auto done = m_ledger->backup(argument(4)); !done)
                return failed(done.error());
            say(u"done %1"_s.arg(n));
        }
        return 0;
    }

    QStringList m_arguments;
    base::IdSource m_ids;
    std::unique_ptr<ledger::Ledger> m_ledger;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    return Child(QCoreApplication::arguments()).run();
}
