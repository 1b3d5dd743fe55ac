// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/networkclient.h"
#include "support/certificates.h"
#include "support/faultserver.h"
#include "support/hostiletexts.h"
#include "support/waiting.h"
#include "wordpress/address.h"
#include "wordpress/connectiontest.h"
#include "wordpress/content.h"
#include "wordpress/interface.h"
#include "wordpress/markup.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using support::Fault;
using support::FaultServer;
using Connected = base::Result<wordpress::Connection>;

namespace {

const QByteArray canary = "canary-91bc";

publish::TargetSpec targetAt(const QUrl &address)
{
    publish::TargetSpec target;
    target.address = address;
    target.user = u"ana"_s;
    target.plainLoopback = true;
    return target;
}

Connected tryIt(const publish::TargetSpec &target)
{
    http::NetworkClient client;
    auto *test = new wordpress::ConnectionTest(client, target, secret::Secret(canary));
    return support::waitFor(test->start());
}

Fault answer(int status, const QByteArray &type, const QByteArray &body,
             const QList<QPair<QByteArray, QByteArray>> &more = {})
{
    Fault fault;
    fault.status = status;
    fault.body = body;
    fault.headers = more;
    fault.headers.append({"Content-Type", type});
    return fault;
}

publish::Thread threadSaying(const QString &title, const QString &body)
{
    publish::Thread thread;
    thread.key = u"0193a000-0000-7000-8000-000000000001"_s;
    thread.zone = u"Europe/London"_s;
    publish::Update update;
    update.revision = u"r1"_s;
    update.number = 1;
    update.body = body;
    thread.updates = {update};
    thread.title = title;
    return thread;
}

} // namespace

/// What a site may answer in the place of a WordPress, and what a post may hold.
class TestWordPressFaults : public QObject
{
    Q_OBJECT

private slots:
    void eachFaultHasItsOwnSentence()
    {
        QSet<QString> sentences;
        const auto expect = [&](const Fault &fault, ErrorKind kind, const QByteArray &path = "/") {
            FaultServer server;
            server.set("/wp-json/", answer(404, "text/html", "gone"));
            server.set("/index.php?rest_route=/", answer(404, "text/html", "gone"));
            server.set(path, fault);
            const Connected connected = tryIt(targetAt(server.url()));
            QVERIFY(!connected);
            QCOMPARE(int(connected.error().kind), int(kind));
            QVERIFY(!connected.error().text.contains(QString::fromLatin1(canary)));
            QString general = connected.error().text;
            sentences.insert(general.replace(u"%1"_s.arg(server.serverPort()), u"PORT"_s));
        };
        expect(answer(200, "text/html", "<h1>Shop</h1>"), ErrorKind::NotFound);
        expect(answer(200, "text/html", "<h1>Sign in</h1>"), ErrorKind::Format, "/wp-json/");
        expect(answer(429, "text/html", "slow", {{"Retry-After", "30"}}), ErrorKind::Network);
        expect(answer(503, "text/html", "brb", {{"Retry-After", "600"}}), ErrorKind::Network);
        expect(answer(500, "text/html", "Error establishing"), ErrorKind::Network);
        expect(answer(403, "text/html", "blocked"), ErrorKind::Refused, "/wp-json/");
        expect(answer(200, "application/json",
                      R"({"name":"Ops","namespaces":["wp/v2"],"authentication":[]})"),
               ErrorKind::Refused, "/wp-json/");
        QCOMPARE(sentences.size(), 7);
    }

    void plainHttpIsRefusedBeforeAnythingIsSent()
    {
        FaultServer server;
        auto target = targetAt(server.url());
        target.plainLoopback = false;
        const Connected connected = tryIt(target);
        QCOMPARE(connected.error().kind, ErrorKind::Refused);
        QVERIFY(connected.error().text.contains(u"https://"_s));
        QCOMPARE(server.connections(), 0);
    }

    void certificatesAreChecked()
    {
        support::Certificates certificates;
        const auto pair = certificates.make(u"127.0.0.1"_s);
        FaultServer server;
        server.useTls(pair.certificate, pair.key);
        const Connected connected = tryIt(targetAt(server.url()));
        QCOMPARE(connected.error().kind, ErrorKind::Network);
        QVERIFY2(connected.error().text.contains(u"certificate"_s),
                 qPrintable(connected.error().text));
        QVERIFY(server.requests().isEmpty());
    }

