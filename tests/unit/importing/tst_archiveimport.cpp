// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/archiveimport.h"

#include "http/networkclient.h"
#include "incident/calibration.h"
#include "support/faultserver.h"
#include "support/office.h"
#include "workflow/sitepage.h"

#include <QEventLoop>
#include <QTest>

using namespace workflow;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Fault;
using support::FaultServer;
using support::Office;

class TestArchiveImport : public QObject
{
    Q_OBJECT

private slots:
    void showsBeforeItStores();
    void addsNothingTwice();
    void tellsWhatHasChanged();
    void storesWholeIncidentsUpToAStop();
    void goesOnAfterABadPost();
    void derivesAgainFromItsEvents();
    void calibratesFromOldEstimates();
    void showsReadersOnlyWhatTheUserChose();
    void followsThePagesOfAFeed();
    void staysAtTheFeedsPlace();
    void refusesWhatIsNoFeed_data();
    void refusesWhatIsNoFeed();
    void canBeStopped();
};

namespace {

const QTimeZone london("Europe/London");

QString post(int day, const QString &title)
{
    return u"Posted: 2025-03-%1 10:05\n%2\n\nThe lift was down for 20 minutes from 09:15 this "
           "morning.\n"_s.arg(day, 2, 10, QChar(u'0'))
               .arg(title);
}

QString postsOfDays(int count)
{
    QStringList posts;
    for (int day = 1; day <= count; ++day)
        posts += post(day, u"Lift stuck"_s);
    return posts.join(u"---\n"_s);
}

QByteArray feedOf(const QByteArray &id, const QByteArray &next = {})
{
    const QByteArray link =
        next.isEmpty() ? QByteArray() : "<link rel='next' href='" + next + "'/>";
    return "<feed xmlns='http://www.w3.org/2005/Atom'><title>Lifts</title>" + link +
           "<entry><id>tag:lift.example," + id + "</id><title>Lift " + id +
           "</title><published>2025-03-0" + id +
           "T10:05:00Z</published><content>It was down for 20 minutes from 09:15.</content>"
           "</entry></feed>";
}

struct ImportOffice : Office
{
    http::NetworkClient client;
    ArchiveImport archive{*desk, client};
    std::optional<base::Error> error;
    ImportOutcome outcome;

    void await(const std::function<void()> &begin)
    {
        QEventLoop loop;
        error.reset();
        QObject::connect(&archive, &ArchiveImport::rowsRead, &loop, &QEventLoop::quit);
        QObject::connect(&archive, &ArchiveImport::rowsStored, &loop,
                         [&](const ImportOutcome &result) {
                             outcome = result;
                             loop.quit();
                         });
        QObject::connect(&archive, &ArchiveImport::failed, &loop, [&](const base::Error &failure) {
            error = failure;
            loop.quit();
        });
        begin();
        if (archive.isBusy())
            loop.exec();
    }

