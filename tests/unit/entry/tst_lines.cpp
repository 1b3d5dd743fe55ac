// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entrywords.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// lines.txt holds lines as tired people type them, each with all that has to be understood of it.
class TestLines : public QObject
{
    Q_OBJECT

private slots:
    void understands_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("facts");
        QFile file(QStringLiteral(TEST_SOURCE_DIR "/lines.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString all = QString::fromUtf8(file.readAll());
        for (const QString &row : all.split(u'\n', Qt::SkipEmptyParts)) {
            if (row.startsWith(u'#') || row.startsWith(u'['))
                continue;
            const QString line = row.section(u" => "_s, 0, 0);
            QTest::newRow(qUtf8Printable(line)) << line << row.section(u" => "_s, 1);
        }
    }

    void understands()
    {
        QFETCH(QString, line);
        QFETCH(QString, facts);
        const auto entry = entry::readLine(line, entrywords::london());
        QCOMPARE(entrywords::told(entry, entrywords::london().zone), facts);
    }
};

QTEST_APPLESS_MAIN(TestLines)
#include "tst_lines.moc"
