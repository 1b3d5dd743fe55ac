// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/promised.h"
#include "cachet/cachetpage.h"
#include "cachet/connectiontest.h"
#include "cachet/content.h"
#include "http/networkclient.h"
#include "support/fakecachet.h"
#include "support/faultserver.h"
#include "support/hostiletexts.h"
#include "support/htmlscan.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using publish::PublicStatus;
using support::utc;
using support::waitFor;
using Connected = base::Result<cachet::Connection>;

namespace {

const auto now = utc("2026-11-22T16:20:00Z");

publish::Update updateOf(int number, const QString &body, PublicStatus status, bool notify)
{
    publish::Update update;
    update.number = number;
    update.key = update.revision = u"r%1"_s.arg(number);
    update.body = body;
    update.status = status;
    update.notify = notify;
    update.publishedAt = now;
    return update;
}

publish::TargetSpec specOf(const QString &address)
{
    publish::TargetSpec spec;
    spec.label = u"Example status"_s;
    spec.address = QUrl(address);
    spec.plainLoopback = true;
    spec.components = {{u"Pictures"_s, u"images"_s}};
    return spec;
}

Connected tryIt(const publish::TargetSpec &target, const QByteArray &token = "t0ken")
{
    http::NetworkClient client;
    return waitFor((new cachet::ConnectionTest(client, target, secret::Secret(token)))->start());
}

/// A site of one version, and what goes out to it.
class Desk
{
public:
    explicit Desk(bool three)
        : clock(now)
        , site(three)
    {
        thread.key = u"0193a000-0000-7000-8000-0000abcd1234"_s;
        thread.zone = u"Europe/London"_s;
        thread.title = u"Images are not loading"_s;
        thread.started = timing::RoughInstant::exact(utc("2026-11-22T15:08:00Z"));
        thread.components = {{u"Pictures"_s, publish::ComponentState::PartialOutage}};
        thread.updates = {updateOf(1, u"We are on it."_s, PublicStatus::Investigating, true)};
        auto spec = specOf(site.url());
        const auto connection = tryIt(spec);
        if (!connection)
            qFatal("%s", qPrintable(connection.error().text));
        spec.api = connection->api;
        spec.version = connection->version;
        spec.components = connection->components;
        makePage = [this, spec] {
            page = std::make_unique<cachet::CachetPage>(
                spec, client,
                [] { return base::ready(base::Result<secret::Secret>(secret::Secret("t0ken"))); },
                clock);
        };
        makePage();
    }

    base::Result<publish::Receipt> send(const QString &revision)
    {
        const auto receipt = waitFor(page->publish(thread, revision));
        if (receipt)
            thread.url = receipt->url;
        return receipt;
    }

    [[nodiscard]] bool isSeen(const QString &revision)
    {
        const auto found = waitFor(page->find(thread, revision));
        return found && *found && waitFor(page->readBack(**found, thread, revision));
    }

    support::ManualClock clock;
    fakes::FakeCachet site;
    http::NetworkClient client;
    std::unique_ptr<cachet::CachetPage> page;
    std::function<void()> makePage; ///< as a new start of the program would
    publish::Thread thread;
};

support::Fault answer(int status, const QByteArray &type, const QByteArray &body)
{
    support::Fault fault;
    fault.status = status;
    fault.body = body;
    fault.headers = {{"Content-Type", type}};
    return fault;
}

void bothVersions()
{
    QTest::addColumn<bool>("three");
    QTest::newRow("cachet 3") << true;
    QTest::newRow("cachet 2") << false;
}

} // namespace

