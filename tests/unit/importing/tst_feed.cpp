// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/feed.h"

#include "importing/encoding.h"
#include "importing/feedposts.h"
#include "support/manualclock.h"

#include <QTest>

using namespace importing;
using namespace Qt::StringLiterals;
using support::utc;

class TestFeed : public QObject
{
    Q_OBJECT

private slots:
    void readsRss();
    void readsAtom();
    void readsRssOne();
    void prefersTheFullText();
    void refuses_data();
    void refuses();
    void keepsWholeEntriesOfADamagedFeed();
    void expandsNoDeclaredEntity();
    void takesHtmlEntitiesAsMeant();
    void readsEncodings();
    void joinsUpdatesOfOnePage();
    void knowsAnEntryAgain();
    void tellsWhichEntryHasNoTime();
};

namespace {

Feed read(const QString &xml)
{
    auto feed = readFeed(xml);
    if (!feed)
        qFatal("%s", qPrintable(feed.error().text));
    return std::move(*feed);
}

QString rss(const QString &items, const QString &more = {})
{
    return u"<?xml version=\"1.0\"?><rss version=\"2.0\" "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>Bakery news</title>"
           "<link>https://bakery.example/</link>%1%2</channel></rss>"_s.arg(more, items);
}

QString item(const QString &guid, const QString &title, const QString &date, const QString &text)
{
    return u"<item><guid>%1</guid><title>%2</title><pubDate>%3</pubDate>"
           "<description>%4</description></item>"_s.arg(guid, title, date, text);
}

const QTimeZone london("Europe/London");
const QString someDay = u"Tue, 04 Mar 2025 14:32:00 GMT"_s;

} // namespace

void TestFeed::readsRss()
{
    const Feed feed =
        read(rss(u"<item><title>Oven &amp;amp; mixer</title>"
                 "<link>https://bakery.example/oven</link>"
                 "<guid isPermaLink=\"false\">oven-1</guid>"
                 "<dc:creator>Mia</dc:creator><dc:date>2025-03-04T14:32:00Z</dc:date>"
                 "<description>&lt;p&gt;It was cold.&lt;/p&gt;</description></item>"_s,
                 u"<atom:link rel=\"next\" href=\"/feed?page=2\"/>"_s));
    QCOMPARE(feed.title, u"Bakery news"_s);
    QCOMPARE(feed.home, u"https://bakery.example/"_s);
    QCOMPARE(feed.next, u"/feed?page=2"_s);
    const FeedEntry expected{u"oven-1"_s,      u"https://bakery.example/oven"_s, u"Oven & mixer"_s,
                             u"Mia"_s,         u"2025-03-04T14:32:00Z"_s,        {},
                             u"It was cold."_s};
    QCOMPARE(feed.entries, std::vector{expected});
}

void TestFeed::readsAtom()
{
    const Feed feed = read(
        u"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Post office</title>"
        "<link rel=\"self\" href=\"https://post.example/atom\"/><link "
        "href=\"https://post.example/\"/>"
        "<link rel=\"next\" href=\"https://post.example/atom?p=2\"/>"
        "<entry><id>tag:post.example,2025:7</id><title type=\"html\">Stamps &lt;b&gt;gone&lt;/b&gt;"
        "</title><author><name>Ivo</name><uri>https://x.example</uri></author>"
        "<link href=\"https://post.example/7\"/><published>2025-03-04T14:32:00+01:00</published>"
        "<updated>2025-03-04T15:00:00+01:00</updated>"
        "<source><id>not this</id><title>nor this</title></source>"
        "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>One &lt; two.</p>"
        "<p>Three.</p></div></content></entry></feed>"_s);
    QCOMPARE(feed.home, u"https://post.example/"_s);
    QCOMPARE(feed.next, u"https://post.example/atom?p=2"_s);
    const FeedEntry expected{u"tag:post.example,2025:7"_s,
                             u"https://post.example/7"_s,
                             u"Stamps gone"_s,
                             u"Ivo"_s,
                             u"2025-03-04T14:32:00+01:00"_s,
                             u"2025-03-04T15:00:00+01:00"_s,
                             u"One < two.\n\nThree."_s};
    QCOMPARE(feed.entries, std::vector{expected});
}

