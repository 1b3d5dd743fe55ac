// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/archivefetch.h"

#include "support/fakehttp.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using base::Result;
using importing::Feed;
using support::FakeHttp;
using wordpress::ArchiveFetch;

namespace {

const QUrl site(u"https://blog.example.org/"_s);

QJsonObject post(int id)
{
    return {
        {u"id"_s, id},
        {u"slug"_s, u"down-%1"_s.arg(id)},
        {u"guid"_s, QJsonObject{{u"rendered"_s, u"https://blog.example.org/?p=%1"_s.arg(id)}}},
        {u"link"_s, u"https://blog.example.org/down-%1/"_s.arg(id)},
        {u"date_gmt"_s, u"2025-03-04T10:05:00"_s},
        {u"modified_gmt"_s, u"2025-03-05T10:05:00"_s},
        {u"title"_s, QJsonObject{{u"rendered"_s, u"Lift &#8220;%1&#8221; stuck"_s.arg(id)}}},
        {u"content"_s, QJsonObject{{u"rendered"_s, u"<p>It was <b>down</b> for 20 minutes.</p>"_s},
                                   {u"protected"_s, false}}}};
}

/// A site with that many posts, and what a test wants to be different on it.
struct Site
{
    std::vector<QJsonObject> posts;
    int total = -1; ///< what it says; -1: the truth
    std::function<std::optional<Result<http::Response>>(const http::Request &, int page)> odd;
    FakeHttp client{[this](const http::Request &request) {
        return answer(request);
    }};
    std::optional<Result<Feed>> answered;
    bool stops = false;

    explicit Site(int count)
    {
        for (int id = 1; id <= count; ++id)
            posts.push_back(post(id));
    }

    Result<http::Response> answer(const http::Request &request)
    {
        const QUrlQuery query(request.url);
        const int page = query.queryItemValue(u"page"_s).toInt();
        if (odd) {
            if (const auto other = odd(request, page))
                return *other;
        }
        http::Response answer;
        if (request.url.path() == u"/"_s) {
            answer = support::response(200, "text/html", "<html>");
            answer.headers.append(http::Header{
                "Link", "<https://blog.example.org/wp-json/>; rel=\"https://api.w.org/\""});
        } else if (request.url.path() == u"/wp-json/"_s) {
            answer = support::json(R"({"name":"Lifts &amp; more","namespaces":["wp/v2"]})");
        } else if (request.url.path() == u"/wp-json/wp/v2/posts"_s) {
            answer = pageOf(page, query.queryItemValue(u"per_page"_s).toInt());
        } else {
            answer = support::response(404, "text/html", "no");
        }
        answer.finalUrl = request.url;
        return answer;
    }

    [[nodiscard]] http::Response pageOf(int page, int size) const
    {
        QJsonArray some;
        for (int at = (page - 1) * size; at < std::min(page * size, int(posts.size())); ++at)
            some.append(posts[std::size_t(at)]);
        http::Response answer = support::json(QJsonDocument(some).toJson());
        answer.headers.append(
            http::Header{"X-WP-Total", QByteArray::number(total < 0 ? int(posts.size()) : total)});
        return answer;
    }

    const Result<Feed> &fetch(int mostPages = 100)
    {
        ArchiveFetch fetch(client, site, mostPages, {1ms, 2ms});
        QEventLoop loop;
        QObject::connect(&fetch, &importing::Fetch::finished, &loop, [&](const Result<Feed> &feed) {
            answered = feed;
            loop.quit();
        });
        if (stops)
            QObject::connect(&fetch, &importing::Fetch::progressed, &fetch, &ArchiveFetch::stop);
        fetch.start();
        if (!answered)
            loop.exec();
        return *answered;
    }

    [[nodiscard]] QStringList warnings() const { return (*answered)->warnings; }
};

} // namespace

class TestArchiveFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesAllPages();
    void asksAsEverybodyMay();
    void readsAPost();
    void leavesOutWhatIsOursOrLocked();
    void findsItsWayWithoutALink();
    void asksAgainAfterAFault();
    void keepsWhatItHasAfterManyFaults();
    void saysWhatIsMissing();
    void refuses_data();
    void refuses();
    void hostileAnswersEndIt_data();
    void hostileAnswersEndIt();
    void canBeStopped();
};

