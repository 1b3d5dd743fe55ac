// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/feedentries.h"
#include "staticsite/feeds.h"

#include <QDateTime>

namespace staticsite {

using namespace Qt::StringLiterals;

namespace {

/// "Sun, 22 Nov 2026 16:24:00 +0000": RFC 822 knows only English names.
QString rfc822(base::Instant at)
{
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss"_s) + u" +0000"_s;
}

} // namespace

QByteArray rssFeed(const Edition &edition)
{
    XmlText xml;
    xml.open(u"rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""_s);
    xml.open(u"channel"_s);
    xml.element(u"title"_s, edition.page().name);
    xml.element(u"link"_s, edition.address(u"index.html"_s));
    xml.element(u"description"_s, edition.page().name);
    xml.open(u"atom:link rel=\"self\" type=\"application/rss+xml\" href=\"%1\"/"_s.arg(
        Markup::escaped(edition.address(u"feed.rss"_s)).html()));
    xml.element(u"lastBuildDate"_s, rfc822(std::min(edition.changedAt(), edition.now())));
    for (const FeedEntry &entry : feedEntries(edition)) {
        const QString page = edition.address(threadPath(*entry.thread));
        xml.open(u"item"_s);
        xml.element(u"title"_s, entry.title());
        xml.element(u"link"_s, page + u"#update-%1"_s.arg(entry.update->number));
        xml.element(u"guid isPermaLink=\"false\""_s, u"urn:uuid:"_s + entry.update->revision);
        xml.element(u"pubDate"_s, rfc822(std::min(entry.update->changedAt(), edition.now())));
        xml.element(u"description"_s, bodyMarkup(entry.update->body).html());
        xml.close(u"item"_s);
    }
    xml.close(u"channel"_s);
    xml.close(u"rss"_s);
    return xml.take();
}

} // namespace staticsite
