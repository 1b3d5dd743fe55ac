// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/address.h"
#include "source/dnsprobe.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestDnsQuestion : public QObject
{
    Q_OBJECT

private slots:
    void reads()
    {
        const auto spec = source::specFromAddress(u"dns:shop.example.org"_s);
        QVERIFY(spec.has_value());
        QCOMPARE(spec->kind, source::Kind::Dns);
        QCOMPARE(spec->name, u"shop.example.org A"_s);
        const auto plain = source::dnsQuestion(QUrl(spec->address));
        QCOMPARE(plain->name, u"shop.example.org"_s);
        QCOMPARE(plain->type, QDnsLookup::A);
        QVERIFY(plain->server.isNull());
        const auto full = source::specFromAddress(u"dns://[2001:db8::53]/x.org?type=txt"_s);
        QVERIFY(full.has_value());
        const auto question = source::dnsQuestion(QUrl(full->address));
        QCOMPARE(question->type, QDnsLookup::TXT);
        QCOMPARE(question->server, QHostAddress(u"2001:db8::53"_s));
        QVERIFY(source::specFromJson(source::toJson(*full)).has_value());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("part");
        QTest::newRow("no name") << u"dns://192.0.2.53"_s << u"Which name"_s;
        QTest::newRow("a name as server") << u"dns://ns.example.org/x.org"_s << u"IP address"_s;
        QTest::newRow("another type") << u"dns:x.org?type=SRV"_s << u"SRV"_s;
        QTest::newRow("another port") << u"dns://192.0.2.53:5353/x.org"_s << u"port 53"_s;
    }

    void refuses()
    {
        QFETCH(QString, address);
        QFETCH(QString, part);
        const auto spec = source::specFromAddress(address);
        QVERIFY(!spec);
        QVERIFY2(spec.error().text.contains(part), qPrintable(spec.error().text));
    }
};

QTEST_GUILESS_MAIN(TestDnsQuestion)
#include "tst_dnsquestion.moc"
