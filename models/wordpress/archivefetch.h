// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "importing/fetch.h"

#include <QJsonArray>
#include <QTimer>
#include <QUrlQuery>
#include <set>

namespace wordpress {

/// How long to wait before a page that failed is asked for again: each time twice as long.
struct Patience
{
    std::chrono::milliseconds first{2000};
    std::chrono::milliseconds most{60'000};
};

/// Fetches the published posts of a site through its REST interface, as everybody may read them:
/// without a password, oldest first. What Watchkeeper wrote there itself is left out. A page that
/// fails for a while is asked for again.
class ArchiveFetch final : public importing::Fetch
{
    Q_OBJECT

public:
    /// `site` is as siteAddress() gives it.
    ArchiveFetch(http::Client &client, QUrl site, int mostPages, Patience patience = {},
                 QObject *parent = nullptr);

    void start() override;
    void stop() override;

private:
    template <class Then>
    void ask(const QUrl &address, int redirects, Then then);
    void visitedSite(const http::Response &page);
    void tryInterface(const QList<QUrl> &candidates);
    void askForPage();
    void takePage(const base::Result<http::Response> &response);
    void takeEntries(const QJsonArray &posts);
    /// Whether it was one that is not had yet.
    bool takeEntry(const QJsonObject &post);
    void goOn(const http::Response &response, qsizetype count, int added);
    void tryAgain(const base::Error &error);
    void end(const base::Error &error);
    void done();

    http::Client &m_client;
    QUrl m_site;
    QUrl m_api;
    int m_mostPages;
    Patience m_patience;
    int m_pages = 0;
    int m_failures = 0; ///< of the page that is asked for
    int m_total = -1;   ///< as the site said first
    int m_own = 0;
    int m_locked = 0;
    int m_unreadable = 0;
    std::set<qint64> m_ids;
    importing::Feed m_feed;
    QTimer m_retry;
    QFuture<base::Result<http::Response>> m_request;
    bool m_over = false;
};

} // namespace wordpress
