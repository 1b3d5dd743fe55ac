// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/json.h"
#include "reading/read.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What is no post gets an answer, too, and one that invents nothing.
class TestJunk : public QObject
{
    Q_OBJECT

private slots:
    void answersAnything_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("title only") << u"Down"_s;
        QTest::newRow("one word") << u"a "_s.repeated(50'000);
        QTest::newRow("one line") << QString(100'000, u'x');
        QTest::newRow("brackets") << QString(100'000, u'(');
        QTest::newRow("numbers") << u"12:30 "_s.repeated(16'000);
        QTest::newRow("ranges") << u"from 1 to 2 am, "_s.repeated(6'000);
        QTest::newRow("headings") << u"UPDATE:\n"_s.repeated(12'000);
        QTest::newRow("hedges") << u"about around roughly "_s.repeated(4'500);
        QTest::newRow("gaps") << u"had put took got "_s.repeated(5'500);
    }

    void answersAnything()
    {
        QFETCH(QString, text);
        const auto facts =
            reading::readPost(text, u"2026-03-10T14:30"_s, {u"2026-03-10T15:00"_s}, u"UTC"_s);
        QVERIFY(facts.has_value());
        QVERIFY(!reading::toJson(*facts).isEmpty());
    }

    void refusesWrongTimes()
    {
        QVERIFY(!reading::readPost(u"Down"_s, u"yesterday"_s, {}, u"UTC"_s));
        QVERIFY(!reading::readPost(u"Down"_s, u"2026-03-10T14:30"_s, {}, u"Nowhere/City"_s));
        QVERIFY(!reading::readPost(u"Down"_s, u"2026-03-29T01:30"_s, {}, u"Europe/London"_s));
    }
};

QTEST_GUILESS_MAIN(TestJunk)
#include "tst_junk.moc"
