// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertmanager/matchertext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace alertmanager;

class TestMatcherText : public QObject
{
    Q_OBJECT

private slots:
    void roundTrips()
    {
        const std::vector<Matcher> matchers{{u"alertname"_s, u"Site\"Down\\"_s},
                                            {u"job"_s, u"web.*, x"_s, true},
                                            {u"zone"_s, QString(), false, false},
                                            {u"host"_s, u"a|b"_s, true, false}};
        const auto read = matchersFrom(textOf(matchers));
        QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().text));
        QCOMPARE(*read, matchers);
    }

    void readsWhatPeopleType()
    {
        const auto read = matchersFrom(u" { alertname=SiteDown,job !~ \"w.*\" } "_s);
        QVERIFY(read.has_value());
        QCOMPARE(*read, (std::vector<Matcher>{{u"alertname"_s, u"SiteDown"_s},
                                              {u"job"_s, u"w.*"_s, true, false}}));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"SiteDown"_s, u"a=\"b"_s, u"a=b c=d"_s, u"1a=b"_s, u"a==b\""_s})
            QTest::newRow(qPrintable(text)) << text;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!matchersFrom(text));
    }
};

QTEST_GUILESS_MAIN(TestMatcherText)
#include "tst_matchertext.moc"
