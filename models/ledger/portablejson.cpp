// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/portablejson.h"

#include "ledger/text.h"

#include <algorithm>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

constexpr auto format = "watchkeeper-incident"_L1;
constexpr int version = 1;
/// No incident comes near it; a file that size is something else.
constexpr qsizetype largest = 64 * 1024 * 1024;

QString sealOf(const PortableIncident &incident)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(incident.incident.toUtf8() + '\n');
    for (const PortableEvent &event : incident.events)
        hash.addData((event.previous + u' ' + event.stored.hash + u'\n').toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

base::Error foreign()
{
    return {base::ErrorKind::Format,
            LedgerText::tr("This is not an incident that Watchkeeper exported. Choose a file from "
                           "“history export”."),
            {},
            {}};
}

base::Error torn()
{
    return {base::ErrorKind::Format,
            LedgerText::tr("The file is torn or was changed after it was exported. Export the "
                           "incident again, and copy the whole file."),
            {},
            {}};
}

QJsonObject toJson(const PortableEvent &portable)
{
    const StoredEvent &stored = portable.stored;
    return {{u"id"_s, stored.event.id},
            {u"console"_s, stored.console},
            {u"seq"_s, stored.seq},
            {u"kind"_s, stored.kind},
            {u"payload"_s, QString::fromUtf8(stored.payload)},
            {u"occurred"_s, QJsonArray::fromStringList(stored.occurred)},
            {u"recorded"_s, qint64(stored.event.recorded.time_since_epoch().count())},
            {u"author"_s, stored.event.author},
            {u"hash"_s, stored.hash},
            {u"previous"_s, portable.previous}};
}

PortableEvent eventFrom(const QJsonObject &json, const QString &incident)
{
    PortableEvent portable;
    StoredEvent &stored = portable.stored;
    stored.event.id = json.value("id"_L1).toString();
    stored.event.incident = incident;
    stored.console = json.value("console"_L1).toString();
    stored.seq = json.value("seq"_L1).toInteger();
    stored.kind = json.value("kind"_L1).toString();
    stored.payload = json.value("payload"_L1).toString().toUtf8();
    for (const QJsonValue &part : json.value("occurred"_L1).toArray())
        stored.occurred += part.toString();
    stored.event.recorded = base::Instant(base::Span(json.value("recorded"_L1).toInteger()));
    stored.event.author = json.value("author"_L1).toString();
    stored.hash = json.value("hash"_L1).toString();
    portable.previous = json.value("previous"_L1).toString();
    return portable;
}

/// Its three columns as a value; nothing if they contradict each other.
std::optional<timing::RoughInstant> occurredOf(const StoredEvent &stored)
{
    const auto precision = base::fromName<timing::Precision>(stored.occurred.value(2));
    if (!precision)
        return std::nullopt;
    const auto bound = [&](int part) {
        const QString text = stored.occurred.value(part);
        return text.isEmpty() ? std::nullopt
                              : std::optional(base::Instant(base::Span(text.toLongLong())));
    };
    return timing::RoughInstant::fromParts(bound(0), bound(1), *precision);
}

bool isWhole(const PortableEvent &event)
{
    const StoredEvent &stored = event.stored;
    return !stored.event.id.isEmpty() && stored.occurred.size() == 3 &&
           chainHash(event.previous, stored) == stored.hash;
}

} // namespace

QByteArray toPortableJson(const PortableIncident &incident, const QString &ref)
{
    QJsonArray events;
    for (const PortableEvent &event : incident.events)
        events.append(toJson(event));
    return QJsonDocument(QJsonObject{{u"format"_s, QString(format)},
                                     {u"version"_s, version},
                                     {u"incident"_s, incident.incident},
                                     {u"ref"_s, ref},
                                     {u"events"_s, events},
                                     {u"sha256"_s, sealOf(incident)}})
        .toJson();
}

base::Result<PortableIncident> fromPortableJson(const QByteArray &file)
{
    if (file.size() > largest)
        return tl::make_unexpected(foreign());
    QJsonParseError problem;
    const QJsonObject json = QJsonDocument::fromJson(file, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        // Sorted keys put the events first, and the name of the format behind them.
        const bool ours = file.trimmed().startsWith("{") && file.contains("\"console\"") &&
                          file.contains("\"occurred\"");
        return tl::make_unexpected(ours ? torn() : foreign());
    }
    if (json.value("format"_L1).toString() != format)
        return tl::make_unexpected(foreign());
    if (json.value("version"_L1).toInt() > version) {
        return base::fail(base::ErrorKind::Format,
                          LedgerText::tr("A newer Watchkeeper exported this incident. Update this "
                                         "one, then take the file in."));
    }
    PortableIncident incident;
    incident.incident = json.value("incident"_L1).toString();
    for (const QJsonValue &event : json.value("events"_L1).toArray()) {
        PortableEvent portable = eventFrom(event.toObject(), incident.incident);
        const auto occurred = occurredOf(portable.stored);
        if (!occurred)
            return tl::make_unexpected(torn());
        portable.stored.event.occurred = *occurred;
        incident.events.push_back(std::move(portable));
    }
    const bool whole = !incident.events.empty() && !incident.incident.isEmpty() &&
                       std::ranges::all_of(incident.events, isWhole) &&
                       json.value("sha256"_L1).toString() == sealOf(incident);
    if (!whole)
        return tl::make_unexpected(torn());
    return incident;
}

} // namespace ledger
