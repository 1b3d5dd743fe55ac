// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/blameless.h"

#include <QTest>

using namespace Qt::StringLiterals;
using lint::blamelessHints;

class TestBlameless : public QObject
{
    Q_OBJECT

private slots:
    void hintsAtWords_data();
    void hintsAtWords();
    void leavesCircumstancesAlone_data();
    void leavesCircumstancesAlone();
    void placesAndOrder();
};

void TestBlameless::hintsAtWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *text, const char *words) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    row("The cause was human error.", "human error");
    row("Bob should have checked the disk.", "should have checked");
    row("They should never have run it.", "should never have run");
    row("It was Ana's fault.", "Ana's fault");
    row("It was Ana’s mistake.", "Ana’s mistake");
    row("I restarted it: my mistake.", "my mistake");
    row("A careless deploy.", "careless");
    row("The operator is to blame.", "to blame");
    row("She forgot to renew it.", "forgot to");
    row("I messed it up.", "messed it up");
}

void TestBlameless::hintsAtWords()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    const auto hints = blamelessHints(text);
    QCOMPARE(hints.size(), size_t(1));
    QCOMPARE(text.mid(hints[0].start, hints[0].length), words);
    QVERIFY(!hints[0].sentence.isEmpty());
}

void TestBlameless::leavesCircumstancesAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"The disk was full; nothing warned of it.", "The fault was in the index.",
          "A segmentation fault in the cache.", "The check that should catch it did not run.",
          "The rollback failed twice.", "The certificate was not renewed.",
          "It should have no effect on orders.", "The user saw an error page."})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestBlameless::leavesCircumstancesAlone()
{
    QFETCH(QString, text);
    QVERIFY(blamelessHints(text).empty());
}

void TestBlameless::placesAndOrder()
{
    const QString text = u"Stupid: he forgot to look, and it was his own fault."_s;
    const auto hints = blamelessHints(text);
    QCOMPARE(hints.size(), size_t(3));
    qsizetype end = 0;
    for (const lint::BlamelessHint &hint : hints) {
        QVERIFY(hint.start >= end);
        end = hint.start + hint.length;
    }
    QVERIFY(blamelessHints({}).empty());
}

QTEST_APPLESS_MAIN(TestBlameless)
#include "tst_blameless.moc"
