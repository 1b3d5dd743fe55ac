// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/archiveimport.h"

#include "importing/encoding.h"
#include "importing/feedfetch.h"
#include "importing/feedposts.h"
#include "importing/textfile.h"
#include "incident/decide.h"
#include "timing/zone.h"

#include <algorithm>
#include <cstdio>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

namespace workflow {

using namespace Qt::StringLiterals;
using base::Done;
using base::ErrorKind;
using base::Result;

namespace {

/// Posts in one turn of the event loop: a window stays awake between them.
constexpr int postsATurn = 5;

bool isAddress(const QString &place)
{
    return place.startsWith("http://"_L1, Qt::CaseInsensitive) ||
           place.startsWith("https://"_L1, Qt::CaseInsensitive);
}

} // namespace

ArchiveImport::ArchiveImport(Desk &desk, http::Client &client, SiteFetch wordPress)
    : m_desk(desk)
    , m_client(client)
    , m_wordPress(std::move(wordPress))
{}

ArchiveImport::~ArchiveImport() = default;

int ArchiveImport::count(ImportStanding standing) const
{
    return int(std::ranges::count(m_rows, standing, &ImportRow::standing));
}

Result<QString> ArchiveImport::textOf(const QString &path)
{
    QFile file(path);
    const bool opened =
        path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        return base::fail(ErrorKind::Input,
                          tr("%1 cannot be read. Check its name and its permissions.").arg(path));
    }
    const auto text = importing::decoded(file.read(importing::mostBytes + 1), {});
    if (!text)
        return base::passOn(text);
    if (!text->warning.isEmpty())
        m_warnings += text->warning;
    return text->text;
}

void ArchiveImport::read(const ArchiveSource &source)
{
    m_rows.clear();
    m_warnings.clear();
    m_stopped = false;
    m_zone = source.zone;
    m_phase = Phase::Fetching;
    if (source.kind == ArchiveSource::Kind::WordPress) {
        fetchSite(source);
        return;
    }
    const QString fileName = QFileInfo(source.place).fileName();
    if (source.kind == ArchiveSource::Kind::Feed && isAddress(source.place)) {
        const QUrl address(source.place, QUrl::StrictMode);
        fetch(std::make_unique<importing::FeedFetch>(m_client, address, source.mostPages),
              importing::placeOf(address));
        return;
    }
    const auto text = textOf(source.place);
    if (!text) {
        fail(text.error());
    } else if (source.kind == ArchiveSource::Kind::Feed) {
        auto feed = importing::readFeed(*text);
        if (feed && !feed->next.isEmpty()) {
            m_warnings +=
                tr("This file is one page of a feed that goes on. Import from its address "
                   "to have all of it.");
        }
        takeFeed(feed, fileName);
    } else {
        auto posts = importing::readTextFile(
            *text,
            {source.place == u"-" ? tr("standard input") : fileName, source.posted, source.updated},
            m_zone);
        if (posts)
            readPosts(std::move(*posts));
        else
            fail(posts.error());
    }
}

void ArchiveImport::fetchSite(const ArchiveSource &source)
{
    auto site = m_wordPress(source.place, source.mostPages);
    if (site)
        fetch(std::move(*site), importing::placeOf(QUrl::fromUserInput(source.place)));
    else
        fail(site.error());
}

void ArchiveImport::fetch(std::unique_ptr<importing::Fetch> fetch, const QString &place)
{
    m_fetch = fetch.release();
    m_fetch->setParent(this);
    connect(m_fetch, &importing::Fetch::progressed, this, [this](int pages, int entries) {
        emit progressed(tr("%n entries fetched", nullptr, entries), pages, 0);
    });
    connect(m_fetch, &importing::Fetch::finished, this, [this, place](const auto &feed) {
        m_fetch->deleteLater();
        takeFeed(feed, place);
    });
    emit progressed(tr("Fetching the posts"), 0, 0);
    m_fetch->start();
}

void ArchiveImport::takeFeed(const Result<importing::Feed> &feed, const QString &place)
{
    if (!feed) {
        fail(feed.error());
        return;
    }
    m_warnings += feed->warnings;
    m_warnings.removeDuplicates();
    readPosts(importing::postsOf(*feed, place, m_zone));
}

void ArchiveImport::readPosts(std::vector<importing::ArchivedPost> posts)
{
    m_posts = std::move(posts);
    m_next = 0;
    m_phase = Phase::Reading;
    later(&ArchiveImport::readSome);
}