/// The life of a thread at both versions of Cachet.
class TestCachet : public QObject
{
    Q_OBJECT

private slots:
    void anIncidentFromItsFirstWordToItsLast_data() { bothVersions(); }
    void anIncidentFromItsFirstWordToItsLast()
    {
        QFETCH(bool, three);
        Desk desk(three);
        QVERIFY(desk.send(u"r1"_s));
        QVERIFY(desk.isSeen(u"r1"_s));
        QCOMPARE(desk.site.mails, 1);
        desk.thread.updates.push_back(
            updateOf(2, u"It was the cache."_s, PublicStatus::Identified, false));
        QVERIFY(!waitFor(desk.page->find(desk.thread, u"r2"_s)).value());
        QVERIFY(desk.send(u"r2"_s));
        QVERIFY(desk.isSeen(u"r2"_s));

        desk.thread.updates[0].body = u"We are on it. More soon."_s;
        desk.thread.updates[0].revision = u"r3"_s;
        QVERIFY(desk.send(u"r3"_s));
        QVERIFY(desk.isSeen(u"r3"_s));

        desk.thread.title = u"Images were not loading"_s;
        desk.thread.updates.push_back(
            updateOf(4, u"All is well."_s, PublicStatus::Resolved, false));
        QVERIFY(desk.send(u"r4"_s));
        QVERIFY(desk.isSeen(u"r4"_s));
        const auto &entry = desk.site.incidents.begin()->second;
        QCOMPARE(entry.updates.size(), size_t(2));
        QCOMPARE(entry.fields[u"name"_s].toString(), u"Images were not loading"_s);
        QCOMPARE(entry.updates.back().second[u"status"_s].toInt(), 4);
        QCOMPARE(desk.site.mails, 1);
        const auto calls = desk.site.calls.size();
        QVERIFY(desk.send(u"r4"_s));
        for (auto call = calls; call < desk.site.calls.size(); ++call)
            QCOMPARE(desk.site.calls[call].method, QByteArray("GET"));

        desk.thread.retraction = u"x1"_s;
        QVERIFY(desk.send(u"x1"_s));
        QVERIFY(desk.isSeen(u"x1"_s));
        QVERIFY(desk.site.incidents.empty());
    }

    void plannedWorkIsASchedule_data() { bothVersions(); }
    void plannedWorkIsASchedule()
    {
        QFETCH(bool, three);
        Desk desk(three);
        desk.thread.kind = publish::Kind::Maintenance;
        desk.thread.status = PublicStatus::Scheduled;
        desk.thread.updates = {
            updateOf(1, u"We move the database."_s, PublicStatus::Scheduled, true)};
        QVERIFY(!desk.send(u"r1"_s));
        incident::Window window;
        window.start = timing::RoughInstant::exact(utc("2026-11-24T01:00:00Z"));
        window.end = timing::RoughInstant::exact(utc("2026-11-24T02:00:00Z"));
        desk.thread.planned = {window};
        QVERIFY(desk.send(u"r1"_s));
        QVERIFY(desk.isSeen(u"r1"_s));
        const auto fields = [&] {
            return desk.site.schedules.begin()->second.fields;
        };
        // Cachet 2 would hide what has an end.
        QCOMPARE(fields().contains(u"completed_at"_s), three);
        desk.thread.status = PublicStatus::Completed;
        desk.thread.updates.push_back(updateOf(2, u"Done."_s, PublicStatus::Completed, false));
        QVERIFY(desk.send(u"r2"_s));
        QVERIFY(desk.isSeen(u"r2"_s));
        QVERIFY(fields().contains(u"completed_at"_s));
        QCOMPARE(desk.site.schedules.size(), size_t(1));
    }

