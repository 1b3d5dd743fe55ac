// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/script.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestLedgerScript : public QObject
{
    Q_OBJECT

private slots:
    void statementsAreCut_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("nothing") << u""_s << QStringList{};
        QTest::newRow("only space and comments")
            << u" -- a; b\n /* c; d */ ;\n;"_s << QStringList{};
        QTest::newRow("two") << u"SELECT 1; SELECT 2;"_s
                             << QStringList{u"SELECT 1"_s, u"SELECT 2"_s};
        QTest::newRow("last without semicolon")
            << u"SELECT 1;\nSELECT 2"_s << QStringList{u"SELECT 1"_s, u"SELECT 2"_s};
        QTest::newRow("string") << u"SELECT ';''; --'; SELECT 2;"_s
                                << QStringList{u"SELECT ';''; --'"_s, u"SELECT 2"_s};
        QTest::newRow("quoted names")
            << u"SELECT \"a;\"\"b\", [c;d], `e;f`; SELECT 2;"_s
            << QStringList{u"SELECT \"a;\"\"b\", [c;d], `e;f`"_s, u"SELECT 2"_s};
        QTest::newRow("comment inside") << u"SELECT 1 -- one;\n + 2 /* ; */;"_s
                                        << QStringList{u"SELECT 1 -- one;\n + 2 /* ; */"_s};
        QTest::newRow("comment with quote") << u"-- it's\nSELECT 1; SELECT 2;"_s
                                            << QStringList{u"-- it's\nSELECT 1"_s, u"SELECT 2"_s};
        QTest::newRow("a column called end")
            << u"SELECT a AS end; END;"_s << QStringList{u"SELECT a AS end"_s, u"END"_s};
    }

    void statementsAreCut()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, statements);
        const auto cut = ledger::statementsOf(script);
        QVERIFY(cut);
        QCOMPARE(*cut, statements);
    }

    void triggersStayWhole_data()
    {
        QTest::addColumn<QString>("trigger");
        QTest::newRow("plain")
            << u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END"_s;
        QTest::newRow("temp") << u"create temp trigger t after insert on a begin select 1; end"_s;
        QTest::newRow("temporary, if not exists")
            << u"CREATE TEMPORARY TRIGGER IF NOT EXISTS t AFTER INSERT ON a BEGIN SELECT 1; END"_s;
        QTest::newRow("case") << u"CREATE TRIGGER t AFTER INSERT ON a BEGIN"
                                 " SELECT CASE WHEN 1 THEN 2 END; SELECT 2; END"_s;
        QTest::newRow("comments") << u"CREATE /* ; */ TRIGGER t AFTER INSERT ON a BEGIN"
                                     " SELECT 'END;'; -- END;\n SELECT 2; /* ; */ END"_s;
        QTest::newRow("names") << u"CREATE TRIGGER t AFTER INSERT ON a BEGIN"
                                  " SELECT \"end\"; SELECT b AS \"END\"; END"_s;
    }

    void triggersStayWhole()
    {
        QFETCH(QString, trigger);
        const auto cut =
            ledger::statementsOf(QString(u"SELECT 1;\n"_s + trigger + u";\nSELECT 2;"_s));
        QVERIFY(cut);
        QCOMPARE(*cut, (QStringList{u"SELECT 1"_s, trigger, u"SELECT 2"_s}));
    }

    void endlessScriptsAreRefused_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("string") << u"SELECT 'a; SELECT 2;"_s;
        QTest::newRow("comment") << u"SELECT 1; /* a; SELECT 2;"_s;
        QTest::newRow("name") << u"SELECT [a; SELECT 2;"_s;
        QTest::newRow("trigger") << u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1;"_s;
    }

    void endlessScriptsAreRefused()
    {
        QFETCH(QString, script);
        const auto cut = ledger::statementsOf(script);
        QVERIFY(!cut);
        QCOMPARE(cut.error().kind, base::ErrorKind::Format);
    }
};

QTEST_GUILESS_MAIN(TestLedgerScript)
#include "tst_ledgerscript.moc"
