// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "importing/feed.h"

#include <QObject>
#include <set>

namespace importing {

/// Fetches a feed from its address, page after page (Atom's rel=next, RFC 5005) at the same place,
/// until it ends or has `mostPages`. Use it once; deleting it ends it.
class FeedFetch final : public QObject
{
    Q_OBJECT

public:
    FeedFetch(http::Client &client, QUrl address, int mostPages, QObject *parent = nullptr);

    void start();
    /// Ends with Cancelled, at once.
    void stop();

signals:
    void progressed(int pages, int entries);
    /// All pages as one feed; where a later page fails, those before it with a warning.
    void finished(const base::Result<importing::Feed> &feed);

private:
    void fetch(const QUrl &address);
    void take(const base::Result<http::Response> &response);
    void goOn(const QString &next, const QUrl &from);
    void end(const base::Error &error);
    void done();

    http::Client &m_client;
    QUrl m_address;
    int m_mostPages;
    int m_pages = 0;
    std::set<QString> m_fetched;
    Feed m_feed;
    QFuture<base::Result<http::Response>> m_request;
    bool m_over = false;
};

/// An address or a file for people: without user name, query and fragment.
[[nodiscard]] QString placeOf(const QUrl &address);

} // namespace importing
