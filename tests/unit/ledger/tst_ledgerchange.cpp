// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ledgerfolder.h"
#include "support/ledgersamples.h"
#include "support/rawsqlite.h"

#include <QTest>

using namespace Qt::StringLiterals;
using incident::Noted;
using incident::TitleChanged;
using support::happens;
using support::LedgerFolder;
using support::opened;
using support::RawSqlite;
using support::utc;

namespace {

ledger::Intent intentFor(const QString &revision, const QString &target)
{
    ledger::Intent intent;
    intent.key = ledger::intentKey(revision, target);
    intent.incident = u"i"_s;
    intent.revision = revision;
    intent.target = target;
    intent.queuedAt = intent.nextTry = utc("2026-11-22T16:08:00Z");
    return intent;
}

} // namespace

class TestLedgerChange : public QObject
{
    Q_OBJECT

private slots:
    /// What people ask of the tables: how often, how long in all, and what else played a part.
    void severalAndFactorsStandInTables()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        const auto from = timing::RoughInstant::exact(utc("2026-11-22T12:00:00Z"));
        const auto to = timing::RoughInstant::exact(utc("2026-11-22T15:00:00Z"));
        incident::Window told = support::window(1, false, from, to, {u"search"_s});
        told.inside = told.several = true;
        told.count = 3;
        told.total = timing::RoughDuration::about(std::chrono::minutes(60));
        incident::Cause cause;
        cause.status = incident::CauseStatus::Confirmed;
        cause.factors = {{u"load.capacity"_s, incident::FactorRole::Contributing},
                         {u"fault.software"_s, incident::FactorRole::Latent}};
        QVERIFY(ledger->change(u"i"_s, u"sam"_s,
                               happens(opened(u"2026-11-22-1"_s, u"Slow"_s),
                                       incident::WindowSet{told, {}},
                                       incident::CauseStated{cause, {}})));
        const RawSqlite raw(folder.file());
        QCOMPARE(raw.rows(u"SELECT several, several_count, total_lo, total_hi, total_precision"
                          " FROM \"window\""_s)[0],
                 (QVariantList{1, 3, 2880, 4320, u"about"_s}));
        QCOMPARE(raw.value(u"SELECT role FROM factor WHERE code = 'fault.software'"_s),
                 u"latent"_s);
        QVERIFY(ledger->check()->isSound());
    }

    void aChangeIsReadBack()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        const auto made =
            ledger->change(u"i"_s, u"sam"_s, happens(opened(u"2026-11-22-1"_s, u"Slow"_s)));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text + made.error().detail));
        QCOMPARE(made->title, u"Slow"_s);
        folder.clock.advance(std::chrono::minutes(2));
        const auto changed = ledger->change(
            u"i"_s, u"kim"_s,
            [](const incident::Incident &before) -> base::Result<std::vector<incident::NewEvent>> {
                return std::vector<incident::NewEvent>{
                    {TitleChanged{before.title + u" images"_s},
                     timing::RoughInstant::exact(utc("2026-11-22T16:07:00Z"))}};
            });
        QVERIFY(changed);
        QCOMPARE(changed->title, u"Slow images"_s);

        const auto again = folder.open();
        QCOMPARE(*again->load(u"i"_s), *changed);
        const auto events = *again->events(u"i"_s);
        QCOMPARE(events.size(), 2u);
        QCOMPARE(events[0].author, u"sam"_s);
        QCOMPARE(events[1].author, u"kim"_s);
        QCOMPARE(events[1].recorded, utc("2026-11-22T16:10:00Z"));
        QCOMPARE(events[1].occurred, timing::RoughInstant::exact(utc("2026-11-22T16:07:00Z")));
        QCOMPARE(std::get<TitleChanged>(events[1].payload).title, u"Slow images"_s);
        QCOMPARE(RawSqlite(folder.file()).value(u"SELECT title FROM incident"_s), u"Slow images"_s);
    }

    void aRefusalLeavesNothing()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        QVERIFY(ledger->drafts().save(u"post/i"_s, "{}"));
        ledger::Along along;
        along.intents = {intentFor(u"r"_s, u"site"_s)};
        along.dropDraft = u"post/i"_s;
        const auto refused = ledger->change(
            u"i"_s, u"sam"_s,
            [](const incident::Incident &) -> base::Result<std::vector<incident::NewEvent>> {
                return base::fail(base::ErrorKind::Refused, u"No."_s);
            },
            along);
        QVERIFY(!refused);
        QCOMPARE(refused.error().text, u"No."_s);
        expectEmpty(*ledger);
        QVERIFY(ledger->drafts().load(u"post/i"_s)->has_value());
        // The next change is not hindered by the one that was taken back.
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s))));
    }

    void aFailingStatementLeavesNothing_data()
    {
        QTest::addColumn<QString>("table");
        QTest::newRow("event") << u"event"_s;
        QTest::newRow("console") << u"console"_s;
        QTest::newRow("incident") << u"incident"_s;
        QTest::newRow("search") << u"search_row"_s;
        QTest::newRow("outbox") << u"outbox"_s;
    }

    void aFailingStatementLeavesNothing()
    {
        QFETCH(QString, table);
        LedgerFolder folder;
        const auto ledger = folder.open();
        const RawSqlite raw(folder.file());
        const QString verb = table == u"console"_s ? u"UPDATE"_s : u"INSERT"_s;
        raw.run(
            u"CREATE TRIGGER broken BEFORE %1 ON %2 BEGIN SELECT RAISE(ABORT, 'broken'); END"_s.arg(
                verb, table));
        ledger::Along along;
        along.intents = {intentFor(u"r"_s, u"site"_s)};
        const auto failed =
            ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s), Noted{u"n"_s}), along);
        QVERIFY(!failed);
        raw.run(u"DROP TRIGGER broken"_s);
        expectEmpty(*ledger);
        QVERIFY(ledger->check()->isSound());
    }

    void whatGoesAlongIsOneTransaction()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        QVERIFY(ledger->drafts().save(u"post/i"_s, "{}"));
        ledger::Along along;
        along.intents = {intentFor(u"r"_s, u"site"_s), intentFor(u"r"_s, u"blog"_s)};
        along.dropDraft = u"post/i"_s;
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s)), along));
        QCOMPARE(*ledger->outbox().of(u"i"_s), along.intents);
        QVERIFY(!ledger->drafts().load(u"post/i"_s)->has_value());

        // Somebody else has claimed it: neither the event nor the update is written.
        ledger::Along stale;
        stale.updates = {along.intents.front()};
        stale.updates.front().state = ledger::IntentState::Accepted;
        QVERIFY(
            *ledger->outbox().claim(u"r@site"_s, folder.clock.now(), utc("2026-11-22T16:09:00Z")));
        const auto conflict = ledger->change(u"i"_s, u"sam"_s, happens(Noted{u"n"_s}), stale);
        QVERIFY(!conflict);
        QCOMPARE(conflict.error().kind, base::ErrorKind::Conflict);
        QCOMPARE(ledger->events(u"i"_s)->size(), 1u);
    }

    void eventsStayInOrderWhenTheClockGoesBack()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"first"_s))));
        folder.clock.advance(-std::chrono::hours(1));
        // Another process knows nothing of the ids that this one has made.
        base::IdSource otherIds(folder.clock);
        const auto other = *ledger::Ledger::open(folder.path(), folder.clock, otherIds);
        QVERIFY(other->change(u"i"_s, u"kim"_s,
                              happens(TitleChanged{u"second"_s}, TitleChanged{u"third"_s})));
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(TitleChanged{u"fourth"_s})));
        const auto events = *ledger->events(u"i"_s);
        QCOMPARE(events.size(), 4u);
        for (std::size_t i = 1; i < events.size(); ++i)
            QVERIFY(events[i - 1].id < events[i].id &&
                    events[i - 1].recorded <= events[i].recorded);
        QCOMPARE(ledger->load(u"i"_s)->title, u"fourth"_s);
        QVERIFY(ledger->check()->isSound());
    }

    void aRefIsGivenOnce()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        QVERIFY(ledger->change(u"a"_s, u"sam"_s, happens(opened(u"2026-11-22-1"_s, u"t"_s))));
        const auto taken =
            ledger->change(u"b"_s, u"sam"_s, happens(opened(u"2026-11-22-1"_s, u"t"_s)));
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, base::ErrorKind::Conflict);
        // Asked for while the ledger is locked, it is certain.
        const auto made = ledger->change(
            u"b"_s, u"sam"_s,
            [&](const incident::Incident &) -> base::Result<std::vector<incident::NewEvent>> {
                const auto ref = ledger->nextRef(QDate(2026, 11, 22));
                return std::vector<incident::NewEvent>{{opened(*ref, u"t"_s), {}}};
            });
        QVERIFY(made);
        QCOMPARE(made->ref, u"2026-11-22-2"_s);
    }

    void nothingIsWrittenAboutAnIncidentThatNobodyOpened()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        QVERIFY(!ledger->change(u"i"_s, u"sam"_s, happens(Noted{u"n"_s})));
        expectEmpty(*ledger);
        const auto missing = ledger->load(u"i"_s);
        QCOMPARE(missing.error().kind, base::ErrorKind::NotFound);
    }

    void eventsAreNeverChangedOrRemoved()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s))));
        const auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        {
            QSqlDatabase raw = QSqlDatabase::database(u"raw"_s, false);
            raw.setDatabaseName(folder.file());
            QVERIFY(raw.open());
            QSqlQuery query(raw);
            QVERIFY(!query.exec(u"UPDATE event SET author = 'nobody'"_s));
            QVERIFY(!query.exec(u"DELETE FROM event"_s));
            QCOMPARE(ledger->events(u"i"_s)->front().author, u"sam"_s);
            raw.close();
        }
    }

    void otherProcessesAreNoticed()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        const auto other = folder.open();
        const qint64 before = ledger->dataVersion();
        QCOMPARE(ledger->dataVersion(), before);
        QVERIFY(other->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s))));
        QVERIFY(ledger->dataVersion() != before);
    }

    void aLockThatLastsIsASentence()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        const RawSqlite raw(folder.file());
        raw.run(u"BEGIN IMMEDIATE"_s);
        const auto locked = ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s)));
        QVERIFY(!locked);
        QCOMPARE(locked.error().kind, base::ErrorKind::Timeout);
        QCOMPARE(locked.error().retry.when, base::Retry::When::Now);
        raw.run(u"ROLLBACK"_s);
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s))));
    }

    void anyTextIsKept_data()
    {
        QTest::addColumn<QString>("text");
        const QChar high(0xd83d), low(0xde80), nul(0), mark(QChar::ByteOrderMark);
        QTest::newRow("empty") << u""_s;
        QTest::newRow("null") << QString();
        QTest::newRow("emoji") << u"🔥"_s;
        QTest::newRow("lone high surrogate") << QString(u"a"_s + high + u"b"_s);
        QTest::newRow("lone low surrogate") << QString(low + u"b"_s);
        QTest::newRow("surrogates the wrong way round") << QString(QString(low) + high);
        QTest::newRow("NUL") << QString(u"a"_s + nul + u"b"_s);
        QTest::newRow("byte order marks") << QString(QString(mark) + mark + u"a"_s + mark);
        QTest::newRow("not characters") << QString(QString(QChar(0xffff)) + QChar(0xfffe));
        QTest::newRow("quotes") << u"'; DROP TABLE event; -- \"\\"_s;
        QTest::newRow("long") << QString(400'000, u'x');
    }

    void anyTextIsKept()
    {
        QFETCH(QString, text);
        LedgerFolder folder;
        const auto ledger = folder.open();
        incident::PostRevision post;
        post.id = u"r"_s + text;
        post.title = post.body = text;
        post.targets = {text};
        incident::Promise promise;
        promise.id = u"p"_s + text;
        promise.quote = promise.trigger = text;
        incident::Window window;
        window.seq = 1;
        window.felt = text;
        window.components = {text, text};
        const auto made = ledger->change(
            u"i"_s, text,
            happens(opened(text, text), Noted{text}, incident::WindowSet{window, text},
                    incident::PostRevised{post}, incident::PostSeen{post.id, text, text, text},
                    incident::PostRevised{post}, incident::PromiseMade{promise},
                    incident::PromiseMade{promise}, incident::SectionWritten{u"s"_s + text, text}));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text + made.error().detail));
        // What the change answered is what will be read.
        QCOMPARE(*ledger->load(u"i"_s), *made);
        const auto report = ledger->check();
        QVERIFY2(report->isSound(),
                 report->isSound() ? "" : qPrintable(report->faults[0].sentence));
        QVERIFY(ledger->drafts().save(text, text.toUtf8()));
        QVERIFY(ledger->drafts().load(text)->has_value());
    }

    void anEventOfANewerVersionHidesNothing()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        const incident::UnknownEvent newer{u"moved_to_mars"_s, "{\"planet\":\"mars\"}"};
        QVERIFY(ledger->change(u"i"_s, u"sam"_s, happens(opened(u"r"_s, u"t"_s), newer)));
        const auto events = *ledger->events(u"i"_s);
        QCOMPARE(std::get<incident::UnknownEvent>(events[1].payload), newer);
        QVERIFY(ledger->check()->isSound());
    }

private:
    static void expectEmpty(ledger::Ledger &ledger)
    {
        QCOMPARE(ledger.events(u"i"_s)->size(), 0u);
        QCOMPARE(ledger.list()->size(), 0u);
        QCOMPARE(ledger.outbox().all()->size(), 0u);
        QCOMPARE(ledger.check()->events, 0);
    }
};

QTEST_GUILESS_MAIN(TestLedgerChange)
#include "tst_ledgerchange.moc"
