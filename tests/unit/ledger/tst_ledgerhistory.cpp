// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/search.h"
#include "support/ledgersamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ledger::Filter;
using support::happens;
using support::LedgerFolder;
using support::opened;
using support::utc;
using support::window;
using timing::RoughInstant;

namespace {

QStringList refsOf(const base::Result<std::vector<ledger::Summary>> &summaries)
{
    QStringList refs;
    if (!summaries)
        return {summaries.error().text, summaries.error().detail};
    for (const ledger::Summary &summary : *summaries)
        refs.append(summary.ref);
    return refs;
}

QStringList refsOf(const base::Result<std::vector<ledger::Hit>> &hits)
{
    QStringList refs;
    if (!hits)
        return {hits.error().text, hits.error().detail};
    for (const ledger::Hit &hit : *hits)
        refs.append(hit.summary.ref);
    return refs;
}

} // namespace

class TestLedgerHistory : public QObject
{
    Q_OBJECT

    LedgerFolder m_folder;
    std::unique_ptr<ledger::Ledger> m_ledger;

    void put(const QString &id, const ledger::Decide &decide)
    {
        const auto done = m_ledger->change(id, u"sam"_s, decide);
        QVERIFY2(done, done ? "" : qPrintable(done.error().text + done.error().detail));
    }

private slots:
    void initTestCase()
    {
        m_ledger = m_folder.open();
        // An outage of two days ago, over and closed.
        const auto morning = RoughInstant::exact(utc("2026-11-20T08:00:00Z"));
        const auto noon = RoughInstant::exact(utc("2026-11-20T12:00:00Z"));
        incident::PostRevision post;
        post.id = u"rev"_s;
        post.body = u"The payment provider is slow; <b>cards</b> may be declined."_s;
        put(u"018f0000-0000-7000-8000-00000000aaaa"_s,
            happens(opened(u"2026-11-20-1"_s, u"Payments fail"_s),
                    incident::WindowSet{window(1, false, morning, noon, {u"payments"_s}), {}},
                    incident::PostRevised{post},
                    incident::StateChanged{incident::State::Closed, {}}));
        // Runs, started a little before it was opened.
        put(u"018f0000-0000-7000-8000-00000000bbbb"_s,
            happens(opened(u"2026-11-22-1"_s, u"Images do not load"_s),
                    incident::WindowSet{window(1, false,
                                               RoughInstant::about(utc("2026-11-22T16:00:00Z"),
                                                                   std::chrono::minutes(5)),
                                               {}, {u"images"_s, u"thumbnails"_s}),
                                        {}},
                    incident::Noted{u"Cache disk at 100%, df -h says \"full\""_s}));
        // Planned for tomorrow.
        incident::Opened planned = opened(u"2026-11-22-2"_s, u"Database upgrade"_s);
        planned.kind = incident::Kind::Maintenance;
        planned.entry = incident::EntryMode::Planned;
        planned.state = incident::State::Scheduled;
        put(u"018f0000-0000-7000-8000-00000000cccc"_s,
            happens(planned,
                    incident::WindowSet{
                        window(1, true, RoughInstant::exact(utc("2026-11-23T01:00:00Z")),
                               RoughInstant::exact(utc("2026-11-23T02:00:00Z")), {u"database"_s}),
                        {}}));
        // Nothing but opened.
        incident::Opened bare = opened(u"2026-11-22-3"_s, u"Größere Störung der Suche"_s);
        bare.state = incident::State::Suspected;
        put(u"018f0000-0000-7000-8000-0000000cbbbb"_s, happens(bare));
    }

    void newestStartsComeFirst()
    {
        QCOMPARE(refsOf(m_ledger->list()), (QStringList{u"2026-11-22-2"_s, u"2026-11-22-3"_s,
                                                        u"2026-11-22-1"_s, u"2026-11-20-1"_s}));
    }

    void aSummarySaysWhatItShould()
    {
        const auto all = *m_ledger->list();
        const ledger::Summary &plan = all[0];
        QVERIFY(plan.planned);
        QCOMPARE(plan.started, RoughInstant::exact(utc("2026-11-23T01:00:00Z")));
        QCOMPARE(plan.ended, RoughInstant::exact(utc("2026-11-23T02:00:00Z")));
        QCOMPARE(plan.downtime, timing::RoughDuration());
        const ledger::Summary &bare = all[1];
        QVERIFY(!bare.planned && !bare.started.isKnown() && !bare.ended.isKnown());
        QCOMPARE(bare.state, incident::State::Suspected);
        QCOMPARE(bare.opened, m_folder.clock.now());
        const ledger::Summary &running = all[2];
        QCOMPARE(running.components, (QStringList{u"images"_s, u"thumbnails"_s}));
        QCOMPARE(running.started.precision(), timing::Precision::About);
        QVERIFY(!running.ended.isKnown());
        const ledger::Summary &over = all[3];
        QCOMPARE(over.downtime, timing::RoughDuration::exact(std::chrono::hours(4)));
        QCOMPARE(over.ended, RoughInstant::exact(utc("2026-11-20T12:00:00Z")));
        QCOMPARE(over.kind, incident::Kind::Outage);
        QCOMPARE(over.severity, 0);
    }