    void readText(const QString &text)
    {
        const QString path = folder.filePath(u"old.txt"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("the file cannot be written");
        file.close();
        await([&] { archive.read({ArchiveSource::Kind::Text, path, london, {}, {}}); });
    }

    void readFeed(const QUrl &address, int pages = 100)
    {
        await([&] {
            archive.read({ArchiveSource::Kind::Feed, address.toString(), london, {}, {}, pages});
        });
    }

    void storeAll(const QStringList &shownAt = {})
    {
        std::vector<int> rows;
        for (int row = 0; row < int(archive.rows().size()); ++row)
            rows.push_back(row);
        await([&] { archive.store(rows, shownAt); });
    }

    std::vector<ledger::Summary> stored() { return ledger->list().value(); }
};

} // namespace

void TestArchiveImport::showsBeforeItStores()
{
    ImportOffice desk;
    desk.readText(postsOfDays(3));
    QCOMPARE(desk.archive.count(ImportStanding::New), 3);
    QVERIFY(desk.stored().empty());
    desk.storeAll();
    QCOMPARE(desk.outcome.stored, 3);
    QCOMPARE(desk.stored().size(), 3U);
    QCOMPARE(desk.stored().front().ref, u"2025-03-03-1"_s);
    QVERIFY(desk.desk->openIncidents().empty());
}

void TestArchiveImport::addsNothingTwice()
{
    ImportOffice desk;
    desk.readText(postsOfDays(3));
    desk.storeAll();
    const auto before = desk.ledger->events(desk.stored().front().id).value();
    desk.readText(postsOfDays(4));
    QCOMPARE(desk.archive.count(ImportStanding::Known), 3);
    QCOMPARE(desk.archive.count(ImportStanding::New), 1);
    desk.storeAll();
    QCOMPARE(desk.outcome.stored, 1);
    QCOMPARE(desk.stored().size(), 4U);
    QCOMPARE(desk.ledger->events(desk.stored().back().id).value().size(), before.size());
}

void TestArchiveImport::tellsWhatHasChanged()
{
    ImportOffice desk;
    desk.readText(post(4, u"Lift stuck"_s));
    desk.storeAll();
    const auto before = desk.ledger->load(desk.stored().front().id).value();
    desk.readText(post(4, u"Lift stuck"_s) + u"It was the rope."_s);
    QCOMPARE(desk.archive.count(ImportStanding::Changed), 1);
    QCOMPARE(desk.archive.rows().front().ref, before.ref);
    desk.storeAll();
    QCOMPARE(desk.outcome.stored, 0);
    QCOMPARE(desk.ledger->load(before.id).value(), before);
}

void TestArchiveImport::storesWholeIncidentsUpToAStop()
{
    ImportOffice desk;
    desk.readText(postsOfDays(20));
    QObject::connect(&desk.archive, &ArchiveImport::progressed, &desk.archive,
                     &ArchiveImport::stop);
    desk.storeAll();
    QVERIFY(desk.outcome.stopped);
    const auto half = desk.stored();
    QVERIFY(!half.empty() && half.size() < 20);
    for (const ledger::Summary &summary : half)
        QCOMPARE(summary.state, incident::State::Closed);
    desk.archive.disconnect();
    desk.readText(postsOfDays(20));
    desk.storeAll();
    QCOMPARE(desk.stored().size(), 20U);
    QVERIFY(desk.ledger->check().value().isSound());
}

void TestArchiveImport::goesOnAfterABadPost()
{
    ImportOffice desk;
    desk.readText(post(1, u"Lift stuck"_s) + u"---\nNo time here\n\nIt was down.\n---\n"_s +
                  post(2, u"Lift stuck"_s));
    QCOMPARE(desk.archive.count(ImportStanding::NotUnderstood), 1);
    desk.storeAll();
    QCOMPARE(desk.outcome.stored, 2);
    QVERIFY(desk.outcome.failures.empty());
}

void TestArchiveImport::derivesAgainFromItsEvents()
{
    ImportOffice desk;
    desk.readText(post(4, u"Lift stuck"_s) + u"We will report what went wrong."_s);
    desk.storeAll();
    const QString id = desk.stored().front().id;
    const auto before = desk.ledger->load(id).value();
    QVERIFY(before.origin.has_value());
    QCOMPARE(before.promises.size(), 1U);
    QVERIFY(desk.ledger->rebuild().has_value());
    QVERIFY(desk.ledger->check().value().isSound());
    desk.open();
    QCOMPARE(desk.ledger->load(id).value(), before);
    QCOMPARE(desk.ledger->search(u"morning"_s).value().size(), 1U);
}

void TestArchiveImport::calibratesFromOldEstimates()
{
    ImportOffice desk;
    desk.readText(u"Posted: 2025-03-04 10:05\nLabel printer\n\nThe label printer is not working. "
                  "We expect it back within 30 minutes.\n\nUPDATE 10:40: Back now."_s);
    desk.storeAll();
    const auto outcomes = incident::outcomesOf(desk.ledger->load(desk.stored().front().id).value());
    QCOMPARE(outcomes.size(), 1U);
    QCOMPARE(outcomes[0].stated, timing::RoughDuration::atMost(30min));
    QCOMPARE(outcomes[0].actual, timing::RoughDuration::between(20min, 35min));
}

void TestArchiveImport::showsReadersOnlyWhatTheUserChose()
{
    ImportOffice desk;
    const auto shown = [&] {
        return sitePage(*desk.desk, u"site"_s).value().threads.size();
    };
    desk.readText(postsOfDays(2));
    desk.storeAll();
    QCOMPARE(shown(), 0U);
    desk.readText(postsOfDays(2));
    desk.storeAll({u"site"_s});
    QCOMPARE(desk.outcome.stored, 0);
    QCOMPARE(shown(), 2U);
    const auto thread = sitePage(*desk.desk, u"site"_s).value().threads.back();
    QCOMPARE(thread.updates.front().publishedAt, support::utc("2025-03-01T10:05:00Z"));
    QVERIFY(sitePage(*desk.desk, u"other"_s).value().threads.empty());
    // Nothing is sent anywhere.
    QVERIFY(desk.ledger->outbox().all().value().empty());
}

void TestArchiveImport::followsThePagesOfAFeed()
{
    FaultServer server;
    server.set("/feed", {.body = feedOf("3", "/feed?p=2")});
    server.set("/feed?p=2", {.body = feedOf("2", "/feed?p=3")});
    server.set("/feed?p=3", {.body = feedOf("1", "/feed?p=2")});
    ImportOffice desk;
    desk.readFeed(server.url("/feed"));
    QVERIFY(!desk.error);
    QCOMPARE(desk.archive.rows().size(), 3U);
    QVERIFY(desk.archive.warnings().isEmpty());
    QCOMPARE(desk.archive.rows().front().post.title, u"Lift 1"_s);
    QCOMPARE(desk.archive.rows().front().post.place, u"127.0.0.1/feed"_s);
    desk.storeAll();
    QCOMPARE(desk.stored().size(), 3U);

    desk.readFeed(server.url("/feed"), 2);
    QCOMPARE(desk.archive.count(ImportStanding::Known), 2);
    QCOMPARE(desk.archive.warnings().size(), 1);
}

void TestArchiveImport::staysAtTheFeedsPlace()
{
    FaultServer other;
    FaultServer server;
    server.set("/feed", {.body = feedOf("3", other.url("/feed").toEncoded())});
    server.set("/broken", {.body = feedOf("2", "/nothing")});
    server.set("/nothing", {.status = 404});
    ImportOffice desk;
    desk.readFeed(server.url("/feed"));
    QCOMPARE(desk.archive.rows().size(), 1U);
    QCOMPARE(desk.archive.warnings().size(), 1);
    QCOMPARE(other.connections(), 0);
    desk.readFeed(server.url("/broken"));
    QCOMPARE(desk.archive.rows().size(), 1U);
    QVERIFY(desk.archive.warnings().front().contains(u"older pages"_s));
}

void TestArchiveImport::refusesWhatIsNoFeed_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/page", "/missing", "/cut", "/reset"})
        QTest::newRow(path) << QByteArray(path);
}

