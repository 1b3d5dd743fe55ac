// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/portable.h"
#include "support/ledgersamples.h"
#include "support/rawsqlite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using support::LedgerFolder;

class TestPortable : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void comesOutAsItWentIn();
    void takingItInAgainAddsNothing();
    void whatHappenedSinceIsAdded();
    void refusesInOneSentence_data();
    void refusesInOneSentence();
    void refusesAnEventThatStandsHereDifferently();

private:
    [[nodiscard]] base::Result<ledger::TakenIn> takeIn(LedgerFolder &folder, const QByteArray &file)
    {
        return ledger::importIncident(folder.path(), folder.clock, folder.ids, file);
    }
    [[nodiscard]] QByteArray exported(LedgerFolder &folder)
    {
        return ledger::exportIncident(folder.path(), folder.clock, folder.ids, m_id).value();
    }

    std::unique_ptr<LedgerFolder> m_here;
    std::unique_ptr<LedgerFolder> m_there;
    QString m_id;
    QByteArray m_file;
};

void TestPortable::init()
{
    m_here = std::make_unique<LedgerFolder>();
    m_there = std::make_unique<LedgerFolder>();
    m_id = m_here->ids.next();
    // Something stands before it in the chain.
    support::writeRichIncident(*m_here->open(), m_here->ids.next(), u"2026-11-21-1"_s);
    support::writeRichIncident(*m_here->open(), m_id, u"2026-11-22-1"_s);
    m_file = exported(*m_here);
    support::writeRichIncident(*m_there->open(), m_there->ids.next(), u"2026-11-20-1"_s);
}

void TestPortable::comesOutAsItWentIn()
{
    const auto taken = takeIn(*m_there, m_file);
    QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().text + taken.error().detail));
    QCOMPARE(taken->incident, m_id);
    const auto here = m_here->open();
    const auto there = m_there->open();
    QCOMPARE(size_t(taken->added), here->events(m_id)->size());
    QVERIFY(there->load(m_id).value() == here->load(m_id).value());
    QVERIFY(there->events(m_id).value() == here->events(m_id).value());
    QVERIFY(there->check()->faults.empty());
    QCOMPARE(there->search(u"naïve"_s)->size(), size_t(2));
}

void TestPortable::takingItInAgainAddsNothing()
{
    QVERIFY(takeIn(*m_there, m_file));
    const auto again = takeIn(*m_there, m_file);
    QCOMPARE(again->added, 0);
    // Also where it came from, and by way of another console.
    QCOMPARE(takeIn(*m_here, m_file)->added, 0);
    QCOMPARE(takeIn(*m_here, exported(*m_there))->added, 0);
}

void TestPortable::whatHappenedSinceIsAdded()
{
    QVERIFY(takeIn(*m_there, m_file));
    m_here->clock.advance(std::chrono::hours(1));
    QVERIFY(m_here->open()->change(m_id, u"sam"_s,
                                   support::happens(incident::Noted{u"One more thing"_s})));
    QCOMPARE(takeIn(*m_there, exported(*m_here))->added, 1);
    QVERIFY(m_there->open()->load(m_id).value() == m_here->open()->load(m_id).value());
}

void TestPortable::refusesInOneSentence_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("words");
    const char *names[] = {"empty", "foreign", "torn", "edited", "left out", "newer", "not json"};
    const QString words[] = {u"not an incident"_s,     u"not an incident"_s,
                             u"torn or was changed"_s, u"torn or was changed"_s,
                             u"torn or was changed"_s, u"newer"_s,
                             u"not an incident"_s};
    for (int fault = 0; fault < 7; ++fault)
        QTest::newRow(names[fault]) << fault << words[fault];
}

void TestPortable::refusesInOneSentence()
{
    QFETCH(int, fault);
    QFETCH(QString, words);
    QJsonObject json = QJsonDocument::fromJson(m_file).object();
    QJsonArray events = json[u"events"_s].toArray();
    QByteArray file;
    switch (fault) {
    case 1:
        file = R"({"incidents": []})";
        break;
    case 2:
        file = m_file.left(m_file.size() * 2 / 3);
        break;
    case 3: {
        QJsonObject event = events[0].toObject();
        event[u"author"_s] = u"somebody else"_s;
        events[0] = event;
        json[u"events"_s] = events;
        file = QJsonDocument(json).toJson();
        break;
    }
    case 4:
        events.removeLast();
        json[u"events"_s] = events;
        file = QJsonDocument(json).toJson();
        break;
    case 5:
        json[u"version"_s] = 2;
        file = QJsonDocument(json).toJson();
        break;
    case 6:
        file = "ref;title\n1;Shop";
        break;
    default:
        break;
    }
    const auto taken = takeIn(*m_there, file);
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, ErrorKind::Format);
    QVERIFY2(taken.error().text.contains(words), qPrintable(taken.error().text));
    QVERIFY(!m_there->open()->load(m_id));
}

/// A file that is sound in itself, of an event whose id is taken here by another.
void TestPortable::refusesAnEventThatStandsHereDifferently()
{
    QVERIFY(takeIn(*m_there, m_file));
    {
        const support::RawSqlite raw(m_there->file());
        raw.run(u"DROP TRIGGER event_is_not_changed"_s);
        raw.run(u"UPDATE event SET author = 'somebody else' WHERE incident = ?"_s, {m_id});
    }
    const auto again = takeIn(*m_there, m_file);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
}

QTEST_GUILESS_MAIN(TestPortable)
#include "tst_portable.moc"
