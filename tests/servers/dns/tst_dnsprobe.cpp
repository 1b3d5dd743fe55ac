// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nameserver.h"

#include "source/address.h"
#include "source/prober.h"
#include "support/manualclock.h"
#include "support/waiting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using source::Finding;

namespace {

const QString server = u"127.0.53.53"_s;

} // namespace

/// Against a name server of our own on loopback.
class TestDnsProbe : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_server.listen(QHostAddress(server)),
                 "Port 53 of 127.0.53.53 cannot be used: run this as root, or with "
                 "net.ipv4.ip_unprivileged_port_start=53.");
        m_server.add("shop.test", 1, QByteArray::fromHex("c000020a"));
        m_server.add("shop.test", 28, QByteArray::fromHex("20010db8000000000000000000000001"));
        m_server.add("shop.test", 16, NameServer::text("v=spf1 -all"));
        m_server.add("www.test", 5, NameServer::encoded("Shop.Test"));
        m_server.add("empty.test", 99, "x");
    }

    void init() { m_server.mood = NameServer::Mood::Answers; }

    void good_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("shown");
        QTest::newRow("A") << u"shop.test"_s << u"192.0.2.10"_s << u"192.0.2.10"_s;
        QTest::newRow("any A") << u"shop.test?type=A"_s << QString() << u"192.0.2.10"_s;
        QTest::newRow("AAAA") << u"shop.test?type=aaaa"_s << u"2001:db8:0:0::1"_s
                              << u"2001:db8::1"_s;
        QTest::newRow("CNAME") << u"www.test?type=CNAME"_s << u"shop.test."_s << u"shop.test"_s;
        QTest::newRow("TXT") << u"shop.test?type=TXT"_s << u"spf1"_s << u"v=spf1 -all"_s;
    }

    void good()
    {
        QFETCH(QString, question);
        QFETCH(QString, expected);
        QFETCH(QString, shown);
        const auto verdict = probe(question, expected);
        QVERIFY2(verdict.quality == Quality::Ok, qPrintable(verdict.sentence));
        QVERIFY2(verdict.sentence.contains(shown), qPrintable(verdict.sentence));
        QVERIFY(verdict.totalMs.has_value());
        QCOMPARE(verdict.ip, server);
    }

    void bad_data()
    {
        using Mood = NameServer::Mood;
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<Finding>("finding");
        const auto row = [](const char *name, const QString &question, const QString &expected,
                            Mood mood, Finding finding) {
            QTest::newRow(name) << question << expected << mood << finding;
        };
        row("another address", u"shop.test"_s, u"192.0.2.11"_s, Mood::Answers,
            Finding::WrongRecord);
        row("no such record", u"empty.test"_s, QString(), Mood::Answers, Finding::WrongRecord);
        row("no such name", u"gone.test"_s, QString(), Mood::Answers, Finding::NameNotFound);
        row("broken", u"shop.test"_s, QString(), Mood::Fails, Finding::NameServerFailed);
        row("refuses", u"shop.test"_s, QString(), Mood::Refuses, Finding::NameServerFailed);
        row("silent", u"shop.test"_s, QString(), Mood::IsSilent, Finding::TimedOut);
    }

    void bad()
    {
        QFETCH(QString, question);
        QFETCH(QString, expected);
        QFETCH(NameServer::Mood, mood);
        QFETCH(Finding, finding);
        m_server.mood = mood;
        const auto verdict = probe(question, expected);
        QCOMPARE(verdict.quality, Quality::Failed);
        QVERIFY2(verdict.finding == finding, qPrintable(verdict.sentence));
        QVERIFY(!verdict.sentence.isEmpty());
    }

private:
    static source::ProbeVerdict probe(const QString &question, const QString &expected)
    {
        const support::ManualClock clock(support::utc("2026-11-22T02:00:00Z"));
        source::Prober prober(clock, [](QObject *, const auto &then) { then(true); });
        auto spec = *source::specFromAddress(u"dns://%1/%2"_s.arg(server, question));
        spec.bodyContains = expected;
        spec.timeout = 1s;
        return *support::waitFor(prober.probe(spec));
    }

    NameServer m_server;
};

QTEST_GUILESS_MAIN(TestDnsProbe)
#include "tst_dnsprobe.moc"