    void filtersRestrict_data()
    {
        QTest::addColumn<Filter>("filter");
        QTest::addColumn<QStringList>("refs");
        const QString plan = u"2026-11-22-2"_s, bare = u"2026-11-22-3"_s, runs = u"2026-11-22-1"_s,
                      over = u"2026-11-20-1"_s;
        Filter filter;
        filter.kind = incident::Kind::Maintenance;
        QTest::newRow("kind") << filter << QStringList{plan};
        filter = {};
        filter.states = {incident::State::Closed, incident::State::Suspected};
        QTest::newRow("states") << filter << QStringList{bare, over};
        filter = {};
        filter.openOnly = true;
        QTest::newRow("open") << filter << QStringList{plan, bare, runs};
        filter.component = u"thumbnails"_s;
        QTest::newRow("open and component") << filter << QStringList{runs};
        filter = {};
        filter.component = u"thumb"_s;
        QTest::newRow("part of a component") << filter << QStringList{};
        filter = {};
        filter.to = utc("2026-11-22T00:00:00Z");
        QTest::newRow("to") << filter << QStringList{over};
        filter = {};
        filter.from = utc("2026-11-20T12:00:00Z");
        filter.to = utc("2026-11-20T12:00:01Z");
        QTest::newRow("in its last second") << filter << QStringList{over};
        filter.from = utc("2026-11-20T12:00:01Z");
        QTest::newRow("just after it") << filter << QStringList{};
        filter = {};
        filter.from = utc("2026-11-22T20:00:00Z");
        QTest::newRow("what runs lasts until now") << filter << QStringList{plan, bare, runs};
        filter = {};
        filter.text = u"payment decl"_s;
        QTest::newRow("text") << filter << QStringList{over};
        filter.openOnly = true;
        QTest::newRow("text and open") << filter << QStringList{};
        filter = {};
        filter.text = u"***"_s;
        QTest::newRow("text without a word") << filter << QStringList{};
        filter = {};
        filter.text = u"  "_s;
        filter.limit = 2;
        QTest::newRow("limit") << filter << QStringList{plan, bare};
        filter = {};
        filter.component = u"' OR 1=1 --"_s;
        QTest::newRow("hostile") << filter << QStringList{};
    }

    void filtersRestrict()
    {
        QFETCH(Filter, filter);
        QFETCH(QStringList, refs);
        QCOMPARE(refsOf(m_ledger->list(filter)), refs);
    }

