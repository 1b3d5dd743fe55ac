// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/number.h"

#include <cmath>
#include <QTest>

using namespace exposition;

class TestNumber : public QObject
{
    Q_OBJECT

private slots:
    void reads()
    {
        QCOMPARE(number("1"), 1.0);
        QCOMPARE(number("+1.5"), 1.5);
        QCOMPARE(number("-.5e1"), -5.0);
        QCOMPARE(number("5."), 5.0);
        QCOMPARE(number("0001E+2"), 100.0);
        QCOMPARE(number("1.7976931348623157e308"), 1.7976931348623157e308);
        QCOMPARE(number("18446744073709551615"), 18446744073709551615.0);
        QVERIFY(std::isnan(*number("nAn")));
        QVERIFY(std::isinf(*number("-INFINITY")) && *number("-INFINITY") < 0);
    }

    void whatIsTooSmallIsZero()
    {
        QCOMPARE(number("1e-999"), 0.0);
        QCOMPARE(number("-1e-99999999999999999999"), 0.0);
        QCOMPARE(number("0e999"), 0.0);
        QCOMPARE(number("0.000e99999999999999999999"), 0.0);
        QCOMPARE(number("1" + QByteArray(400, '0') + "e-400"), 1.0);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"",    " ",       "+",         "-",     ".",    "e5",    "1e",
              "1e+", "1 ",      " 1",        "1.2.3", "--1",  "0x1",   "1_0",
              "1f",  "infinit", "infinityx", "+nan",  "-nan", "1e309", "-1e99999999999999999999",
              "1,0", "\xD9\xA1"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!number(text));
    }

    void realNumbersAreFinite()
    {
        QVERIFY(realNumber("1"));
        QVERIFY(!realNumber("NaN"));
        QVERIFY(!realNumber("+Inf"));
    }

    void integers()
    {
        QCOMPARE(integer("-9223372036854775808"), std::numeric_limits<qint64>::min());
        QCOMPARE(integer("+7"), 7);
        QCOMPARE(integer("007"), 7);
        for (const char *text : {"", "+", "-", "1.0", "1e3", "+-1", "9223372036854775808", "1 "})
            QVERIFY2(!integer(text), text);
    }

    void comparesByAllDigits()
    {
        QVERIFY(compareExactly("1604676851.123456789", "1604676851.123456790") < 0);
        QVERIFY(compareExactly("1604676851.1234567891", "1604676851.123456789") > 0);
        QVERIFY(compareExactly("-1.0000000000000000002", "-1.0000000000000000001") < 0);
        QCOMPARE(compareExactly("0100.50", "1.005e+2"), 0);
        QCOMPARE(compareExactly("-0", "+0.000e7"), 0);
        QVERIFY(compareExactly("-1", "0") < 0);
        QVERIFY(compareExactly("0.001", "0.01") < 0);
    }
};

QTEST_APPLESS_MAIN(TestNumber)
#include "tst_number.moc"
