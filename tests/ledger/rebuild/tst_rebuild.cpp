// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/decide.h"
#include "incident/eventjson.h"
#include "support/ledgersamples.h"
#include "support/rawsqlite.h"
#include "unit/incident/randomcommand.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::LedgerFolder;
using support::RawSqlite;

namespace {

/// Everything that derives from the events, in an order of its own, as text.
QByteArray derivedIn(const QString &file)
{
    const RawSqlite raw(file);
    QByteArray dump;
    const auto tables = raw.rows(
        u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND (name NOT LIKE 'search\\_%' ESCAPE '\\' OR name = 'search_row') ORDER BY name"_s);
    for (const QVariantList &table : tables) {
        const QString name = table[0].toString();
        const bool kept =
            QStringList{u"event"_s, u"console"_s, u"this_console"_s, u"draft"_s, u"outbox"_s}
                .contains(name);
        if (kept)
            continue;
        QStringList rows;
        const QString columns = name == u"search"_s ? u"rowid, *"_s : u"*"_s;
        for (const QVariantList &row : raw.rows(u"SELECT %1 FROM \"%2\""_s.arg(columns, name))) {
            QString line = name;
            for (const QVariant &value : row)
                line += u"|%1:%2"_s.arg(value.typeId()).arg(value.toString());
            rows += line;
        }
        rows.sort();
        dump += rows.join(u'\n').toUtf8() + '\n';
    }
    return dump;
}

template <std::size_t... kind>
QSet<QString> kindsOf(std::index_sequence<kind...>)
{
    return {incident::kindName(incident::Payload(std::in_place_index<kind>))...};
}

/// All but what a later version has written.
QSet<QString> everyKind()
{
    auto kinds = kindsOf(std::make_index_sequence<std::variant_size_v<incident::Payload>>());
    kinds.remove(incident::kindName(incident::UnknownEvent()));
    return kinds;
}

/// Commands as nobody would give them, each through the ledger's own door.
int writeAtRandom(LedgerFolder &folder, quint32 seed, int commands, int opening = 15)
{
    const auto ledger = folder.open();
    RandomCommand random(seed);
    QStringList incidents;
    int events = 0;
    for (int i = 0; i < commands; ++i) {
        folder.clock.advance(std::chrono::seconds(random.number(900)));
        const bool opens = incidents.isEmpty() || random.oneIn(opening);
        const QString id =
            opens ? folder.ids.next() : incidents[random.number(int(incidents.size()))];
        const auto changed = ledger->change(id, u"ana"_s, [&](const incident::Incident &incident) {
            incident::Command command = random.next(incident, folder.clock.now());
            if (!incident.exists())
                command = random.first(folder.clock.now());
            // Each gets a name of its own.
            const auto name = [&](auto &opening) {
                opening.id = id;
                opening.ref = u"2026-11-22-%1"_s.arg(i);
            };
            if (auto *opening = std::get_if<incident::OpenIncident>(&command))
                name(*opening);
            else if (auto *imported = std::get_if<incident::ImportIncident>(&command))
                name(*imported);
            auto decided = incident::decide(incident, command, {folder.clock.now(), u"ana"_s});
            events += decided ? int(decided->size()) : 0;
            return decided;
        });
        if (changed && opens)
            incidents += id;
    }
    return events;
}

/// What chance hardly ever leads to.
bool writeWhatIsRare(ledger::Ledger &ledger, const QString &incident)
{
    using namespace incident;
    Mute mute;
    mute.components = {u"images"_s};
    mute.until = support::utc("2026-11-23T18:00:00Z");
    const auto done = ledger.change(
        incident, u"ana"_s,
        support::happens(ProviderAnswered{u"c1"_s, u"A cable"_s},
                         FollowUpSettled{u"f1"_s, FollowUpStatus::Done, u"done"_s},
                         RemedyEnded{u"run1"_s, 1, true, u"too long"_s}, ImportShown{{u"site"_s}},
                         AlertsMuted{mute},
                         PostsRetracted{u"x1"_s, {u"site"_s}, u"It named a customer."_s}));
    return done.has_value();
}

} // namespace

class TestRebuild : public QObject
{
    Q_OBJECT

private slots:
    void changesNothing_data();
    void changesNothing();
    void changesNothingOfAnyKind();
    void mendsWhatWasLost();
};

void TestRebuild::changesNothing_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("ledger %u", seed) << seed;
}

void TestRebuild::changesNothing()
{
    QFETCH(quint32, seed);
    LedgerFolder folder;
    QVERIFY(writeAtRandom(folder, seed, 800) > 150);
    if (seed % 2)
        support::writeRichIncident(*folder.open(), folder.ids.next(), u"2026-11-23-1"_s);
    const QByteArray before = derivedIn(folder.file());
    QVERIFY(before.contains("incident|"));
    QVERIFY(before.contains("search|"));
    for (int time = 0; time < 2; ++time) {
        QVERIFY(folder.open()->rebuild());
        QCOMPARE(derivedIn(folder.file()), before);
    }
    QVERIFY(folder.open()->check()->faults.empty());
}

/// A few hundred incidents, in which everything happens that can happen.
void TestRebuild::changesNothingOfAnyKind()
{
    LedgerFolder folder;
    QVERIFY(writeAtRandom(folder, 21, 2'400, 4) > 500);
    const QString rich = folder.ids.next();
    support::writeRichIncident(*folder.open(), rich, u"2026-11-23-1"_s);
    QVERIFY(writeWhatIsRare(*folder.open(), rich));
    {
        const RawSqlite raw(folder.file());
        QVERIFY(raw.value(u"SELECT count(*) FROM incident"_s).toInt() > 200);
        QSet<QString> kinds;
        for (const QVariantList &row : raw.rows(u"SELECT DISTINCT kind FROM event"_s))
            kinds.insert(row[0].toString());
        QCOMPARE(QStringList((everyKind() - kinds).values()).join(u' '), QString());
    }
    const QByteArray before = derivedIn(folder.file());
    QVERIFY(folder.open()->rebuild());
    QCOMPARE(derivedIn(folder.file()), before);
    QVERIFY(folder.open()->check()->faults.empty());
}

void TestRebuild::mendsWhatWasLost()
{
    LedgerFolder folder;
    QVERIFY(writeAtRandom(folder, 7, 60) > 20);
    const QByteArray before = derivedIn(folder.file());
    RawSqlite(folder.file()).run(u"UPDATE incident SET title = 'something else'"_s);
    QVERIFY(derivedIn(folder.file()) != before);
    QVERIFY(folder.open()->rebuild());
    QCOMPARE(derivedIn(folder.file()), before);
}

QTEST_GUILESS_MAIN(TestRebuild)
#include "tst_rebuild.moc"
