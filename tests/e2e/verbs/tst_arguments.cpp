// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::Call;

/// Where options may stand, and what is a text.
class TestArguments : public QObject
{
    Q_OBJECT

private slots:
    void optionsOfEveryVerbMayStandBeforeIt()
    {
        const support::Program program(QStringLiteral(WATCHKEEPER_BINARY));
        const QString folder = program.folder.path();
        const Call opened = program.call(
            {u"--data"_s, folder, u"--json"_s, u"incident"_s, u"open"_s, u"No pictures"_s});
        QVERIFY2(opened.code == 0, qPrintable(opened.error));
        const Call listed =
            program.call({u"--data=%1"_s.arg(folder), u"incident"_s, u"list"_s, u"--json"_s});
        QCOMPARE(listed.answer[0][u"ref"_s].toString(), opened.at("ref"));
        QCOMPARE(program.call({u"--json"_s, u"history"_s, u"list"_s, u"--data"_s, folder})
                     .answer.toArray()
                     .size(),
                 1);
        const Call unknown = program.call({u"--data"_s, folder, u"incidents"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY2(unknown.error.contains(u"“incidents”"_s), qPrintable(unknown.error));
    }

    void anItemOfAListIsAText_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("text");
        QTest::newRow("an item") << QStringList{u"- the cache was cold"_s}
                                 << u"- the cache was cold"_s;
        QTest::newRow("two items") << QStringList{u"- one\n- two"_s} << u"- one\n- two"_s;
        QTest::newRow("a number") << QStringList{u"-5"_s, u"degrees"_s} << u"-5 degrees"_s;
        QTest::newRow("behind a separator")
            << QStringList{u"--"_s, u"--force"_s, u"was"_s, u"used"_s} << u"--force was used"_s;
    }

    void anItemOfAListIsAText()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, text);
        const support::Program program(QStringLiteral(WATCHKEEPER_BINARY));
        const QStringList before{u"--data"_s, program.folder.path(), u"--json"_s};
        const QString ref =
            program.call(before + QStringList{u"incident"_s, u"open"_s, u"No pictures"_s})
                .at("ref");
        const Call written = program.call(
            before + QStringList{u"postmortem"_s, u"write"_s, ref, u"impact"_s} + words);
        QVERIFY2(written.code == 0, qPrintable(written.error));
        const QString file = program.folder.filePath(u"report.md"_s);
        QCOMPARE(
            program.call(before + QStringList{u"postmortem"_s, u"export"_s, ref, u"--to"_s, file})
                .code,
            0);
        QFile report(file);
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QString said = QString::fromUtf8(report.readAll());
        QVERIFY2(said.contains(text.section(u'\n', 0, 0).mid(2)), qPrintable(said));
        const Call note = program.call(before + QStringList{u"incident"_s, u"note"_s, ref} + words);
        QVERIFY2(note.code == 0, qPrintable(note.error));
    }

    void anOptionThatIsNotKnownIsStillAMistake()
    {
        const support::Program program(QStringLiteral(WATCHKEEPER_BINARY));
        for (const QString &wrong : {u"-x"_s, u"--forse"_s}) {
            const Call refused = program.run({u"incident"_s, u"list"_s, wrong});
            QCOMPARE(refused.code, 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
