// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/archive.h"

#include "archive/archivefile.h"
#include "archive/slot.h"
#include "archive/words.h"
#include "ledger/transaction.h"

#include <algorithm>

namespace archive {

using namespace Qt::StringLiterals;
using health::Quality;
using health::Sample;
using ledger::Row;
using ledger::Transaction;
using ledger::Values;

namespace {

const QString columns =
    u"id, ok, failed, not_measured, paused, \"values\", min, max, sum, samples"_s;

ChunkHeader headerIn(const Row &row)
{
    ChunkHeader header;
    header.start = startOf(slotOfRow(row.number(0)));
    for (size_t quality = 0; quality < header.counts.size(); ++quality)
        header.counts[quality] = row.number(1 + int(quality));
    header.values = row.number(5);
    header.min = row.values()[6].toDouble();
    header.max = row.values()[7].toDouble();
    header.sum = row.values()[8].toDouble();
    return header;
}

Values valuesFor(qint64 id, std::span<const Sample> samples, std::chrono::milliseconds step)
{
    const ChunkHeader header = headerOf(samples);
    QVariantList values{id};
    for (const qint64 count : header.counts)
        values << count;
    values << header.values << header.min << header.max << header.sum << encode(samples, step);
    return Values(values);
}

bool earlier(const Sample &a, const Sample &b)
{
    return a.at < b.at;
}

/// Sorts the new ones in; what is there already is not there twice.
void merge(std::vector<Sample> &samples, std::span<const Sample> more)
{
    for (const Sample &sample : more) {
        const auto [begin, end] = std::equal_range(samples.begin(), samples.end(), sample, earlier);
        if (std::find(begin, end, sample) == end)
            samples.insert(end, sample);
    }
}

} // namespace

base::Result<Archive::Opened> Archive::open(const QString &dataDir, const base::Clock &clock)
{
    auto file = openFile(dataDir, clock);
    if (!file)
        return base::passOn(file);
    return Opened{std::unique_ptr<Archive>(new Archive(std::move(file->database), clock)),
                  file->notice};
}

base::Result<std::unique_ptr<Archive>> Archive::look(const QString &dataDir,
                                                     const base::Clock &clock)
{
    auto database = openToRead(dataDir);
    if (!database)
        return base::passOn(database);
    return std::unique_ptr<Archive>(new Archive(std::move(*database), clock));
}

base::Done Archive::append(const health::SeriesInfo &series, std::span<const Sample> samples)
{
    std::vector<Sample> sorted(samples.begin(), samples.end());
    std::ranges::stable_sort(sorted, earlier);
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return base::passOn(transaction);
    const auto key = keyOf(series);
    if (!key)
        return base::passOn(key);
    for (auto begin = sorted.begin(); begin != sorted.end();) {
        const qint64 slot = slotOf(begin->at);
        const auto end = std::find_if(
            begin, sorted.end(), [&](const Sample &sample) { return slotOf(sample.at) != slot; });
        if (auto done = addToChunk(firstRow(slot) + *key, series, {begin, end}); !done)
            return done;
        begin = end;
    }
    if (auto done = finishChunks(); !done)
        return done;
    return transaction->commit();
}

base::Result<qint64> Archive::keyOf(const health::SeriesInfo &series)
{
    const qint64 step = std::max<qint64>(1, series.step.count());
    return m_database->number(
        u"INSERT INTO series (id, name, unit, step) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
        "SET name = excluded.name, unit = excluded.unit, step = excluded.step RETURNING key"_s,
        Values().add(series.id).add(series.name).add(series.unit).add(step));
}

base::Done Archive::addToChunk(qint64 id, const health::SeriesInfo &series,
                               std::span<const Sample> samples)
{
    const auto known = m_database->rows(u"SELECT samples FROM growing WHERE id = ? UNION ALL "
                                        "SELECT samples FROM chunk WHERE id = ?"_s,
                                        Values().add(id).add(id));
    if (!known)
        return base::passOn(known);
    std::vector<Sample> all;
    for (const Row &row : *known) {
        // Bytes that cannot be read any more give way to those that can be had.
        if (const auto readable = decode(row.values().front().toByteArray()))
            merge(all, *readable);
    }
    merge(all, samples);
    if (all.size() > mostSamples)
        return base::fail(base::ErrorKind::Refused,
                          Words::tr("%1 is measured so often that not all of it can be kept. "
                                    "Measure it less often.")
                              .arg(series.name));
    const bool over = slotOfRow(id) < slotOf(m_clock.nowMs());
    return m_database->run(
        u"INSERT OR REPLACE INTO %1 (%2) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(
            over ? u"chunk"_s : u"growing"_s, columns),
        valuesFor(id, all, std::max(series.step, std::chrono::milliseconds(1))));
}

