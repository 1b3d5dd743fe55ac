// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/feedfetch.h"

#include "base/whenfinished.h"
#include "importing/encoding.h"
#include "importing/words.h"

namespace importing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;

namespace {

constexpr auto deadline = 30s;
constexpr int mostRedirects = 5;
constexpr int usualHttp = 80;
constexpr int usualHttps = 443;

bool isSamePlace(const QUrl &a, const QUrl &b)
{
    const int usual = a.scheme() == "https"_L1 ? usualHttps : usualHttp;
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(usual) == b.port(usual);
}

} // namespace

QString placeOf(const QUrl &address)
{
    return address.host() + (address.path() == "/"_L1 ? QString() : address.path());
}

FeedFetch::FeedFetch(http::Client &client, QUrl address, int mostPages, QObject *parent)
    : Fetch(parent)
    , m_client(client)
    , m_address(std::move(address))
    , m_mostPages(mostPages)
{}

void FeedFetch::start()
{
    fetch(m_address);
}

void FeedFetch::stop()
{
    if (m_over)
        return;
    m_request.cancel();
    end({ErrorKind::Cancelled, Words::tr("Stopped. Nothing was imported."), {}, {}});
}

void FeedFetch::fetch(const QUrl &address)
{
    m_fetched.insert(address.toString());
    http::Request request;
    request.url = address;
    request.deadline = deadline;
    request.byteCap = mostBytes;
    request.redirects = mostRedirects;
    request.headers = {{"Accept",
                        "application/atom+xml, application/rss+xml, application/xml;q=0.9,"
                        " text/xml;q=0.8"}};
    m_request = m_client.send(request);
    base::whenFinished(this, m_request,
                       [this](const base::Result<http::Response> &response) { take(response); });
}

void FeedFetch::take(const base::Result<http::Response> &response)
{
    if (m_over)
        return;
    if (!response) {
        end(response.error());
        return;
    }
    if (!response->isSuccess()) {
        end({ErrorKind::Network,
             Words::tr("%1 answers with status %2 instead of the feed. Check the address.")
                 .arg(response->finalUrl.host(), QString::number(response->status)),
             {},
             {}});
        return;
    }
    const auto text =
        decoded(response->body, charsetOf(http::headerValue(response->headers, "Content-Type")));
    if (!text) {
        end(text.error());
        return;
    }
    auto feed = readFeed(text->text);
    if (!feed) {
        end(feed.error());
        return;
    }
    ++m_pages;
    if (m_pages == 1) {
        m_feed.title = feed->title;
        m_feed.home = feed->home;
    }
    if (!text->warning.isEmpty())
        m_feed.warnings += text->warning;
    m_feed.warnings += feed->warnings;
    m_feed.entries.insert(m_feed.entries.end(), feed->entries.begin(), feed->entries.end());
    emit progressed(m_pages, int(m_feed.entries.size()));
    goOn(feed->next, response->finalUrl);
}

void FeedFetch::goOn(const QString &next, const QUrl &from)
{
    if (m_over)
        return;
    const QUrl address = next.isEmpty() ? QUrl() : from.resolved(QUrl(next));
    if (next.isEmpty() || m_fetched.contains(address.toString())) {
        done();
        return;
    }
    if (!isSamePlace(address, from)) {
        m_feed.warnings += Words::tr("The feed goes on at another place, %1, which was not "
                                     "followed. Import from there too if you know it.")
                               .arg(address.host());
        done();
    } else if (m_pages >= m_mostPages || int(m_feed.entries.size()) >= mostEntries) {
        m_feed.warnings += Words::tr("The feed has more than %n pages; the older ones were not "
                                     "read. Allow more pages to have them.",
                                     nullptr, m_pages);
        done();
    } else {
        fetch(address);
    }
}

void FeedFetch::end(const base::Error &error)
{
    const bool stopped = error.kind == ErrorKind::Cancelled;
    if (m_pages > 0 && !stopped) {
        m_feed.warnings +=
            Words::tr("The older pages of the feed could not be read. %1").arg(error.text);
        done();
        return;
    }
    m_over = true;
    emit finished(base::Result<Feed>(tl::make_unexpected(error)));
}

void FeedFetch::done()
{
    m_over = true;
    emit finished(std::move(m_feed));
}

} // namespace importing