/// RSS 1.0 stands in a namespace of its own, its entries beside the channel.
void TestFeed::readsRssOne()
{
    const Feed feed =
        read(u"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
             " xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
             "<channel rdf:about='https://x.example/'><title>News</title></channel>"
             "<item rdf:about='https://x.example/1'><title>Search was down</title>"
             "<link>https://x.example/1</link><dc:date>2025-03-04T16:00:00+00:00</dc:date>"
             "<description>From 14:10 to 14:40.</description></item></rdf:RDF>"_s);
    QCOMPARE(feed.entries.size(), 1u);
    QCOMPARE(feed.entries[0].title, u"Search was down"_s);
    QCOMPARE(feed.entries[0].link, u"https://x.example/1"_s);
    QCOMPARE(feed.entries[0].text, u"From 14:10 to 14:40."_s);
    QCOMPARE(feed.entries[0].published, u"2025-03-04T16:00:00+00:00"_s);
}

void TestFeed::prefersTheFullText()
{
    const Feed feed = read(rss(u"<item><description>Short.</description><content:encoded>"
                               "<![CDATA[<p>All of <em>it</em>.</p><script>no</script>]]>"
                               "</content:encoded></item>"_s));
    QCOMPARE(feed.entries.front().text, u"All of it."_s);
}

