// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/id.h"
#include "incident/event.h"
#include "ledger/database.h"

#include <span>

namespace ledger {

/// An event with what keeps it in its place.
struct StoredEvent
{
    incident::Event event;
    QString console;
    qint64 seq = 0; ///< 1 for the first of its console
    QString kind;
    QByteArray payload;
    QStringList occurred; ///< lo, hi and precision as they are stored; empty = not bounded
    QString hash;
    /// False: kept as it is, without effect, because its payload or its times do not parse.
    bool isReadable = true;
};

/// SHA-256 (64 hexadecimal digits) over the hash of the console's event before this one (empty for
/// the first) and id, incident, console, seq, kind, payload, occurred lo, hi and precision,
/// recorded, author: each in UTF-8, numbers in decimal, a missing bound empty, written as its
/// length in bytes, ":", itself and ",".
[[nodiscard]] QString chainHash(const QString &previous, const StoredEvent &stored);

/// The table of what has happened.
class EventStore
{
public:
    explicit EventStore(Database &database)
        : m_database(database)
    {}

    /// Appends to the chain of this console; answers with the events as they will be read again.
    /// Together they sort after `last`, the incident's newest event so far, if there is one: also
    /// when the machine's clock has gone back. Inside a write transaction only.
    [[nodiscard]] base::Result<std::vector<incident::Event>>
    append(const QString &incident, const QString &author,
           std::span<const incident::NewEvent> events, const incident::Event *last,
           base::Instant now, base::IdSource &ids);

    /// In fold order: (recorded, id).
    [[nodiscard]] base::Result<std::vector<incident::Event>> of(const QString &incident);
    /// The same with what keeps them in their places.
    [[nodiscard]] base::Result<std::vector<StoredEvent>> stored(const QString &incident);
    /// How many it has. As events are only ever appended, it is as it was while this is the same.
    [[nodiscard]] base::Result<qint64> count(const QString &incident);
    /// The hash of the console's event before this one; empty for the first.
    [[nodiscard]] base::Result<QString> hashBefore(const QString &console, qint64 seq);
    /// Appends an event of another console to the chain of this one, with its id, its times and
    /// its author; false if it is there. Inside a write transaction only. Errors: Conflict if
    /// another event has its id.
    [[nodiscard]] base::Result<bool> adopt(StoredEvent stored);
    /// All incidents that have events, oldest first.
    [[nodiscard]] base::Result<QStringList> incidents();
    /// At most `count` events of a console from after `seq` on, in their sequence.
    [[nodiscard]] base::Result<std::vector<StoredEvent>> after(const QString &console, qint64 seq,
                                                               int count);

private:
    Database &m_database;
};

} // namespace ledger