void TestArchiveFetch::fetchesAllPages()
{
    for (const int count : {0, 1, 49, 50, 51, 123}) {
        Site site(count);
        const auto &feed = site.fetch();
        QVERIFY(feed);
        QCOMPARE(int(feed->entries.size()), count);
        QCOMPARE(feed->title, u"Lifts & more"_s);
        QVERIFY2(feed->warnings.isEmpty(), qPrintable(feed->warnings.join(u' ')));
        QCOMPARE(site.client.requests.size(), 2 + std::max(1, (count + 49) / 50));
    }
}

void TestArchiveFetch::asksAsEverybodyMay()
{
    Site site(3);
    QVERIFY(site.fetch());
    for (const http::Request &request : site.client.requests) {
        QVERIFY(request.method == http::Method::Get);
        QVERIFY(http::headerValue(request.headers, "Authorization").isEmpty());
        QVERIFY(!request.confidential);
    }
}

void TestArchiveFetch::readsAPost()
{
    Site site(1);
    const importing::FeedEntry wanted{u"https://blog.example.org/?p=1"_s,
                                      u"https://blog.example.org/down-1/"_s,
                                      u"Lift “1” stuck"_s,
                                      {},
                                      u"2025-03-04T10:05:00Z"_s,
                                      u"2025-03-05T10:05:00Z"_s,
                                      u"It was down for 20 minutes."_s};
    QCOMPARE(site.fetch()->entries, std::vector{wanted});
}

void TestArchiveFetch::leavesOutWhatIsOursOrLocked()
{
    Site site(4);
    site.posts[0].insert(u"slug"_s, u"inc-0193a000-0000-7000-8000-000000000001"_s);
    site.posts[1].insert(u"content"_s,
                         QJsonObject{{u"rendered"_s, u"<div data-thread=\"x\">text</div>"_s}});
    site.posts[2].insert(u"content"_s,
                         QJsonObject{{u"rendered"_s, QString()}, {u"protected"_s, true}});
    QCOMPARE(site.fetch()->entries.size(), 1U);
    QCOMPARE(site.warnings().size(), 2);
}

void TestArchiveFetch::findsItsWayWithoutALink()
{
    Site site(2);
    site.odd = [](const http::Request &request, int) -> std::optional<Result<http::Response>> {
        if (request.url.path() != u"/"_s)
            return std::nullopt;
        http::Response page = support::response(200, "text/html", "<html>");
        page.finalUrl = request.url;
        return page;
    };
    QCOMPARE(site.fetch()->entries.size(), 2U);
}

void TestArchiveFetch::asksAgainAfterAFault()
{
    Site site(60);
    int faults = 0;
    site.odd = [&](const http::Request &, int page) -> std::optional<Result<http::Response>> {
        if (page == 2 && ++faults == 1)
            return support::response(503, "text/html", "busy");
        return std::nullopt;
    };
    QCOMPARE(site.fetch()->entries.size(), 60U);
    QVERIFY(site.warnings().isEmpty());
}

void TestArchiveFetch::keepsWhatItHasAfterManyFaults()
{
    Site site(60);
    site.odd = [](const http::Request &, int page) -> std::optional<Result<http::Response>> {
        if (page != 2)
            return std::nullopt;
        // Nothing that passes.
        return support::response(200, "text/html", "<html>Warning: no memory</html>");
    };
    QCOMPARE(site.fetch()->entries.size(), 50U);
    QCOMPARE(site.warnings().size(), 1);
}

void TestArchiveFetch::saysWhatIsMissing()
{
    Site limited(200);
    QCOMPARE(limited.fetch(2)->entries.size(), 100U);
    QCOMPARE(limited.warnings().size(), 1);

    Site shrinking(120);
    shrinking.odd = [&](const http::Request &, int page) -> std::optional<Result<http::Response>> {
        if (page == 2)
            shrinking.posts.erase(shrinking.posts.begin());
        return std::nullopt;
    };
    QCOMPARE(shrinking.fetch()->entries.size(), 119U);
    QCOMPARE(shrinking.warnings().size(), 1);
}

