// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/eventstore.h"

#include "incident/eventjson.h"
#include "ledger/console.h"
#include "ledger/text.h"

#include <QCryptographicHash>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

constexpr auto insertEvent =
    "INSERT INTO event (id, incident, console, console_seq, kind, payload, occurred_lo,"
    " occurred_hi, occurred_precision, recorded, author, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1;
constexpr auto eventsOfIncident =
    "SELECT id, incident, console, console_seq, kind, payload, occurred_lo, occurred_hi,"
    " occurred_precision, recorded, author, hash"
    " FROM event WHERE incident = ? ORDER BY recorded, id"_L1;
constexpr auto eventsOfConsole =
    "SELECT id, incident, console, console_seq, kind, payload, occurred_lo, occurred_hi,"
    " occurred_precision, recorded, author, hash"
    " FROM event WHERE console = ? AND console_seq > ? ORDER BY console_seq LIMIT ?"_L1;
constexpr auto eventWithId =
    "SELECT id, incident, console, console_seq, kind, payload, occurred_lo, occurred_hi,"
    " occurred_precision, recorded, author, hash FROM event WHERE id = ?"_L1;
constexpr auto countEvents = "SELECT count(*) FROM event WHERE incident = ?"_L1;
constexpr auto hashOfEvent = "SELECT hash FROM event WHERE console = ? AND console_seq = ?"_L1;
constexpr auto incidentsWithEvents =
    "SELECT incident FROM event GROUP BY incident ORDER BY min(recorded), min(id)"_L1;

StoredEvent storedFrom(const Row &row)
{
    StoredEvent stored;
    stored.event.id = row.text(0);
    stored.event.incident = row.text(1);
    stored.console = row.text(2);
    stored.seq = row.number(3);
    stored.kind = row.text(4);
    stored.payload = row.bytes(5);
    stored.occurred = {row.text(6), row.text(7), row.text(8)};
    stored.event.recorded = row.instant(9);
    stored.event.author = row.text(10);
    stored.hash = row.text(11);
    auto payload = incident::payloadFromJson(stored.kind, stored.payload);
    const auto occurred = row.roughInstant(6);
    stored.isReadable = payload && occurred;
    // One event that cannot be read must not hide the rest of its incident.
    stored.event.payload = stored.isReadable ? std::move(*payload)
                                             : incident::UnknownEvent{stored.kind, stored.payload};
    stored.event.occurred = occurred.value_or(timing::RoughInstant());
    return stored;
}

class ChainHash
{
public:
    void add(const QByteArray &field)
    {
        m_hash.addData(QByteArray::number(field.size()) + ':' + field + ',');
    }
    void add(const QString &field) { add(field.toUtf8()); }
    void add(qint64 number) { add(QByteArray::number(number)); }

    [[nodiscard]] QString result() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

QString secondsText(const std::optional<base::Instant> &at)
{
    return at ? QString::number(at->time_since_epoch().count()) : QString();
}

/// The event in the form in which it will be read again; nothing if it could not be.
std::optional<StoredEvent> prepare(const incident::NewEvent &event)
{
    StoredEvent stored;
    stored.kind = storable(incident::kindName(event.payload));
    const QString payload = storable(QString::fromUtf8(incident::payloadJson(event.payload)));
    stored.payload = payload.toUtf8();
    auto readBack = incident::payloadFromJson(stored.kind, stored.payload);
    if (!readBack)
        return std::nullopt;
    stored.event.payload = std::move(*readBack);
    stored.event.occurred = event.occurred;
    stored.occurred = {secondsText(event.occurred.lo()), secondsText(event.occurred.hi()),
                       base::toName(event.occurred.precision())};
    return stored;
}

Values valuesOf(const StoredEvent &stored)
{
    const incident::Event &event = stored.event;
    return Values()
        .add(event.id)
        .add(event.incident)
        .add(stored.console)
        .add(stored.seq)
        .add(stored.kind)
        .add(QString::fromUtf8(stored.payload))
        .add(event.occurred)
        .add(event.recorded)
        .add(event.author)
        .add(stored.hash);
}

} // namespace

QString chainHash(const QString &previous, const StoredEvent &stored)
{
    const incident::Event &event = stored.event;
    ChainHash hash;
    hash.add(previous);
    hash.add(event.id);
    hash.add(event.incident);
    hash.add(stored.console);
    hash.add(stored.seq);
    hash.add(stored.kind);
    hash.add(stored.payload);
    for (const QString &part : stored.occurred)
        hash.add(part);
    hash.add(qint64(event.recorded.time_since_epoch().count()));
    hash.add(event.author);
    return hash.result();
}

