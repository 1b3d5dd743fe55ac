// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/feedentries.h"
#include "staticsite/feeds.h"
#include "timing/zone.h"

namespace staticsite {

using namespace Qt::StringLiterals;

namespace {

QString link(const QString &relation, const QString &address)
{
    return u"link rel=\"%1\" href=\"%2\"/"_s.arg(relation, Markup::escaped(address).html());
}

} // namespace

QByteArray atomFeed(const Edition &edition)
{
    XmlText xml;
    xml.open(u"feed xmlns=\"http://www.w3.org/2005/Atom\""_s);
    xml.element(u"id"_s, u"urn:watchkeeper:page:"_s + edition.page().id);
    xml.element(u"title"_s, edition.page().name);
    xml.element(u"updated"_s, timing::isoUtc(edition.changedAt()));
    xml.open(link(u"self"_s, edition.address(u"feed.atom"_s)));
    xml.open(link(u"alternate"_s, edition.address(u"index.html"_s)));
    xml.open(u"author"_s);
    xml.element(u"name"_s, edition.page().name);
    xml.close(u"author"_s);
    for (const FeedEntry &entry : feedEntries(edition)) {
        const QString page = edition.address(threadPath(*entry.thread));
        xml.open(u"entry"_s);
        xml.element(u"id"_s, u"urn:uuid:"_s + entry.update->key);
        xml.element(u"title"_s, entry.title());
        xml.element(u"published"_s, timing::isoUtc(entry.update->publishedAt));
        xml.element(u"updated"_s, timing::isoUtc(entry.update->changedAt()));
        xml.open(link(u"alternate"_s, page + u"#update-%1"_s.arg(entry.update->number)));
        xml.element(u"content type=\"html\""_s, bodyMarkup(entry.update->body).html());
        xml.close(u"entry"_s);
    }
    xml.close(u"feed"_s);
    return xml.take();
}

} // namespace staticsite
