// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ledgerfolder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ledger::Intent;
using ledger::IntentState;
using support::LedgerFolder;
using support::utc;

namespace {

const auto now = utc("2026-11-22T16:08:00Z");
const auto later = utc("2026-11-22T16:09:00Z");

Intent intentFor(const QString &revision, const QString &target, base::Instant nextTry = now)
{
    Intent intent;
    intent.key = ledger::intentKey(revision, target);
    intent.incident = u"i"_s;
    intent.revision = revision;
    intent.target = target;
    intent.queuedAt = now;
    intent.nextTry = nextTry;
    return intent;
}

QStringList keysOf(const base::Result<std::vector<Intent>> &intents)
{
    QStringList keys;
    for (const Intent &intent : *intents)
        keys.append(intent.key);
    return keys;
}

} // namespace

class TestLedgerStores : public QObject
{
    Q_OBJECT

private slots:
    void draftsAreKeptAsTyped()
    {
        LedgerFolder folder;
        const QByteArray body = u"{\"body\":\"Images “do not” load 🔥\\n\\u0000 \"}"_s.toUtf8();
        {
            const auto ledger = folder.open();
            QVERIFY(ledger->drafts().save(u"post/i"_s, "{}"));
            folder.clock.advance(std::chrono::seconds(5));
            QVERIFY(ledger->drafts().save(u"post/i"_s, body));
            folder.clock.advance(std::chrono::seconds(5));
            QVERIFY(ledger->drafts().save(u"retro"_s, ""));
        }
        const auto ledger = folder.open();
        const auto draft = *ledger->drafts().load(u"post/i"_s);
        QVERIFY(draft);
        QCOMPARE(draft->body, body);
        QCOMPARE(draft->saved, utc("2026-11-22T16:08:05Z"));
        const auto all = *ledger->drafts().list();
        QCOMPARE(all.size(), 2u);
        QCOMPARE(all[0].key, u"retro"_s);
        QCOMPARE(all[1], *draft);
        QVERIFY(ledger->drafts().drop(u"post/i"_s));
        QVERIFY(ledger->drafts().drop(u"post/i"_s));
        QVERIFY(!ledger->drafts().load(u"post/i"_s)->has_value());
    }