    void aRedirectingInterfaceLeadsThePasswordNowhere()
    {
        FaultServer server;
        FaultServer second;
        server.set(
            "/wp-json/",
            answer(200, "application/json",
                   R"({"namespaces":["wp/v2"],"authentication":{"application-passwords":{}}})"));
        Fault redirect = answer(307, "text/html", {});
        redirect.headers.append({"Location", second.url("/me").toEncoded()});
        server.set("/wp-json/wp/v2/users/me?context=edit", redirect);
        const Connected connected = tryIt(targetAt(server.url()));
        QVERIFY(!connected);
        QCOMPARE(connected.error().kind, ErrorKind::Refused);
        QCOMPARE(second.connections(), 0);
    }

    void aSiteElsewhereIsNamedAndNotFollowed()
    {
        FaultServer server;
        FaultServer second;
        Fault redirect = answer(301, "text/html", {});
        redirect.headers.append({"Location", second.url("/").toEncoded()});
        server.set("/", redirect);
        const Connected moved = tryIt(targetAt(server.url()));
        QCOMPARE(moved.error().kind, ErrorKind::Refused);
        QVERIFY(moved.error().text.contains(QString::number(second.serverPort())));
        Fault linked = answer(200, "text/html", "blog");
        linked.headers.append(
            {"Link", "<" + second.url("/wp-json/").toEncoded() + ">; rel=\"https://api.w.org/\""});
        server.set("/", linked);
        QCOMPARE(tryIt(targetAt(server.url())).error().kind, ErrorKind::Refused);
        for (const QByteArray &request : second.requests())
            QVERIFY(!request.contains("Authorization"));
    }

    void onlyAllowedMarkupComesOut()
    {
        static const QRegularExpression allowed(
            u"^(/?(div|p|strong|abbr|a)|br|!-- /?wp:html --)$"_s);
        static const QRegularExpression tag(u"<(!--.*?--|/?[A-Za-z0-9]+)([^>]*)>"_s);
        for (const QString &text : support::hostileTexts()) {
            const auto content = wordpress::contentOf(threadSaying(text, text));
            auto tags = tag.globalMatch(content.html);
            while (tags.hasNext()) {
                const auto match = tags.next();
                QVERIFY2(allowed.match(match.captured(1)).hasMatch(), qPrintable(match.captured()));
                QVERIFY2(!match.captured(2).contains(u" on"_s), qPrintable(match.captured()));
            }
            static const QRegularExpression address(u"href=\"(?!https?://)"_s);
            QVERIFY2(!address.match(content.html).hasMatch(), qPrintable(content.html));
            QVERIFY(!content.html.contains(u'['));
            QVERIFY(!content.title.contains(u'<') && !content.title.contains(u'['));
            QVERIFY(wordpress::isUntouched(content.title, content.html));
        }
    }

    void aChangeIsSeenAndWordPressOwnFormsAreNot()
    {
        const auto content = wordpress::contentOf(
            threadSaying(u"It's \"x\""_s, u"One\ntwo & it's [three].\n\nFour"_s));
        QVERIFY(wordpress::isUntouched(content.title, content.html));
        QString filtered = content.html;
        filtered.replace(u"&#091;"_s, u"["_s).replace(u"<br>"_s, u"<br />"_s);
        QVERIFY(wordpress::isUntouched(content.title, filtered));
        QVERIFY(!wordpress::isUntouched(u"Mine"_s, content.html));
        QString edited = content.html;
        QVERIFY(!wordpress::isUntouched(content.title, edited.replace(u"Four"_s, u"Five"_s)));
        QVERIFY(!wordpress::isUntouched(content.title, content.html + u"<p>More</p>"_s));
        QVERIFY(!wordpress::isUntouched(content.title, u"<p>All mine</p>"_s));
    }

    void addressesAreReadAsPeopleTypeThem()
    {
        using wordpress::siteAddress;
        QCOMPARE(siteAddress(u"blog.example.org"_s).value(), QUrl(u"https://blog.example.org/"_s));
        QCOMPARE(siteAddress(u" https://example.org/ops/wp-admin/post.php?x=1 "_s).value(),
                 QUrl(u"https://example.org/ops/"_s));
        QVERIFY(!siteAddress(u"https://ana:secret@example.org/"_s));
        QVERIFY(!siteAddress(u"ftp://example.org/"_s));
        QVERIFY(!siteAddress({}));
        QUrlQuery query;
        query.addQueryItem(u"slug"_s, u"a&b"_s);
        const QUrl plain(u"https://example.org/index.php?rest_route=/"_s);
        const QUrl made = wordpress::addressOf(plain, u"wp/v2/posts"_s, query);
        QCOMPARE(QUrlQuery(made).queryItemValue(u"rest_route"_s), u"/wp/v2/posts"_s);
        QCOMPARE(QUrlQuery(made).queryItemValue(u"slug"_s, QUrl::FullyDecoded), u"a&b"_s);
    }
};

QTEST_GUILESS_MAIN(TestWordPressFaults)
#include "tst_wordpressfaults.moc"