    void itHasNoPlaceForPostmortems()
    {
        Desk desk(true);
        const auto refused = waitFor(desk.page->putPostmortem(desk.thread, {u"x"_s, false}));
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().text.contains(u"as one more update"_s));
    }

    void textsAreNoMarkup()
    {
        for (const QString &text : support::hostileTexts()) {
            const auto update = updateOf(1, text, PublicStatus::Investigating, false);
            const QString shown = fakes::FakeCachet::fromMarkdown(cachet::textOf(update));
            const support::HtmlScan scan = support::scanHtml(shown);
            QVERIFY2(scan.tags.empty() && scan.fault.isEmpty(), qPrintable(shown));
        }
        const auto plain = updateOf(1, u"See https://a.example/b_c for <more>, *all* of it.\r# 1"_s,
                                    PublicStatus::Investigating, false);
        QCOMPARE(cachet::textOf(plain),
                 u"See https://a.example/b_c for &lt;more>, \\*all\\* of it.\r\\# 1"_s);
    }

    void whatLooksLikeMarkupIsSeen_data() { bothVersions(); }
    void whatLooksLikeMarkupIsSeen()
    {
        QFETCH(bool, three);
        Desk desk(three);
        desk.thread.updates[0].body = u"<b>1 * 2</b> & [x](javascript:y)\n# _all_"_s;
        QVERIFY(desk.send(u"r1"_s));
        QVERIFY(desk.isSeen(u"r1"_s));
    }

    void aColleaguesWordIsNotOverwritten_data() { bothVersions(); }
    void aColleaguesWordIsNotOverwritten()
    {
        QFETCH(bool, three);
        Desk desk(three);
        QVERIFY(desk.send(u"r1"_s));
        QJsonObject &fields = desk.site.incidents.begin()->second.fields;
        fields[u"message"_s] = u"Carol is on it."_s;
        desk.thread.updates.push_back(
            updateOf(2, u"It was the cache."_s, PublicStatus::Identified, false));
        QCOMPARE(desk.send(u"r2"_s).error().kind, ErrorKind::Refused);
        const auto foreign = desk.page->foreignEdit(desk.thread.key);
        QVERIFY(foreign && foreign->theirs.contains(u"Carol"_s));
        // After a new start looking is enough to know it again.
        desk.makePage();
        QVERIFY(!desk.page->foreignEdit(desk.thread.key));
        QVERIFY(!waitFor(desk.page->find(desk.thread, u"r2"_s)).value());
        QCOMPARE(desk.page->foreignEdit(desk.thread.key), foreign);
        desk.page->overwriteNext(desk.thread.key);
        QVERIFY(desk.send(u"r2"_s));
        QVERIFY(desk.isSeen(u"r1"_s) && desk.isSeen(u"r2"_s));
    }

    void whatIsVisibleAndBackdatedIsSaid_data() { bothVersions(); }
    void whatIsVisibleAndBackdatedIsSaid()
    {
        QFETCH(bool, three);
        Desk desk(three);
        desk.thread.updates[0].notify = false;
        QVERIFY(desk.send(u"r1"_s));
        QCOMPARE(desk.site.mails, 0);
        const QJsonObject fields = desk.site.incidents.begin()->second.fields;
        QVERIFY(fields.contains(u"visible"_s));
        QCOMPARE(fields.contains(u"occurred_at"_s), three);
        QCOMPARE(fields.contains(u"components"_s), three);
        QCOMPARE(fields.contains(u"component_id"_s), !three);
    }

    void theVersionIsFoundOut()
    {
        fakes::FakeCachet three(true);
        fakes::FakeCachet two(false);
        const Connected new3 = tryIt(specOf(three.url()));
        QVERIFY(new3);
        QCOMPARE(new3->version, u"3"_s);
        QCOMPARE(new3->components.at(u"Pictures"_s), u"4"_s);
        const Connected old2 = tryIt(specOf(two.url()));
        QCOMPARE(old2->version, u"2"_s);
        QVERIFY(three.incidents.empty() && two.incidents.empty());
    }

    void eachFaultHasItsOwnSentence()
    {
        QSet<QString> sentences;
        const auto remember = [&](const Connected &connected, ErrorKind kind) {
            QVERIFY(!connected);
            QCOMPARE(int(connected.error().kind), int(kind));
            sentences.insert(connected.error().text.section(u':', 0, 0) +
                             connected.error().text.section(u' ', 1));
        };
        const auto expect = [&](const support::Fault &fault, ErrorKind kind) {
            support::FaultServer server;
            server.set("/api/ping", fault);
            server.set("/api/v1/ping", fault);
            remember(tryIt(specOf(server.url().toString())), kind);
        };
        expect(answer(404, "text/html", "gone"), ErrorKind::NotFound);
        expect(answer(200, "text/html", "<h1>Sign in</h1>"), ErrorKind::Format);
        expect(answer(429, "text/html", "slow"), ErrorKind::Network);
        expect(answer(500, "text/html", "oops"), ErrorKind::Network);
        fakes::FakeCachet site(true);
        remember(tryIt(specOf(site.url()), "wrong"), ErrorKind::Auth);
        site.mayManage = false;
        remember(tryIt(specOf(site.url())), ErrorKind::Auth);
        auto plain = specOf(site.url());
        plain.plainLoopback = false;
        remember(tryIt(plain), ErrorKind::Refused);
        QCOMPARE(sentences.size(), 7);
    }

    void theTokenDoesNotGoToAWrongAddress()
    {
        support::FaultServer server;
        server.set("/api/ping", answer(404, "text/html", "gone"));
        server.set("/api/v1/ping", answer(404, "text/html", "gone"));
        QVERIFY(!tryIt(specOf(server.url().toString()), "canary-55"));
        for (const QByteArray &request : server.requests())
            QVERIFY(!request.contains("canary-55"));
    }

    void theMarkIsReadBack()
    {
        publish::Thread thread;
        thread.key = u"key"_s;
        thread.title = u"Title"_s;
        const QString message = cachet::marked(thread, 3, u"Text (with brackets)."_s);
        QCOMPARE(cachet::markIn(message)->number, 3);
        QCOMPARE(cachet::withoutMark(message), u"Text (with brackets)."_s);
        QVERIFY(cachet::isUntouched(u"Title"_s, message));
        QVERIFY(!cachet::isUntouched(u"Other"_s, message));
        QVERIFY(!cachet::isUntouched(u"Title"_s, QString(message).replace(u"Text"_s, u"Test"_s)));
    }
};

QTEST_GUILESS_MAIN(TestCachet)
#include "tst_cachet.moc"
