// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/feeds.h"
#include "support/statuspagesamples.h"

#include <QDateTime>
#include <QTest>
#include <QXmlStreamReader>

using namespace support;
using staticsite::Edition;

namespace {

using Entry = QMap<QString, QString>;

/// The children of each `element`, by name; links give their address.
std::vector<Entry> entriesOf(const QByteArray &xml, const QString &element)
{
    std::vector<Entry> entries;
    QXmlStreamReader reader(xml);
    bool inside = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == element) {
            entries.emplace_back();
            inside = true;
        } else if (reader.isEndElement() && reader.name() == element) {
            inside = false;
        } else if (reader.isStartElement() && inside) {
            const QString name = reader.name().toString();
            const QString address = reader.attributes().value(u"href"_s).toString();
            const QString text = reader.readElementText();
            entries.back()[name] = address.isEmpty() ? text : address;
        }
    }
    return reader.hasError() ? std::vector<Entry>() : entries;
}

std::vector<Entry> atomOf(const publish::Page &page)
{
    const Edition edition(page, sampleNow());
    return entriesOf(staticsite::atomFeed(edition), u"entry"_s);
}

std::vector<Entry> rssOf(const publish::Page &page, base::Instant now = sampleNow())
{
    const Edition edition(page, now);
    return entriesOf(staticsite::rssFeed(edition), u"item"_s);
}

QStringList column(const std::vector<Entry> &entries, const QString &name)
{
    QStringList values;
    for (const Entry &entry : entries)
        values.append(entry[name]);
    return values;
}

} // namespace

class TestFeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneEntryAnUpdateNewestFirst();
    void anEditMovesAtomAndRenewsRss();
    void nothingElseChangesWhenAnUpdateIsAdded();
    void datesAreWhatTheFormatsAskFor();
    void rssNeverDatesIntoTheFuture();
    void feedsNameThemselves();
    void longFeedsAreCut();
    void linksWithoutAnAddressAreRelative();
};

void TestFeeds::oneEntryAnUpdateNewestFirst()
{
    const auto atom = atomOf(samplePage());
    const auto rss = rssOf(samplePage());
    QCOMPARE(atom.size(), size_t(7));
    QCOMPARE(rss.size(), size_t(7));
    QCOMPARE(atom[0][u"id"_s], u"urn:uuid:"_s + sampleId(103));
    QCOMPARE(atom[1][u"id"_s], u"urn:uuid:"_s + sampleId(101));
    QCOMPARE(rss[0][u"guid"_s], u"urn:uuid:"_s + sampleId(103));
    QVERIFY(atom[0][u"title"_s].startsWith(u"Images are not loading: "_s));
    QCOMPARE(atom[0][u"link"_s], u"https://status.example.org/incidents/"
                                 "2026-11-22-images-are-not-loading-00000100.html#update-2"_s);
    QCOMPARE(column(atom, u"id"_s).removeDuplicates(), 0);
    QCOMPARE(column(rss, u"guid"_s).removeDuplicates(), 0);
}

void TestFeeds::anEditMovesAtomAndRenewsRss()
{
    publish::Page page = samplePage();
    const auto atomBefore = atomOf(page);
    const auto rssBefore = rssOf(page);
    publish::Update &update = page.threads[2].updates[1];
    update.revision = sampleId(105);
    update.edits.push_back({sampleId(105), utc("2026-11-22T16:28:00Z")});
    const auto atom = atomOf(page);
    const auto rss = rssOf(page);
    QCOMPARE(atom[0][u"id"_s], atomBefore[0][u"id"_s]);
    QCOMPARE(atom[0][u"published"_s], atomBefore[0][u"published"_s]);
    QCOMPARE(atom[0][u"updated"_s], u"2026-11-22T16:28:00Z"_s);
    QVERIFY(rss[0][u"guid"_s] != rssBefore[0][u"guid"_s]);
    QCOMPARE(rss[0][u"pubDate"_s], u"Sun, 22 Nov 2026 16:28:00 +0000"_s);
}

void TestFeeds::nothingElseChangesWhenAnUpdateIsAdded()
{
    publish::Page page = samplePage();
    const QStringList before = column(rssOf(page), u"guid"_s);
    addUpdate(page.threads[2],
              sampleUpdate(106, 3, PublicStatus::Resolved, u"Images are not loading"_s,
                           u"They are back."_s, utc("2026-11-22T16:29:00Z")),
              {});
    const auto after = rssOf(page);
    QCOMPARE(column(after, u"guid"_s).mid(1), before);
}

void TestFeeds::datesAreWhatTheFormatsAskFor()
{
    for (const Entry &entry : rssOf(samplePage())) {
        const QDateTime date = QDateTime::fromString(entry[u"pubDate"_s], Qt::RFC2822Date);
        QVERIFY2(date.isValid(), qPrintable(entry[u"pubDate"_s]));
    }
    QCOMPARE(rssOf(samplePage())[0][u"pubDate"_s], u"Sun, 22 Nov 2026 16:25:00 +0000"_s);
    QCOMPARE(atomOf(samplePage())[1][u"published"_s], u"2026-11-22T16:14:00Z"_s);
    QCOMPARE(atomOf(samplePage())[1][u"updated"_s], u"2026-11-22T16:16:00Z"_s);
}

void TestFeeds::rssNeverDatesIntoTheFuture()
{
    const auto now = utc("2026-11-22T16:00:00Z");
    for (const Entry &entry : rssOf(samplePage(), now)) {
        const QDateTime date = QDateTime::fromString(entry[u"pubDate"_s], Qt::RFC2822Date);
        QVERIFY(date.toSecsSinceEpoch() <= now.time_since_epoch().count());
    }
}

void TestFeeds::feedsNameThemselves()
{
    const Edition edition(samplePage(), sampleNow());
    const QByteArray atom = staticsite::atomFeed(edition);
    QVERIFY(atom.contains("<id>urn:watchkeeper:page:page-1</id>"));
    QVERIFY(atom.contains("<link rel=\"self\" href=\"https://status.example.org/feed.atom\"/>"));
    QVERIFY(atom.contains("<updated>2026-11-22T16:25:00Z</updated>"));
    QVERIFY(staticsite::rssFeed(edition).contains("<atom:link rel=\"self\""));
}

void TestFeeds::longFeedsAreCut()
{
    publish::Page page = samplePage();
    for (int i = 0; i < 90; ++i) {
        publish::Thread thread = resolvedOutage();
        thread.key = sampleId(1000 + i);
        thread.updates[0].key = sampleId(2000 + i);
        page.threads.push_back(thread);
    }
    QCOMPARE(atomOf(page).size(), size_t(50));
    QCOMPARE(rssOf(page).size(), size_t(50));
}

void TestFeeds::linksWithoutAnAddressAreRelative()
{
    publish::Page page = samplePage();
    page.url.clear();
    QVERIFY(atomOf(page)[0][u"link"_s].startsWith(u"incidents/"_s));
    page.url = u"https://status.example.org/shop"_s;
    QVERIFY(atomOf(page)[0][u"link"_s].startsWith(u"https://status.example.org/shop/incidents/"_s));
}

QTEST_GUILESS_MAIN(TestFeeds)
#include "tst_feeds.moc"
