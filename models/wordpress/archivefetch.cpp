// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/archivefetch.h"

#include "base/text.h"
#include "base/whenfinished.h"
#include "http/address.h"
#include "http/words.h"
#include "importing/encoding.h"
#include "importing/htmltext.h"
#include "wordpress/address.h"
#include "wordpress/answers.h"
#include "wordpress/interface.h"

#include <algorithm>
#include <QJsonArray>
#include <QRegularExpression>

namespace wordpress {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using base::Result;
using http::Response;

namespace {

constexpr auto deadline = 60s;
constexpr int siteRedirects = 5;
constexpr int postsAPage = 50;
constexpr int mostFailures = 3;
constexpr qsizetype longestTitle = 200;

/// Its posts are in the ledger that wrote them.
bool isOurs(const QJsonObject &post)
{
    static const QRegularExpression slug(u"^inc-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\z"_s);
    return slug.match(post.value("slug"_L1).toString()).hasMatch() ||
           post.value("content"_L1)["rendered"_L1].toString().contains("data-thread=\""_L1);
}

base::Error closed(const QUrl &site)
{
    return {ErrorKind::Refused,
            ArchiveFetch::tr("%1 does not show its posts to programs. Import its feed instead: "
                             "%2")
                .arg(http::placeOf(site), site.resolved(QUrl(u"feed/"_s)).toString()),
            {},
            {}};
}

} // namespace

ArchiveFetch::ArchiveFetch(http::Client &client, QUrl site, int mostPages, Patience patience,
                           QObject *parent)
    : Fetch(parent)
    , m_client(client)
    , m_site(std::move(site))
    , m_mostPages(mostPages)
    , m_patience(patience)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ArchiveFetch::askForPage);
}

template <class Then>
void ArchiveFetch::ask(const QUrl &address, int redirects, Then then)
{
    http::Request request;
    request.url = address;
    request.redirects = redirects;
    request.deadline = deadline;
    request.byteCap = importing::mostBytes;
    request.headers = {{"Accept", "application/json, text/html;q=0.5"}};
    m_request = m_client.send(request);
    base::whenFinished(this, m_request, [this, then](const Result<Response> &response) {
        if (!m_over)
            then(response);
    });
}

void ArchiveFetch::start()
{
    ask(m_site, siteRedirects, [this](const Result<Response> &page) {
        if (page)
            visitedSite(*page);
        else
            end(page.error());
    });
}

void ArchiveFetch::stop()
{
    if (m_over)
        return;
    m_request.cancel();
    end({ErrorKind::Cancelled, tr("Stopped. Nothing was imported."), {}, {}});
}

void ArchiveFetch::visitedSite(const Response &page)
{
    // Nothing secret is sent, so the site may have moved.
    m_site = page.finalUrl.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    const QUrl named = interfaceIn(page);
    if (named.isValid() && !http::isSameOrigin(named, m_site)) {
        end({ErrorKind::Refused,
             tr("This site has its programming interface at another address (%1). Import from that "
                "one.")
                 .arg(http::placeOf(named)),
             {},
             {}});
        return;
    }
    if (named.isValid())
        return tryInterface({named});
    QUrl plain = m_site.resolved(QUrl(u"index.php"_s));
    plain.setQuery(u"rest_route=/"_s);
    tryInterface({m_site.resolved(QUrl(u"wp-json/"_s)), plain});
}

void ArchiveFetch::tryInterface(const QList<QUrl> &candidates)
{
    ask(candidates.first(), 0, [this, candidates](const Result<Response> &answer) {
        if (!answer)
            return end(answer.error());
        const auto json = jsonFrom(*answer);
        if (json && (*json)["namespaces"_L1].isArray()) {
            m_api = candidates.first();
            m_feed.title =
                base::oneLine(importing::plainText((*json)["name"_L1].toString()), longestTitle);
            m_feed.home = m_site.toString();
            return askForPage();
        }
        if (candidates.size() > 1)
            return tryInterface(candidates.mid(1));
        if (answer->status == 401 || answer->status == 403)
            return end(closed(m_site));
        if (!json && json.error().kind == ErrorKind::Network)
            return end(json.error());
        end({ErrorKind::NotFound,
             tr("There is no WordPress at this address of %1. Check the address.")
                 .arg(http::placeOf(m_site)),
             {},
             {}});
    });
}

void ArchiveFetch::askForPage()
{
    QUrlQuery query;
    query.addQueryItem(u"per_page"_s, QString::number(postsAPage));
    query.addQueryItem(u"page"_s, QString::number(m_pages + 1));
    // What is posted meanwhile comes last.
    query.addQueryItem(u"orderby"_s, u"id"_s);
    query.addQueryItem(u"order"_s, u"asc"_s);
    query.addQueryItem(u"_fields"_s, u"id,guid,slug,link,date_gmt,modified_gmt,title,content"_s);
    ask(addressOf(m_api, u"wp/v2/posts"_s, query), 0,
        [this](const Result<Response> &response) { takePage(response); });
}

