// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "importing/fetch.h"

#include <set>

namespace importing {

/// Fetches a feed from its address, page after page (Atom's rel=next, RFC 5005) at the same place,
/// until it ends or has `mostPages`.
class FeedFetch final : public Fetch
{
    Q_OBJECT

public:
    FeedFetch(http::Client &client, QUrl address, int mostPages, QObject *parent = nullptr);

    void start() override;
    void stop() override;

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
