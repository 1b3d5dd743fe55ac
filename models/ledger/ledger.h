// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/id.h"
#include "base/result.h"
#include "incident/incident.h"
#include "ledger/checkreport.h"
#include "ledger/draftstore.h"
#include "ledger/foldcache.h"
#include "ledger/openmode.h"
#include "ledger/outboxstore.h"
#include "ledger/summary.h"

#include <functional>
#include <memory>
#include <QDate>
#include <QFuture>

namespace ledger {

class LedgerFile;

/// Answers with the events to append, or refuses. It is called while the ledger is locked for
/// writing: it must be quick, and may read this ledger, for example by nextRef(), but not change
/// it.
using Decide = std::function<base::Result<std::vector<incident::NewEvent>>(
    const incident::Incident &incident)>;

/// What belongs into the same transaction as the events.
struct Along
{
    std::vector<Intent> intents{};      ///< as OutboxStore::put()
    std::vector<Intent> updates{};      ///< as OutboxStore::update()
    std::optional<QString> dropDraft{}; ///< the key of the draft that has become an event
};

/// The events, and all that derives from them, in `<data folder>/ledger.db`.
///
/// One object belongs to one thread. Several objects and processes may have the same folder open:
/// each change is one transaction, written to the disk when the call returns.
/// Every call may fail with ErrorKind::Storage (folder, file, disk) or, retry now, Timeout (another
/// process has kept it locked); others are named.
class Ledger
{
public:
    /// Creates the folder (0700) and the file (0600) if there are none, brings an older schema up
    /// to date after a backup, and rebuilds projections that an older version wrote.
    /// Errors: Storage with a sentence that says what to do; Refused for a newer schema. A file
    /// that cannot be used is never touched.
    [[nodiscard]] static base::Result<std::unique_ptr<Ledger>>
    open(const QString &dataDir, const base::Clock &clock, base::IdSource &ids,
         OpenMode mode = OpenMode::ReadWrite, std::chrono::milliseconds lockWait = defaultLockWait);

    /// Whether the whole file is sound: there at once, but for OpenMode::CheckedBeside. Until it
    /// is there and good, nothing is written; after a bad one every change fails with it.
    [[nodiscard]] QFuture<base::Done> verdict() const;
    /// Waits for the verdict, and finds out whether the file may be written at all.
    [[nodiscard]] base::Done beginWriting();

    ~Ledger();
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    /// Folds, decides, appends, rewrites the projection and does what goes along, all or nothing.
    /// For a new incident the id is a new one and decide() sees an empty Incident.
    /// Answers with the incident as it is now. Errors: whatever decide() says; Conflict if a new
    /// incident's ref is taken, or an intent in `along.updates` has moved on.
    [[nodiscard]] base::Result<incident::Incident> change(const QString &incidentId,
                                                          const QString &author,
                                                          const Decide &decide,
                                                          const Along &along = {});

    /// change() for several incidents in one transaction: all of them, or none.
    /// Answers with them as they are now, in the order given.
    [[nodiscard]] base::Result<std::vector<incident::Incident>>
    changeTogether(const std::vector<std::pair<QString, Decide>> &changes, const QString &author);

    /// Errors: NotFound.
    [[nodiscard]] base::Result<incident::Incident> load(const QString &incidentId) const;
    /// In fold order; empty if there is no such incident.
    [[nodiscard]] base::Result<std::vector<incident::Event>>
    events(const QString &incidentId) const;

    /// Newest start first.
    [[nodiscard]] base::Result<std::vector<Summary>> list(const Filter &filter = {}) const;
    /// Those with all words in ref or title first, then those that say them in a few words (what
    /// was felt, parts, cause), then the rest; the newest first in each. Every word must occur,
    /// each as the beginning of a word; any text may be asked for. Nothing is found for a text
    /// without letters and digits.
    [[nodiscard]] base::Result<std::vector<Hit>> search(const QString &text, int limit = 50) const;
    /// The same among those that fit a filter: its text, as many as its limit.
    [[nodiscard]] base::Result<std::vector<Hit>> search(const Filter &filter) const;
    /// How many fit a filter; not counted further than one more than `most`.
    [[nodiscard]] base::Result<int> count(const Filter &filter, int most) const;
    /// The incident named by its id, its ref, or the last four or more characters of its id.
    /// Errors: NotFound; Input if it fits several.
    [[nodiscard]] base::Result<QString> resolveId(const QString &text) const;
    /// The incidents in which something of this kind was recorded since then (nothing: ever), the
    /// oldest first.
    [[nodiscard]] base::Result<QStringList>
    incidentsWith(RareEvent kind, const std::optional<base::Instant> &since = {}) const;
    /// The next free ref of a day: "2026-11-22-1". Call it in a Decide to have it for certain.
    [[nodiscard]] base::Result<QString> nextRef(QDate day) const;

    /// A number that changes when another object or process has written; -1 if it cannot be read.
    [[nodiscard]] qint64 dataVersion() const;

    [[nodiscard]] DraftStore &drafts();
    [[nodiscard]] OutboxStore &outbox();

    /// Looks at everything: pages, indexes, hash chains, sequences, projections.
    [[nodiscard]] base::Result<CheckReport> check() const;
    /// A whole copy in one file (0600), verified by opening it. Replaces an older backup of that
    /// name, and nothing else. Errors: Input (the path), Storage.
    [[nodiscard]] base::Done backup(const QString &path) const;
    /// A backup in `<data folder>/backups` unless there is one of today (UTC); keeps the newest
    /// `keep` of them. Answers whether it has made one.
    [[nodiscard]] base::Result<bool> backupDaily(int keep = 7) const;
    /// All projections from the events, in one transaction.
    [[nodiscard]] base::Done rebuild();

    /// Puts a backup in the place of the ledger; answers with the path where the old one is kept
    /// (empty if there was none).
    /// Nobody may have the folder open, in this process neither: Refused. The copy goes on as a new
    /// console, so that what the old one wrote later can still be merged.
    [[nodiscard]] static base::Result<QString> restore(const QString &dataDir, const QString &from,
                                                       const base::Clock &clock,
                                                       base::IdSource &ids);

    [[nodiscard]] QString path() const;

private:
    explicit Ledger(std::unique_ptr<LedgerFile> file, const base::Clock &clock,
                    base::IdSource &ids);

    /// Inside a transaction only.
    [[nodiscard]] base::Result<incident::Incident>
    changeOne(const QString &incidentId, const QString &author, const Decide &decide);
    [[nodiscard]] base::Done doAlong(const Along &along);

    std::unique_ptr<LedgerFile> m_file;
    mutable FoldCache m_folds;
    const base::Clock &m_clock;
    base::IdSource &m_ids;
    DraftStore m_drafts;
    OutboxStore m_outbox;
};

} // namespace ledger