void TestFeed::refuses_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("web page") << u"<!DOCTYPE html><html><body><p>Hello</body></html>"_s
                              << u"no RSS or Atom feed"_s;
    QTest::newRow("other XML") << u"<catalogue/>"_s << u"no RSS or Atom feed"_s;
    QTest::newRow("text") << u"Not found"_s << u"no RSS or Atom feed"_s;
    QTest::newRow("nothing") << QString() << u"no RSS or Atom feed"_s;
    QTest::newRow("damaged at once") << u"<rss><channel><item><title>x</item>"_s << u"damaged"_s;
    QTest::newRow("deep") << u"<rss>"_s + u"<a>"_s.repeated(5000) << u"nested deeper"_s;
    QTest::newRow("deep in an entry")
        << u"<rss><item><description>"_s + u"<a>"_s.repeated(5000) << u"nested deeper"_s;
    QTest::newRow("long entry") << rss(item(u"1"_s, u"t"_s, someDay, u"word "_s.repeated(300'000)))
                                << u"longer than"_s;
}

void TestFeed::refuses()
{
    QFETCH(QString, xml);
    QFETCH(QString, sentence);
    const auto feed = readFeed(xml);
    QVERIFY(!feed);
    QCOMPARE(feed.error().kind, base::ErrorKind::Format);
    QVERIFY2(feed.error().text.contains(sentence), qPrintable(feed.error().text));
}

void TestFeed::keepsWholeEntriesOfADamagedFeed()
{
    QString xml =
        rss(item(u"1"_s, u"first"_s, someDay, u"a"_s) + item(u"2"_s, u"second"_s, someDay, u"b"_s));
    xml.truncate(xml.indexOf(u"second"_s));
    const Feed feed = read(xml);
    QCOMPARE(feed.entries.size(), 1U);
    QCOMPARE(feed.entries.front().title, u"first"_s);
    QCOMPARE(feed.warnings.size(), 1);
}

/// A few lines that would grow to gigabytes.
void TestFeed::expandsNoDeclaredEntity()
{
    QString laughs = u"<!ENTITY a0 \"ha\">"_s;
    for (int i = 1; i < 30; ++i)
        laughs += u"<!ENTITY a%1 \"&a%2;&a%2;&a%2;&a%2;\">"_s.arg(i).arg(i - 1);
    const auto feed =
        readFeed(u"<?xml version=\"1.0\"?><!DOCTYPE rss [%1]>"
                 "<rss><channel><item><title>&a29;</title></item></channel></rss>"_s.arg(laughs));
    QVERIFY(!feed);
    QVERIFY2(feed.error().text.contains(u"declares entities"_s), qPrintable(feed.error().text));
}

void TestFeed::takesHtmlEntitiesAsMeant()
{
    const Feed feed =
        read(rss(item(u"1"_s, u"Caf&eacute;&nbsp;shut"_s, someDay, u"x &mdash; y"_s)));
    QCOMPARE(feed.entries.front().title, u"Café shut"_s);
    QCOMPARE(feed.entries.front().text, u"x — y"_s);
}

void TestFeed::readsEncodings()
{
    const auto text = [](const QByteArray &bytes, const QByteArray &charset = {}) {
        return decoded(bytes, charset).value();
    };
    const QByteArray latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>caf\xE9</a>";
    QVERIFY(text(latin).text.contains(u"café"_s));
    QVERIFY(text(latin, "utf-8").warning.isEmpty());
    QVERIFY(text("caf\xE9", "windows-1252").text == u"café"_s);
    QCOMPARE(text(QByteArray("\xFF\xFEo\0k\0", 6)).text, u"ok"_s);
    // It says UTF-8, and is not.
    const DecodedText wrong = text("caf\xE9 \x93ok\x94", "utf-8");
    QCOMPARE(wrong.text, u"café “ok”"_s);
    QVERIFY(!wrong.warning.isEmpty());
    QCOMPARE(decoded("x", "klingon").error().kind, base::ErrorKind::Format);
    QCOMPARE(decoded(QByteArray("PK\0\1", 4), {}).error().kind, base::ErrorKind::Format);
    QCOMPARE(decoded(QByteArray(mostBytes + 1, 'x'), {}).error().kind, base::ErrorKind::Input);
    QCOMPARE(charsetOf("text/xml; Charset=\"utf-8\""), QByteArray("utf-8"));
    QCOMPARE(charsetOf("text/xml"), QByteArray());
}

void TestFeed::joinsUpdatesOfOnePage()
{
    const auto entry = [](int number, const QString &date, const QString &text) {
        return u"<item><guid>u%1</guid><title>Till is slow</title>"
               "<link>https://bakery.example/till#update-%1</link><pubDate>%2</pubDate>"
               "<description>%3</description></item>"_s.arg(QString::number(number), date, text);
    };
    const Feed feed =
        read(rss(entry(2, u"Tue, 04 Mar 2025 15:00:00 GMT"_s, u"It is fast."_s) +
                 entry(1, someDay, u"It is slow."_s) +
                 item(u"x"_s, u"Alone"_s, u"Mon, 03 Mar 2025 08:00:00 GMT"_s, u"y"_s)));
    const auto posts = postsOf(feed, u"bakery.example"_s, london);
    QCOMPARE(posts.size(), 2U);
    QCOMPARE(posts[0].title, u"Alone"_s);
    QCOMPARE(posts[1].updates.size(), 2U);
    QCOMPARE(posts[1].updates[0].text, u"It is slow."_s);
    QCOMPARE(posts[1].updates[0].posted, utc("2025-03-04T14:32:00Z"));
    QCOMPARE(posts[1].updates[1].posted, utc("2025-03-04T15:00:00Z"));
}

void TestFeed::knowsAnEntryAgain()
{
    const auto identity = [](const QString &items) {
        return postsOf(read(rss(items)), u"anywhere"_s, london).front().identity;
    };
    const QString once = identity(item(u"g"_s, u"t"_s, someDay, u"x"_s));
    QCOMPARE(identity(item(u"g"_s, u"other"_s, someDay, u"changed"_s)), once);
    QVERIFY(identity(item(u"h"_s, u"t"_s, someDay, u"x"_s)) != once);
    // An entry on two pages of a feed is one entry.
    const QString twice = item(u"g"_s, u"t"_s, someDay, u"x"_s).repeated(2);
    QCOMPARE(postsOf(read(rss(twice)), u"anywhere"_s, london).size(), 1U);
}

void TestFeed::tellsWhichEntryHasNoTime()
{
    const Feed feed = read(rss(item(u"1"_s, u"a"_s, {}, u"x"_s) +
                               item(u"2"_s, u"b"_s, u"last Tuesday"_s, u"x"_s) +
                               item(u"3"_s, u"c"_s, someDay, u"x"_s)));
    const auto posts = postsOf(feed, u"anywhere"_s, london);
    QCOMPARE(posts.size(), 3U);
    QVERIFY(posts[0].problem.contains(u"does not say when"_s));
    QVERIFY(posts[1].problem.contains(u"last Tuesday"_s));
    QVERIFY(posts[2].problem.isEmpty());
}

QTEST_GUILESS_MAIN(TestFeed)
#include "tst_feed.moc"
