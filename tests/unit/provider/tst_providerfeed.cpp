// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/feed.h"

#include "support/fakehttp.h"
#include "support/manualclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace provider;

namespace {

const base::InstantMs now = support::utc("2026-11-22T18:00:00Z");

QByteArray entry(const char *title, const char *published, const char *text)
{
    return QByteArray("<item><title>") + title + "</title><guid>" + title + "</guid><pubDate>" +
           published + "</pubDate><description>" + text + "</description></item>";
}

base::Result<Status> read(const QByteArray &items)
{
    return statusFromFeed(support::response(200, "application/rss+xml",
                                            "<rss version=\"2.0\"><channel><title>Example Cloud "
                                            "status</title>" +
                                                items + "</channel></rss>"),
                          now);
}

} // namespace

class TestProviderFeed : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatIsNotOver()
    {
        const auto status =
            read(entry("Discs are slow", "Sun, 22 Nov 2026 16:10:00 GMT",
                       "&lt;p&gt;16:40 UTC &lt;b&gt;Identified&lt;/b&gt; - A cable.&lt;/p&gt;"
                       "&lt;p&gt;16:10 UTC &lt;b&gt;Investigating&lt;/b&gt; - We look.&lt;/p&gt;") +
                 entry("Names", "Sun, 22 Nov 2026 12:00:00 GMT",
                       "&lt;b&gt;Resolved&lt;/b&gt; - It is over."
                       "&lt;br&gt;&lt;b&gt;Investigating&lt;/b&gt; - We look.") +
                 entry("New cables", "Sun, 22 Nov 2026 11:00:00 GMT", "Scheduled - Tomorrow.") +
                 entry("Other cables", "Sun, 22 Nov 2026 10:00:00 GMT", "In progress - Begun."));
        QVERIFY(status.has_value());
        QCOMPARE(status->page, u"Example Cloud status"_s);
        QCOMPARE(status->notices.size(), size_t(2));
        QCOMPARE(status->notices[0].title, u"Discs are slow"_s);
        QCOMPARE(status->notices[0].status, u"identified"_s);
        QCOMPARE(status->notices[0].impact, Impact::Minor);
        QCOMPARE(*status->notices[0].startedAt,
                 base::InstantMs(support::utc("2026-11-22T16:10:00Z")));
        QCOMPARE(status->notices[1].impact, Impact::Maintenance);
        QCOMPARE(status->impact, Impact::Minor);
        QCOMPARE(status->sentence, u"Discs are slow"_s);
    }

    void whatHasNoStateIsNotOver()
    {
        const auto status =
            read(entry("The network is down", "Sun, 22 Nov 2026 17:55:00 GMT", "We are on it."));
        QVERIFY(status.has_value());
        QCOMPARE(status->notices.size(), size_t(1));
        QVERIFY(status->notices[0].status.isEmpty());
    }

    void theTitleMayHoldTheState()
    {
        const auto status = read(entry("[Resolved] The network is down",
                                       "Sun, 22 Nov 2026 17:55:00 GMT", "All is well again."));
        QVERIFY(status.has_value());
        QVERIFY(status->notices.empty());
        QCOMPARE(status->impact, Impact::None);
        QVERIFY(!status->sentence.isEmpty());
    }

    void wordsInASentenceAreNoState()
    {
        const auto status = read(entry("Mail is late", "Sun, 22 Nov 2026 17:55:00 GMT",
                                       "It will be resolved soon. We are monitoring it."));
        QVERIFY(status.has_value());
        QCOMPARE(status->notices.size(), size_t(1));
    }

    void oldEntriesAndThoseWithoutATimeAreLeftOut()
    {
        const auto status =
            read(entry("Long ago", "Fri, 20 Nov 2026 17:55:00 GMT", "Investigating - Still.") +
                 entry("Some time", "soon", "Investigating - Still."));
        QVERIFY(status.has_value());
        QVERIFY(status->notices.empty());
    }

    void anAtomFeedIsReadByItsLastChange()
    {
        const auto status = statusFromFeed(
            support::response(200, "application/atom+xml",
                              "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Cloud</title>"
                              "<entry><id>1</id><title>Discs</title>"
                              "<published>2026-11-20T10:00:00Z</published>"
                              "<updated>2026-11-22T17:30:00Z</updated>"
                              "<content type=\"text\">Monitoring - A while yet.</content>"
                              "</entry></feed>"),
            now);
        QVERIFY(status.has_value());
        QCOMPARE(status->notices.size(), size_t(1));
        QCOMPARE(status->notices[0].status, u"monitoring"_s);
    }

    void saysWhatIsNoFeed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing there") << 404 << QByteArray();
        QTest::newRow("a page") << 200 << QByteArray("<html><p>Hello</html>");
        QTest::newRow("json") << 200 << QByteArray("{}");
        QTest::newRow("depth") << 200 << QByteArray("<a>").repeated(100'000);
    }

    void saysWhatIsNoFeed()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto read = statusFromFeed(support::response(status, "text/html", body), now);
        QVERIFY(!read);
        QVERIFY(read.error().text.contains(u"metrics.example.org"_s));
    }
};

QTEST_APPLESS_MAIN(TestProviderFeed)
#include "tst_providerfeed.moc"