    void intentsKeepTheirOrder()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        auto &outbox = ledger->outbox();
        QVERIFY(outbox.put(
            std::vector{intentFor(u"z"_s, u"site"_s), intentFor(u"a"_s, u"site"_s, later)}));
        QVERIFY(outbox.put(std::vector{intentFor(u"m"_s, u"blog"_s)}));
        QCOMPARE(keysOf(outbox.all()), (QStringList{u"z@site"_s, u"a@site"_s, u"m@blog"_s}));
        QCOMPARE(keysOf(outbox.due(now)), (QStringList{u"z@site"_s, u"m@blog"_s}));
        QCOMPARE(keysOf(outbox.due(later)).size(), 3);
        QCOMPARE(keysOf(outbox.of(u"i"_s)).size(), 3);
        QCOMPARE(keysOf(outbox.of(u"other"_s)).size(), 0);
        QVERIFY(!outbox.find(u"q@site"_s)->has_value());
    }

    void askingTwiceQueuesOnce()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        auto &outbox = ledger->outbox();
        QVERIFY(outbox.put(std::vector{intentFor(u"r"_s, u"site"_s)}));
        auto intent = **outbox.claim(u"r@site"_s, now, later);
        intent.state = IntentState::Seen;
        intent.remoteId = u"17"_s;
        QVERIFY(outbox.update(intent));
        QVERIFY(outbox.put(std::vector{intentFor(u"r"_s, u"site"_s)}));
        QCOMPARE(**outbox.find(u"r@site"_s), intent);
        QCOMPARE(keysOf(outbox.due(later)).size(), 0);
    }

    void onlyOneTakesAnIntent()
    {
        LedgerFolder folder;
        const auto mine = folder.open();
        const auto theirs = folder.open();
        QVERIFY(mine->outbox().put(std::vector{intentFor(u"r"_s, u"site"_s)}));
        const auto taken = *mine->outbox().claim(u"r@site"_s, now, later);
        QVERIFY(taken);
        QCOMPARE(taken->attempts, 1);
        QCOMPARE(taken->nextTry, later);
        QVERIFY(!theirs->outbox().claim(u"r@site"_s, now, later)->has_value());
        QVERIFY(!theirs->outbox().claim(u"unknown"_s, now, later)->has_value());
        // Whoever took it has died: another one takes over, and the first one's late word is not
        // taken for the truth.
        const auto over = *theirs->outbox().claim(u"r@site"_s, later, utc("2026-11-22T16:10:00Z"));
        QVERIFY(over);
        QCOMPARE(over->attempts, 2);
        auto late = *taken;
        late.state = IntentState::Failed;
        const auto refused = mine->outbox().update(late);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::Conflict);
        QCOMPARE(**mine->outbox().find(u"r@site"_s), *over);
    }

    void onlyOneWritesToATarget()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        auto &outbox = ledger->outbox();
        QVERIFY(outbox.put(std::vector{intentFor(u"r"_s, u"site"_s), intentFor(u"s"_s, u"site"_s),
                                       intentFor(u"r"_s, u"blog"_s)}));
        auto taken = **outbox.claim(u"s@site"_s, now, later);
        QVERIFY(!outbox.claim(u"r@site"_s, now, later)->has_value());
        QVERIFY(outbox.claim(u"r@blog"_s, now, later)->has_value());
        // How the attempt ended is known.
        taken.lastError = u"No answer."_s;
        QVERIFY(outbox.update(taken));
        QVERIFY(outbox.claim(u"r@site"_s, now, later)->has_value());
        // Whoever took it has died.
        QVERIFY(outbox.claim(u"s@site"_s, later, later + 1min)->has_value());
        // The clock went back.
        QVERIFY(outbox.put(std::vector{intentFor(u"t"_s, u"site"_s, base::Instant())}));
        QVERIFY(outbox.claim(u"t@site"_s, now - 24h, now)->has_value());
    }

    void whatIsSeenStaysSeen()
    {
        LedgerFolder folder;
        const auto ledger = folder.open();
        auto &outbox = ledger->outbox();
        QVERIFY(outbox.put(std::vector{intentFor(u"r"_s, u"site"_s)}));
        auto intent = **outbox.claim(u"r@site"_s, now, later);
        intent.state = IntentState::Seen;
        QVERIFY(outbox.update(intent));
        QVERIFY(outbox.update(intent));
        intent.state = IntentState::Queued;
        QCOMPARE(outbox.update(intent).error().kind, base::ErrorKind::Conflict);
        QVERIFY(!outbox.claim(u"r@site"_s, later, later)->has_value());
    }

    void onlyOpenIntentsAreDue_data()
    {
        QTest::addColumn<IntentState>("state");
        for (const auto &row : base::EnumNames<IntentState>::table)
            QTest::newRow(row.name) << row.value;
    }

    void onlyOpenIntentsAreDue()
    {
        QFETCH(IntentState, state);
        LedgerFolder folder;
        const auto ledger = folder.open();
        Intent intent = intentFor(u"r"_s, u"site"_s);
        intent.state = state;
        intent.lastError = u"The site did not answer."_s;
        intent.url = u"https://example.org/"_s;
        QVERIFY(ledger->outbox().put(std::vector{intent}));
        QCOMPARE(**ledger->outbox().find(intent.key), intent);
        QCOMPARE(ledger->outbox().due(now)->size(), ledger::isOpen(state) ? 1u : 0u);
        QCOMPARE(ledger->outbox().claim(intent.key, now, later)->has_value(),
                 ledger::isOpen(state));
    }
};

QTEST_GUILESS_MAIN(TestLedgerStores)
#include "tst_ledgerstores.moc"
