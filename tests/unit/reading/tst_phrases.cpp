// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/json.h"
#include "reading/read.h"

#include "brief.h"
#include "postfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// phrases.txt holds a section for each row of the table of time phrases, and in it posts in one
/// line with all the times that they state: "title | text => times". "\n" is a line break. With
/// READING_PHRASES=FILE it reads those of another file.
class TestPhrases : public QObject
{
    Q_OBJECT

private slots:
    void readsPhrases_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("times");
        QString section;
        int number = 0;
        const QString file =
            qEnvironmentVariable("READING_PHRASES", QStringLiteral(TEST_SOURCE_DIR "/phrases.txt"));
        const QString all = QString::fromUtf8(posts::contents(file));
        for (const QString &line : all.split(u'\n', Qt::SkipEmptyParts)) {
            if (line.startsWith(u'#'))
                continue;
            if (line.startsWith(u'[')) {
                section = line;
                number = 0;
                continue;
            }
            const QString text = line.section(u" => "_s, 0, 0);
            QTest::newRow(qUtf8Printable(u"%1 %2"_s.arg(section).arg(++number)))
                << QString(text).replace(u" | "_s, u"\n\n"_s).replace(u"\\n"_s, u"\n"_s)
                << line.section(u" => "_s, 1);
        }
    }

    void readsPhrases()
    {
        QFETCH(QString, text);
        QFETCH(QString, times);
        const auto facts = reading::readPost(text, posts::posted, {}, posts::zone);
        QVERIFY2(facts.has_value(), facts ? "" : qUtf8Printable(facts.error().text));
        QCOMPARE(posts::brief(reading::toJson(*facts)), times);
    }
};

QTEST_GUILESS_MAIN(TestPhrases)
#include "tst_phrases.moc"