    void searchFinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ref");
        QTest::newRow("title") << u"payments"_s << u"2026-11-20-1"_s;
        QTest::newRow("beginning of a word") << u"pay"_s << u"2026-11-20-1"_s;
        QTest::newRow("post body") << u"CARDS declined"_s << u"2026-11-20-1"_s;
        QTest::newRow("note") << u"cache disk"_s << u"2026-11-22-1"_s;
        QTest::newRow("component") << u"thumbnails"_s << u"2026-11-22-1"_s;
        QTest::newRow("ref") << u"2026-11-22-1"_s << u"2026-11-22-1"_s;
        QTest::newRow("diacritics")
            << u"grossere storung"_s.replace(u"ss"_s, u"ß"_s) << u"2026-11-22-3"_s;
        QTest::newRow("umlaut typed") << u"Störung"_s << u"2026-11-22-3"_s;
        QTest::newRow("words of two columns") << u"images \"full\""_s << u"2026-11-22-1"_s;
        QTest::newRow("operators are words") << u"df -h says"_s << u"2026-11-22-1"_s;
    }

    void searchFinds()
    {
        QFETCH(QString, text);
        QFETCH(QString, ref);
        QCOMPARE(refsOf(m_ledger->search(text)).value(0), ref);
    }

    void hostileSearchesAreHarmless_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s,
                                    u" "_s,
                                    u"\""_s,
                                    u"\"\"\"\""_s,
                                    u"'"_s,
                                    u"*"_s,
                                    u"a*"_s,
                                    u"^a"_s,
                                    u"-a"_s,
                                    u"title:a"_s,
                                    u"{title felt}: a"_s,
                                    u"NEAR(a b, 2)"_s,
                                    u"a AND"_s,
                                    u"OR"_s,
                                    u"NOT a"_s,
                                    u"(((((("_s,
                                    u"))))"_s,
                                    u"a + b"_s,
                                    u"%"_s,
                                    u"_"_s,
                                    u"?"_s,
                                    u":name"_s,
                                    u"$1"_s,
                                    u"@x"_s,
                                    u"'; DROP TABLE event; --"_s,
                                    u"\\"_s,
                                    u"\n\t"_s,
                                    u"🔥"_s,
                                    u"\U0001F1EC\U0001F1E7"_s,
                                    QString(QChar(0xd83d)),
                                    QString(QChar(0)),
                                    QString(u"a"_s + QChar(0) + u"b"_s),
                                    QString(QChar(QChar::ByteOrderMark)),
                                    QString(QChar(0x301)),
                                    QString(QChar(0xfffe)),
                                    QString(1'000'000, u'a'),
                                    u"a "_s.repeated(100'000),
                                    u"\" "_s.repeated(100'000)})
            QTest::addRow("%lld: %s", qlonglong(text.size()), qPrintable(text.left(20))) << text;
    }

    void hostileSearchesAreHarmless()
    {
        QFETCH(QString, text);
        const auto hits = m_ledger->search(text);
        QVERIFY2(hits, hits ? "" : qPrintable(hits.error().detail));
        Filter filter;
        filter.text = text;
        const auto listed = m_ledger->list(filter);
        QVERIFY2(listed, listed ? "" : qPrintable(listed.error().detail));
        QCOMPARE(m_ledger->list()->size(), 4u);
    }

    void everyAsciiPairIsALegalQuery()
    {
        for (char16_t a = 1; a < 128; ++a) {
            for (char16_t b = 1; b < 128; ++b) {
                const QString text = QString(QChar(a)) + QChar(b);
                const auto hits = m_ledger->search(text);
                QVERIFY2(hits, qPrintable(u"%1 %2"_s.arg(int(a)).arg(int(b))));
            }
        }
    }

    void snippetsArePlainText()
    {
        const auto hits = *m_ledger->search(u"declined"_s);
        QCOMPARE(hits.size(), 1u);
        QVERIFY2(hits[0].snippet.contains(u"<b>cards</b> may be declined."),
                 qPrintable(hits[0].snippet));
        QVERIFY(!hits[0].snippet.contains(u'\n'));
        const auto note = *m_ledger->search(u"df"_s);
        QVERIFY2(note[0].snippet.contains(u"df -h says \"full\""), qPrintable(note[0].snippet));
    }

    void incidentsAreNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("ref");
        QTest::newRow("id") << u"018f0000-0000-7000-8000-00000000aaaa"_s << u"2026-11-20-1"_s;
        QTest::newRow("id in capitals")
            << u"018F0000-0000-7000-8000-00000000AAAA"_s << u"2026-11-20-1"_s;
        QTest::newRow("ref") << u" 2026-11-22-1 "_s << u"2026-11-22-1"_s;
        QTest::newRow("suffix") << u"aaaa"_s << u"2026-11-20-1"_s;
        QTest::newRow("longer suffix of two alike") << u"0bbbb"_s << u"2026-11-22-1"_s;
    }

    void incidentsAreNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, ref);
        const auto id = m_ledger->resolveId(name);
        QVERIFY2(id, id ? "" : qPrintable(id.error().text));
        QCOMPARE(m_ledger->load(*id)->ref, ref);
    }

    void wrongNamesAreSentences_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<base::ErrorKind>("kind");
        QTest::newRow("none") << u"2026-11-22-9"_s << base::ErrorKind::NotFound;
        QTest::newRow("empty") << u""_s << base::ErrorKind::NotFound;
        QTest::newRow("too short") << u"aaa"_s << base::ErrorKind::NotFound;
        QTest::newRow("several") << u"bbbb"_s << base::ErrorKind::Input;
        QTest::newRow("pattern") << u"%%%%"_s << base::ErrorKind::NotFound;
    }

    void wrongNamesAreSentences()
    {
        QFETCH(QString, name);
        QFETCH(base::ErrorKind, kind);
        const auto id = m_ledger->resolveId(name);
        QVERIFY(!id);
        QCOMPARE(id.error().kind, kind);
    }

    void refsGoOn()
    {
        QCOMPARE(*m_ledger->nextRef(QDate(2026, 11, 22)), u"2026-11-22-4"_s);
        QCOMPARE(*m_ledger->nextRef(QDate(2026, 11, 20)), u"2026-11-20-2"_s);
        QCOMPARE(*m_ledger->nextRef(QDate(2026, 12, 1)), u"2026-12-01-1"_s);
    }
};

QTEST_GUILESS_MAIN(TestLedgerHistory)
#include "tst_ledgerhistory.moc"