void ArchiveImport::later(void (ArchiveImport::*step)())
{
    QTimer::singleShot(0, this, [this, step] { (this->*step)(); });
}

void ArchiveImport::readSome()
{
    if (m_stopped) {
        m_rows.clear();
        fail({ErrorKind::Cancelled, tr("Stopped. Nothing was imported."), {}, {}});
        return;
    }
    const std::size_t end = std::min(m_posts.size(), m_next + postsATurn);
    for (; m_next < end; ++m_next) {
        ImportRow row;
        row.post = std::move(m_posts[m_next]);
        row.understanding = importing::understand(row.post, m_zone, m_desk.clock().now());
        settleStanding(row);
        m_rows.push_back(std::move(row));
    }
    if (m_next < m_posts.size()) {
        emit progressed(tr("Reading the posts"), int(m_next), int(m_posts.size()));
        later(&ArchiveImport::readSome);
        return;
    }
    m_phase = Phase::Idle;
    m_posts.clear();
    emit rowsRead();
}

void ArchiveImport::settleStanding(ImportRow &row) const
{
    row.standing = row.understanding.command ? ImportStanding::New : ImportStanding::NotUnderstood;
    if (row.post.identity.isEmpty())
        return;
    const auto known = m_desk.load(importing::incidentIdOf(row.post));
    if (!known || !known->origin)
        return;
    row.ref = known->ref;
    row.standing = known->origin->hash == importing::hashOf(row.post) ? ImportStanding::Known
                                                                      : ImportStanding::Changed;
}

void ArchiveImport::store(const std::vector<int> &rows, const QStringList &shownAt)
{
    m_wanted = rows;
    m_shownAt = shownAt;
    m_next = 0;
    m_stopped = false;
    m_outcome = {};
    m_phase = Phase::Storing;
    later(&ArchiveImport::storeSome);
}

void ArchiveImport::storeSome()
{
    const std::size_t end = std::min(m_wanted.size(), m_next + postsATurn);
    for (; !m_stopped && m_next < end; ++m_next) {
        const int index = m_wanted[m_next];
        if (const Done done = storeRow(m_rows[std::size_t(index)]); !done)
            m_outcome.failures.push_back({index, done.error()});
    }
    if (!m_stopped && m_next < m_wanted.size()) {
        emit progressed(tr("Storing the incidents"), int(m_next), int(m_wanted.size()));
        later(&ArchiveImport::storeSome);
        return;
    }
    m_outcome.stopped = m_stopped;
    m_phase = Phase::Idle;
    m_desk.announce({});
    emit rowsStored(m_outcome);
}

Done ArchiveImport::storeRow(ImportRow &row)
{
    const auto &ledger = m_desk.ledger();
    const incident::Occasion occasion{m_desk.clock().now(), m_desk.author()};
    const QString id = importing::incidentIdOf(row.post);
    bool added = false;
    const auto decide =
        [&](const incident::Incident &known) -> Result<std::vector<incident::NewEvent>> {
        // Another process may have imported it meanwhile.
        if (known.exists() && m_shownAt.isEmpty())
            return std::vector<incident::NewEvent>();
        if (known.exists())
            return incident::decide(known, incident::ShowImport{m_shownAt}, occasion);
        added = true;
        incident::ImportIncident command = *row.understanding.command;
        const QDate day = timing::toLocal(command.origin.posted, m_zone).date();
        const auto ref = ledger.nextRef(day);
        if (!ref)
            return base::passOn(ref);
        command.ref = *ref;
        command.shownAt = m_shownAt;
        return incident::decide(known, command, occasion);
    };
    const bool isNew = row.standing == ImportStanding::New;
    const bool isKnown =
        row.standing == ImportStanding::Known || row.standing == ImportStanding::Changed;
    if (!isNew && !(isKnown && !m_shownAt.isEmpty()))
        return {};
    const auto stored = m_desk.ledger().change(id, m_desk.author(), decide);
    if (!stored)
        return base::passOn(stored);
    row.ref = stored->ref;
    m_outcome.stored += added ? 1 : 0;
    if (isNew)
        row.standing = ImportStanding::Known;
    return {};
}

void ArchiveImport::stop()
{
    m_stopped = true;
    if (m_fetch)
        m_fetch->stop();
}

void ArchiveImport::fail(const base::Error &error)
{
    m_phase = Phase::Idle;
    emit failed(error);
}

} // namespace workflow