base::Result<std::vector<incident::Event>>
EventStore::append(const QString &incident, const QString &author,
                   std::span<const incident::NewEvent> events, const incident::Event *last,
                   base::Instant now, base::IdSource &ids)
{
    auto console = thisConsole(m_database);
    if (!console)
        return base::passOn(console);
    if (last) {
        now = std::max(now, last->recorded);
        ids.startAfter(last->id);
    }
    std::vector<incident::Event> appended;
    for (const incident::NewEvent &event : events) {
        auto stored = prepare(event);
        if (!stored)
            return base::fail(base::ErrorKind::Internal,
                              LedgerText::tr("What was entered could not be stored in a form that "
                                             "can be read again. Nothing was changed. Please "
                                             "report this."),
                              incident::kindName(event.payload));
        stored->event.id = ids.next();
        stored->event.incident = incident;
        stored->event.recorded = now;
        stored->event.author = storable(author);
        stored->console = console->id;
        stored->seq = ++console->seq;
        stored->hash = console->hash = chainHash(console->hash, *stored);
        if (auto done = m_database.run(insertEvent, valuesOf(*stored)); !done)
            return base::passOn(done);
        appended.push_back(std::move(stored->event));
    }
    if (auto done = moveHead(m_database, *console); !done)
        return base::passOn(done);
    return appended;
}

base::Result<bool> EventStore::adopt(StoredEvent stored)
{
    const auto known = m_database.row(eventWithId, Values().add(stored.event.id));
    if (!known)
        return base::passOn(known);
    if (*known) {
        const StoredEvent here = storedFrom(**known);
        const bool same = here.kind == stored.kind && here.payload == stored.payload &&
                          here.occurred == stored.occurred &&
                          here.event.incident == stored.event.incident &&
                          here.event.recorded == stored.event.recorded &&
                          here.event.author == stored.event.author;
        if (same)
            return false;
        return base::fail(base::ErrorKind::Conflict,
                          LedgerText::tr("An event of this incident stands here differently, so "
                                         "nothing was taken in. Check both ledgers with: "
                                         "watchkeeper store check"),
                          stored.event.id);
    }
    auto console = thisConsole(m_database);
    if (!console)
        return base::passOn(console);
    stored.console = console->id;
    stored.seq = ++console->seq;
    stored.hash = console->hash = chainHash(console->hash, stored);
    if (auto done = m_database.run(insertEvent, valuesOf(stored)); !done)
        return base::passOn(done);
    if (auto done = moveHead(m_database, *console); !done)
        return base::passOn(done);
    return true;
}

base::Result<std::vector<incident::Event>> EventStore::of(const QString &incident)
{
    auto found = stored(incident);
    if (!found)
        return base::passOn(found);
    std::vector<incident::Event> events;
    events.reserve(found->size());
    for (StoredEvent &event : *found)
        events.push_back(std::move(event.event));
    return events;
}

base::Result<std::vector<StoredEvent>> EventStore::stored(const QString &incident)
{
    const auto rows = m_database.rows(eventsOfIncident, Values().add(incident));
    if (!rows)
        return base::passOn(rows);
    std::vector<StoredEvent> events;
    events.reserve(rows->size());
    for (const Row &row : *rows)
        events.push_back(storedFrom(row));
    return events;
}

base::Result<qint64> EventStore::count(const QString &incident)
{
    return m_database.number(countEvents, Values().add(incident));
}

base::Result<QString> EventStore::hashBefore(const QString &console, qint64 seq)
{
    const auto row = m_database.row(hashOfEvent, Values().add(console).add(seq - 1));
    if (!row)
        return base::passOn(row);
    return *row ? (*row)->text(0) : QString();
}

base::Result<QStringList> EventStore::incidents()
{
    const auto rows = m_database.rows(incidentsWithEvents);
    if (!rows)
        return base::passOn(rows);
    QStringList incidents;
    for (const Row &row : *rows)
        incidents.append(row.text(0));
    return incidents;
}

base::Result<std::vector<StoredEvent>> EventStore::after(const QString &console, qint64 seq,
                                                         int count)
{
    const auto rows = m_database.rows(eventsOfConsole, Values().add(console).add(seq).add(count));
    if (!rows)
        return base::passOn(rows);
    std::vector<StoredEvent> events;
    events.reserve(rows->size());
    for (const Row &row : *rows)
        events.push_back(storedFrom(row));
    return events;
}

} // namespace ledger
