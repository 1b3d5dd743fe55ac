// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "importing/understanding.h"
#include "workflow/desk.h"

#include <functional>
#include <memory>
#include <QPointer>

namespace importing {
class Fetch;
struct Feed;
} // namespace importing

namespace workflow {

/// Where an archive is read from.
struct ArchiveSource
{
    enum class Kind { Text, Feed, WordPress };

    Kind kind = Kind::Text;
    QString place;  ///< a file, "-" for standard input, or for a feed and a site an http(s) address
    QTimeZone zone; ///< of the page; wall times without a zone are in it
    QString posted; ///< for a text with one post that does not say it
    QStringList updated; ///< the same, oldest first
    int mostPages = 100; ///< of a feed or site
};

/// What fetches the posts of a site that somebody has typed the address of. Errors: Input.
using SiteFetch = std::function<base::Result<std::unique_ptr<importing::Fetch>>(
    const QString &address, int mostPages)>;

/// What becomes of a post.
enum class ImportStanding {
    New,           ///< understood, not in the ledger
    Known,         ///< imported before, and the same
    Changed,       ///< imported before, and its text has changed since
    NotUnderstood, ///< cannot become an incident; the understanding says why
};

/// One post of an archive.
struct ImportRow
{
    importing::ArchivedPost post;
    importing::Understanding understanding;
    ImportStanding standing = ImportStanding::New;
    QString ref; ///< of the incident that it is; empty while it is new
};

/// Posts that could not be stored, or whose showing could not.
struct ImportFailure
{
    int row = 0;
    base::Error error;
};

struct ImportOutcome
{
    int stored = 0;
    bool stopped = false;
    std::vector<ImportFailure> failures;
};

/// Makes history from an archive: reads it, says what is understood, and stores what is wanted, a
/// post at a time and each of them whole. Nothing is stored by reading. One job at a time.
class ArchiveImport final : public QObject
{
    Q_OBJECT

public:
    /// `wordPress` may be left out where nothing is imported from there.
    ArchiveImport(Desk &desk, http::Client &client, SiteFetch wordPress = {});
    ~ArchiveImport() override;

    /// Ends with rowsRead() or failed(). What was read before is forgotten.
    void read(const ArchiveSource &source);
    /// Stores these rows if they are new. All rows that are in the ledger then are shown at the
    /// targets (none: nothing changes). Ends with rowsStored().
    void store(const std::vector<int> &rows, const QStringList &shownAt);
    void stop();

    [[nodiscard]] bool isBusy() const { return m_phase != Phase::Idle; }
    /// Oldest first.
    [[nodiscard]] const std::vector<ImportRow> &rows() const { return m_rows; }
    /// Sentences about the archive as a whole.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }
    [[nodiscard]] int count(ImportStanding standing) const;

signals:
    /// A sentence, and how far it is; total is 0 while nobody knows.
    void progressed(const QString &sentence, int done, int total);
    void rowsRead();
    void rowsStored(const workflow::ImportOutcome &outcome);
    void failed(const base::Error &error);

private:
    enum class Phase { Idle, Fetching, Reading, Storing };

    [[nodiscard]] base::Result<QString> textOf(const QString &path);
    void readPosts(std::vector<importing::ArchivedPost> posts);
    void fetch(std::unique_ptr<importing::Fetch> fetch, const QString &place);
    void fetchSite(const ArchiveSource &source);
    void takeFeed(const base::Result<importing::Feed> &feed, const QString &place);
    void readSome();
    void storeSome();
    void finish();
    [[nodiscard]] base::Done storeRow(ImportRow &row);
    void settleStanding(ImportRow &row) const;
    void fail(const base::Error &error);
    void later(void (ArchiveImport::*step)());

    Desk &m_desk;
    http::Client &m_client;
    SiteFetch m_wordPress;
    QPointer<importing::Fetch> m_fetch;
    Phase m_phase = Phase::Idle;
    bool m_stopped = false;
    QTimeZone m_zone;
    std::vector<importing::ArchivedPost> m_posts;
    std::vector<ImportRow> m_rows;
    QStringList m_warnings;
    std::vector<int> m_wanted;
    QStringList m_shownAt;
    std::size_t m_next = 0;
    ImportOutcome m_outcome;
};

} // namespace workflow

template <>
struct base::EnumNames<workflow::ImportStanding>
{
    static constexpr base::NamedValue<workflow::ImportStanding> table[] = {
        {workflow::ImportStanding::New, "new"},
        {workflow::ImportStanding::Known, "known"},
        {workflow::ImportStanding::Changed, "changed"},
        {workflow::ImportStanding::NotUnderstood, "not_understood"},
    };
};
