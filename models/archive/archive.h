// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/chunk.h"
#include "base/clock.h"
#include "health/series.h"
#include "ledger/database.h"

#include <QList>

namespace archive {

/// How much is kept. Whatever is asked for first goes first.
struct Retention
{
    std::chrono::hours age{24 * 400}; ///< older chunks go
    qint64 bytes = 2'000'000'000;     ///< the oldest go until the file is no larger
};

/// All samples there are, compressed, in archive.db of the data folder. Belongs to the thread that
/// opened it; reads and writes the disk.
class Archive
{
public:
    struct Opened
    {
        std::unique_ptr<Archive> archive;
        QString notice; ///< see openFile()
    };

    /// Errors: Storage.
    [[nodiscard]] static base::Result<Opened> open(const QString &dataDir,
                                                   const base::Clock &clock);

    /// For reading only, beside whoever writes: makes, mends and renames nothing. Errors: NotFound
    /// without an archive; Format if it cannot be used; Storage.
    [[nodiscard]] static base::Result<std::unique_ptr<Archive>> look(const QString &dataDir,
                                                                     const base::Clock &clock);

    /// Adds samples of one series, in any order. One that is there already is not added again.
    /// Errors: Storage; Format if the file was damaged meanwhile.
    [[nodiscard]] base::Done append(const health::SeriesInfo &series,
                                    std::span<const health::Sample> samples);

    /// Every series there ever was.
    [[nodiscard]] base::Result<QList<health::SeriesInfo>> series();

    struct Samples
    {
        std::vector<health::Sample> samples; ///< in order of time
        int damagedChunks = 0;               ///< left out
    };
    /// From `from` up to, not including, `to`.
    [[nodiscard]] base::Result<Samples> samples(const QString &seriesId, base::InstantMs from,
                                                base::InstantMs to);
    /// Of the chunks that begin in from..to, oldest first.
    [[nodiscard]] base::Result<std::vector<ChunkHeader>>
    headers(const QString &seriesId, base::InstantMs from, base::InstantMs to);
    /// One small step of keeping to the retention: deletes some of what has to go and gives a part
    /// of the space back. True while there is more to do. Chunks that share a moment with one of
    /// the `pinned` intervals stay for ever.
    [[nodiscard]] base::Result<bool> prune(const Retention &retention,
                                           std::span<const health::Interval> pinned);
    /// Of the file, side files not counted.
    [[nodiscard]] base::Result<qint64> bytes();

private:
    Archive(std::unique_ptr<ledger::Database> database, const base::Clock &clock)
        : m_database(std::move(database))
        , m_clock(clock)
    {}

    [[nodiscard]] base::Result<qint64> keyOf(const health::SeriesInfo &series);
    [[nodiscard]] base::Done addToChunk(qint64 id, const health::SeriesInfo &series,
                                        std::span<const health::Sample> samples);
    [[nodiscard]] base::Done finishChunks();
    [[nodiscard]] base::Result<std::vector<ledger::Row>>
    chunks(const QString &seriesId, qint64 firstSlot, qint64 lastSlot, const QString &wanted);
    [[nodiscard]] base::Result<std::optional<std::pair<qint64, qint64>>>
    within(base::InstantMs from, base::InstantMs to);
    [[nodiscard]] base::Result<std::optional<qint64>>
    oldestUnpinned(std::span<const health::Interval> pinned);
    [[nodiscard]] base::Result<bool> giveSpaceBack();

    std::unique_ptr<ledger::Database> m_database;
    const base::Clock &m_clock;
};

} // namespace archive