void TestArchiveFetch::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray json = "application/json";
    const QByteArray elsewhere = "<https://api.example.net/wp-json/>; rel=\"https://api.w.org/\"";
    QTest::newRow("no WordPress") << u"/wp-json/"_s << 404 << QByteArray("no") << QByteArray()
                                  << ErrorKind::NotFound;
    QTest::newRow("another interface")
        << u"/wp-json/"_s << 200 << QByteArray("{}") << QByteArray() << ErrorKind::NotFound;
    QTest::newRow("closed interface")
        << u"/wp-json/"_s << 401 << QByteArray("{}") << QByteArray() << ErrorKind::Refused;
    QTest::newRow("closed posts") << u"/wp-json/wp/v2/posts"_s << 401
                                  << QByteArray(R"({"code":"rest_login_required"})") << QByteArray()
                                  << ErrorKind::Refused;
    QTest::newRow("elsewhere") << u"/"_s << 200 << QByteArray("<html>") << elsewhere
                               << ErrorKind::Refused;
    QTest::newRow("an object") << u"/wp-json/wp/v2/posts"_s << 200 << QByteArray("{}")
                               << QByteArray() << ErrorKind::Format;
}

void TestArchiveFetch::refuses()
{
    QFETCH(const QString, path);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, header);
    QFETCH(const ErrorKind, kind);
    Site site(3);
    site.odd = [&](const http::Request &request, int) -> std::optional<Result<http::Response>> {
        if (request.url.path() != path)
            return std::nullopt;
        http::Response answer = support::json(body, status);
        answer.finalUrl = request.url;
        if (!header.isEmpty())
            answer.headers.append(http::Header{"Link", header});
        return answer;
    };
    const auto &feed = site.fetch();
    QVERIFY(!feed);
    QCOMPARE(feed.error().kind, kind);
    QVERIFY(!feed.error().text.isEmpty());
    for (const http::Request &request : site.client.requests)
        QCOMPARE(request.url.host(), u"blog.example.org"_s);
}

void TestArchiveFetch::hostileAnswersEndIt_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("total");
    const auto same = QJsonDocument(QJsonArray{post(1)}).toJson();
    QTest::newRow("the same page for ever") << same << 1 << 1'000'000;
    QTest::newRow("nothing for ever") << QByteArray("[]") << 0 << 1'000'000;
    QTest::newRow("a negative total") << same << 1 << -5;
    QTest::newRow("no posts") << QByteArray("[1, null, \"x\", [], {}]") << 0 << 5;
    QTest::newRow("wrong types")
        << QByteArray(R"([{"id":"7","content":7},{"id":-1,"content":{"rendered":"x"}},)"
                      R"({"id":9,"title":[],"date_gmt":7,"content":{"rendered":"x"}}])")
        << 1 << 3;
    QTest::newRow("deep markup") << QByteArray(R"([{"id":1,"content":{"rendered":")") +
                                        QByteArray("<div>").repeated(20'000) + R"("}}])"
                                 << 1 << 1;
}

void TestArchiveFetch::hostileAnswersEndIt()
{
    QFETCH(const QByteArray, page);
    QFETCH(const int, entries);
    QFETCH(const int, total);
    Site site(0);
    site.odd = [&](const http::Request &request,
                   int number) -> std::optional<Result<http::Response>> {
        if (number == 0)
            return std::nullopt;
        http::Response answer = support::json(page);
        answer.headers.append(http::Header{"X-WP-Total", QByteArray::number(total)});
        answer.finalUrl = request.url;
        return answer;
    };
    QCOMPARE(int(site.fetch()->entries.size()), entries);
    QVERIFY(site.client.requests.size() < 6);
}

void TestArchiveFetch::canBeStopped()
{
    Site site(500);
    site.stops = true;
    const auto &feed = site.fetch();
    QVERIFY(!feed);
    QCOMPARE(feed.error().kind, ErrorKind::Cancelled);
    QCOMPARE(site.client.requests.size(), 3);
}

QTEST_GUILESS_MAIN(TestArchiveFetch)
#include "tst_archivefetch.moc"
