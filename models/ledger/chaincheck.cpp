// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/chaincheck.h"

#include "base/id.h"
#include "ledger/eventstore.h"
#include "ledger/text.h"

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

// Bounds the memory that a check takes, whatever the size of the ledger.
constexpr int eventsAtATime = 500;

constexpr auto allConsoles = "SELECT id, seq, hash FROM console ORDER BY id"_L1;

/// Follows the chain of one console.
class ChainWalk
{
public:
    ChainWalk(const QString &console, CheckReport &report)
        : m_console(console)
        , m_name(base::shortId(console))
        , m_report(report)
    {}

    base::Done run(EventStore &store)
    {
        while (true) {
            const auto events = store.after(m_console, m_seq, eventsAtATime);
            if (!events)
                return base::passOn(events);
            if (events->empty())
                return {};
            for (const StoredEvent &event : *events)
                visit(event);
        }
    }

    /// The end of the chain as the console's own row remembers it: shows what was cut off.
    void finish(qint64 seq, const QString &hash)
    {
        if (seq > m_seq)
            add(Fault::Kind::Hole, LedgerText::tr("Events %1 to %2 of console %3 are missing.")
                                       .arg(m_seq + 1)
                                       .arg(seq)
                                       .arg(m_name));
        else if (seq != m_seq || hash != m_hash)
            add(Fault::Kind::Chain,
                LedgerText::tr("The chain of console %1 does not end as it was left.").arg(m_name));
    }

private:
    void visit(const StoredEvent &stored)
    {
        ++m_report.events;
        if (stored.seq != m_seq + 1)
            add(Fault::Kind::Hole, LedgerText::tr("Events %1 to %2 of console %3 are missing.")
                                       .arg(m_seq + 1)
                                       .arg(stored.seq - 1)
                                       .arg(m_name));
        else if (stored.hash != chainHash(m_hash, stored))
            add(Fault::Kind::Chain,
                LedgerText::tr(
                    "Event %1 of console %2, of incident %3, was changed after it was written.")
                    .arg(stored.seq)
                    .arg(m_name, stored.event.incident));
        if (!stored.isReadable)
            add(Fault::Kind::Unreadable,
                LedgerText::tr(
                    "Event %1 of console %2, of incident %3 and kind %4, cannot be read.")
                    .arg(stored.seq)
                    .arg(m_name, stored.event.incident, stored.kind));
        m_seq = stored.seq;
        m_hash = stored.hash;
    }

    void add(Fault::Kind kind, const QString &sentence)
    {
        m_report.faults.push_back({kind, sentence});
    }

    QString m_console;
    QString m_name;
    CheckReport &m_report;
    qint64 m_seq = 0;
    QString m_hash;
};

} // namespace

base::Done checkChains(Database &database, CheckReport &report)
{
    const auto consoles = database.rows(allConsoles);
    if (!consoles)
        return base::passOn(consoles);
    report.consoles = qint64(consoles->size());
    EventStore store(database);
    for (const Row &console : *consoles) {
        ChainWalk walk(console.text(0), report);
        if (auto done = walk.run(store); !done)
            return done;
        walk.finish(console.number(1), console.text(2));
    }
    return {};
}

} // namespace ledger