void ArchiveFetch::takePage(const Result<Response> &response)
{
    if (!response)
        return tryAgain(response.error());
    const bool isPastTheEnd =
        response->status == 400 && response->body.contains("rest_post_invalid_page_number");
    if (isPastTheEnd && m_pages > 0)
        return done();
    if (response->status == 401 || response->status == 403 || response->status == 404)
        return end(closed(m_site));
    const auto json = jsonFrom(*response);
    if (!json)
        return tryAgain(json.error());
    if (!json->isArray()) {
        return end({ErrorKind::Format,
                    tr("%1 does not answer in the form of WordPress. A plugin may print its "
                       "warnings into the answers.")
                        .arg(http::placeOf(m_site)),
                    {},
                    {}});
    }
    m_failures = 0;
    ++m_pages;
    const auto before = m_ids.size();
    takeEntries(json->array());
    emit progressed(m_pages, int(m_feed.entries.size()));
    if (!m_over)
        goOn(*response, json->array().size(), int(m_ids.size() - before));
}

void ArchiveFetch::takeEntries(const QJsonArray &posts)
{
    for (const QJsonValue &post : posts) {
        if (!takeEntry(post.toObject()))
            ++m_unreadable;
    }
}

bool ArchiveFetch::takeEntry(const QJsonObject &post)
{
    const qint64 id = post.value("id"_L1).toInteger();
    const QJsonValue content = post.value("content"_L1);
    if (id <= 0 || !content["rendered"_L1].isString())
        return false;
    if (!m_ids.insert(id).second)
        return true;
    if (isOurs(post)) {
        ++m_own;
        return true;
    }
    if (content["protected"_L1].toBool()) {
        ++m_locked;
        return true;
    }
    // WordPress says neither zone nor offset beside a time that is in UTC.
    const auto utc = [&post](QLatin1StringView name) {
        const QString time = post.value(name).toString();
        return time.isEmpty() ? time : time + u'Z';
    };
    importing::FeedEntry entry;
    // The mark that the site's feed has as well, so that either finds what the other has imported.
    entry.id = importing::plainText(post.value("guid"_L1)["rendered"_L1].toString());
    entry.link = post.value("link"_L1).toString();
    entry.title = importing::plainText(post.value("title"_L1)["rendered"_L1].toString());
    entry.published = utc("date_gmt"_L1);
    entry.updated = utc("modified_gmt"_L1);
    entry.text = importing::plainText(content["rendered"_L1].toString());
    m_feed.entries.push_back(std::move(entry));
    return true;
}

void ArchiveFetch::goOn(const Response &response, qsizetype count, int added)
{
    bool saysTotal = false;
    const int total = http::headerValue(response.headers, "X-WP-Total").toInt(&saysTotal);
    if (saysTotal && m_total >= 0 && total < m_total)
        m_feed.warnings += tr("Posts were removed from the site while it was read. Import again to "
                              "be sure that none was missed.");
    if (saysTotal)
        m_total = total;
    const bool isLast = count == 0 || added == 0 ||
                        (saysTotal ? m_pages * postsAPage >= total : count < postsAPage);
    if (isLast)
        return done();
    if (m_pages >= m_mostPages || int(m_feed.entries.size()) >= importing::mostEntries) {
        m_feed.warnings += tr("The site has more than %n pages of posts; the newer ones were not "
                              "read. Allow more pages to have them.",
                              nullptr, m_pages);
        return done();
    }
    askForPage();
}

void ArchiveFetch::tryAgain(const base::Error &error)
{
    if (error.retry.when == base::Retry::When::Never || ++m_failures > mostFailures)
        return end(error);
    const auto usual = m_patience.first * (1 << (m_failures - 1));
    m_retry.start(
        std::min(std::max<std::chrono::milliseconds>(usual, error.retry.delay), m_patience.most));
}

void ArchiveFetch::end(const base::Error &error)
{
    if (m_pages > 0 && error.kind != ErrorKind::Cancelled) {
        m_feed.warnings += tr("The newer posts of the site could not be read. %1 Import again to "
                              "have them.")
                               .arg(error.text);
        return done();
    }
    m_over = true;
    m_retry.stop();
    emit finished(Result<importing::Feed>(tl::make_unexpected(error)));
}

void ArchiveFetch::done()
{
    m_over = true;
    if (m_own > 0)
        m_feed.warnings +=
            tr("%n posts that Watchkeeper wrote itself were left out.", nullptr, m_own);
    if (m_locked > 0)
        m_feed.warnings += tr("%n posts with a password were left out.", nullptr, m_locked);
    if (m_unreadable > 0)
        m_feed.warnings += tr("%n posts could not be read.", nullptr, m_unreadable);
    emit finished(std::move(m_feed));
}

} // namespace wordpress