void TestArchiveImport::refusesWhatIsNoFeed()
{
    QFETCH(QByteArray, path);
    FaultServer server;
    server.set("/page", {.body = "<!doctype html><html><body>Hello</body></html>"});
    server.set("/missing", {.status = 404, .body = feedOf("1")});
    server.set("/cut", {.way = Fault::Way::Truncate, .body = feedOf("1")});
    server.set("/reset", {.way = Fault::Way::Reset});
    ImportOffice desk;
    desk.readFeed(server.url(path));
    QVERIFY(desk.error);
    QVERIFY(desk.error->text.endsWith(u'.'));
    QVERIFY(desk.archive.rows().empty());
    QVERIFY(!desk.archive.isBusy());
}

void TestArchiveImport::canBeStopped()
{
    FaultServer server;
    server.set("/feed", {.way = Fault::Way::Silent});
    ImportOffice desk;
    QObject::connect(&desk.archive, &ArchiveImport::progressed, &desk.archive, &ArchiveImport::stop,
                     Qt::QueuedConnection);
    desk.readFeed(server.url("/feed"));
    QCOMPARE(desk.error->kind, base::ErrorKind::Cancelled);
    QVERIFY(!desk.archive.isBusy());
}

QTEST_GUILESS_MAIN(TestArchiveImport)
#include "tst_archiveimport.moc"