/// The newest version of a chunk that is over is the growing one, if there is one.
base::Done Archive::finishChunks()
{
    const Values current = Values().add(firstRow(slotOf(m_clock.nowMs())));
    if (auto done = m_database->run(u"INSERT OR REPLACE INTO chunk (%1) SELECT %1 FROM growing "
                                    "WHERE id < ?"_s.arg(columns),
                                    current);
        !done)
        return done;
    return m_database->run(u"DELETE FROM growing WHERE id < ?"_s, current);
}

base::Result<QList<health::SeriesInfo>> Archive::series()
{
    const auto rows = m_database->rows(u"SELECT id, name, unit, step FROM series ORDER BY key"_s);
    if (!rows)
        return base::passOn(rows);
    QList<health::SeriesInfo> series;
    for (const Row &row : *rows)
        series.append(
            {row.text(0), row.text(1), row.text(2), std::chrono::milliseconds(row.number(3))});
    return series;
}

base::Result<std::vector<Row>> Archive::chunks(const QString &seriesId, qint64 firstSlot,
                                               qint64 lastSlot, const QString &wanted)
{
    // One look-up for each two hours: the rows of one series do not lie together.
    return m_database->rows(
        u"WITH RECURSIVE "
        "wanted (id, last) AS (SELECT ?1 + key, ?2 + key FROM series WHERE id = ?3 "
        "UNION ALL SELECT id + ?4, last FROM wanted WHERE id < last) "
        "SELECT %1 FROM wanted JOIN chunk USING (id) "
        "UNION ALL SELECT %1 FROM wanted JOIN growing USING (id)"_s.arg(wanted),
        Values().add(firstRow(firstSlot)).add(firstRow(lastSlot)).add(seriesId).add(firstRow(1)));
}

base::Result<Archive::Samples> Archive::samples(const QString &seriesId, base::InstantMs from,
                                                base::InstantMs to)
{
    const auto known = within(from, to);
    if (!known)
        return base::passOn(known);
    Samples found;
    if (!*known)
        return found;
    const auto rows = chunks(seriesId, (*known)->first, (*known)->second, u"samples"_s);
    if (!rows)
        return base::passOn(rows);
    for (const Row &row : *rows) {
        const auto samples = decode(row.values().front().toByteArray());
        if (!samples) {
            ++found.damagedChunks;
            continue;
        }
        const auto begin = std::ranges::lower_bound(*samples, from, {}, &Sample::at);
        const auto end = std::lower_bound(begin, samples->end(), to,
                                          [](const Sample &a, auto at) { return a.at < at; });
        found.samples.insert(found.samples.end(), begin, end);
    }
    return found;
}

base::Result<std::vector<ChunkHeader>> Archive::headers(const QString &seriesId,
                                                        base::InstantMs from, base::InstantMs to)
{
    std::vector<ChunkHeader> headers;
    const auto known = within(from, to);
    if (!known)
        return base::passOn(known);
    if (!*known)
        return headers;
    const auto rows = chunks(seriesId, (*known)->first, (*known)->second,
                             u"id, ok, failed, not_measured, paused, \"values\", min, max, sum"_s);
    if (!rows)
        return base::passOn(rows);
    for (const Row &row : *rows)
        headers.push_back(headerIn(row));
    return headers;
}

/// The first and last two hours of which there is something in a stretch of time.
base::Result<std::optional<std::pair<qint64, qint64>>> Archive::within(base::InstantMs from,
                                                                       base::InstantMs to)
{
    std::optional<std::pair<qint64, qint64>> known;
    const auto ends = m_database->row(
        u"SELECT min(id), max(id) FROM (SELECT min(id) AS id FROM chunk UNION ALL SELECT max(id) "
        "FROM chunk UNION ALL SELECT min(id) FROM growing UNION ALL SELECT max(id) FROM growing)"_s);
    if (!ends)
        return base::passOn(ends);
    if (from >= to || !*ends || (*ends)->values().front().isNull())
        return known;
    const qint64 first = std::max(slotOf(from), slotOfRow((*ends)->number(0)));
    const qint64 last =
        std::min(slotOf(to - std::chrono::milliseconds(1)), slotOfRow((*ends)->number(1)));
    if (first <= last)
        known = {first, last};
    return known;
}

} // namespace archive
