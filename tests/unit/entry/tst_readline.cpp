// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entrywords.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using entrywords::london;
using entrywords::told;

class TestReadLine : public QObject
{
    Q_OBJECT

private slots:
    void understands_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("facts");
        const auto row = [](const char *line, const char *facts) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(facts);
        };
        row("15m just now, back up after 10, normal +5",
            "start 23 15:50..23 16:05; end 23 16:05..23 16:20; length 15; "
            "fixed 23 16:00..23 16:15; normal 23 16:05..23 16:20");
        row("13:45 for 30-40m", "start 23 13:45; end 23 14:15..23 14:25; length 30..40");
        row("16:10, 5m, noticed at once",
            "start 23 16:10; end 23 16:15; length 5; noticed 23 16:10..23 16:12");
        row("3 outages this afternoon, 5 to 40m",
            "start 23 12:00; end 23 16:20; length 5..40; inside; several 3");
        row("2 x 5 min this afternoon",
            "start 23 12:00; end 23 16:20; length 5; inside; several 2");
        row("this afternoon, 3 x 10-15m",
            "start 23 12:00; end 23 16:20; length 10..15; inside; several 3");
        row("2x5m this morning", "start 23 00:00; end 23 12:00; length 5; inside; several 2");
        row("this morning 4 \u00d7 2 minutes",
            "start 23 00:00; end 23 12:00; length 2; inside; several 4");
        row("yesterday 23:50-00:20, fixed 00:10",
            "start 22 23:50; end 23 00:20; length -; fixed 23 00:10");
        row("02:00Z ~20m, 1-2h degraded after",
            "start 23 02:00; end 23 02:16..23 02:24; length 16..24; then degraded 60..120");
        row("half eight last night till ten to nine", "start 22 20:30; end 22 20:50; length -");
        row("between 1 and 2am about 10m", "start 23 01:00; end 23 02:00; length 8..12; inside");
        row("since 14:05, still going", "start 23 14:05; end -; length -; running");

        // The same things said in other ways
        row("10 fixed, +5 normal, 15m, just now",
            "start 23 15:50..23 16:05; end 23 16:05..23 16:20; length 15; "
            "fixed 23 16:00..23 16:15; normal 23 16:05..23 16:20");
        row("13:45-14:10", "start 23 13:45; end 23 14:10; length -");
        row("from 13:45 to 14:10", "start 23 13:45; end 23 14:10; length -");
        row("1:45pm until 2.10 pm", "start 23 13:45; end 23 14:10; length -");
        row("from 4 to 4:15pm", "start 23 16:00; end 23 16:15; length -");
        row("11pm to 1am", "start 22 23:00; end 23 01:00; length -");
        row("Sunday 9:30 am for an hour and a half", "start 22 09:30; end 22 11:00; length 90");
        row("22 Nov 16:08, 90s", "start 22 16:08; end 22 16:09; length 1.5");
        row("Nov 22 at 16:08, 1h30", "start 22 16:08; end 22 17:38; length 90");
        row("2026-11-20 08:00, about an hour",
            "start 20 08:00; end 20 08:48..20 09:12; length 48..72");
        row("around 13:45, between 30 and 40 minutes",
            "start 23 13:30..23 14:00; end 23 14:00..23 14:40; length 30..40");
        row("1608, 5 or so minutes", "start 23 16:08; end 23 16:12..23 16:14; length 4..6");
        row("noon, twenty minutes", "start 23 12:00; end 23 12:20; length 20");
        row("at midday for half an hour", "start 23 12:00; end 23 12:30; length 30");
        row("20 past 3 pm, 5 mins", "start 23 15:20; end 23 15:25; length 5");
        row("a quarter to four in the afternoon for 10 minutes",
            "start 23 15:45; end 23 15:55; length 10");
        row("02:00Z for 5m", "start 23 02:00; end 23 02:05; length 5");
        row("15:00+01:00 for 5m", "start 23 14:00; end 23 14:05; length 5");
        row("14:10 CET, 5m", "start 23 13:10; end 23 13:15; length 5");
        row("14:10-14:30 CET", "start 23 13:10; end 23 13:30; length -");
        row("14:10 Europe/Berlin for 5m", "start 23 13:10; end 23 13:15; length 5");
        row("9am EST for 10m", "start 23 14:00; end 23 14:10; length 10");
        row("9am ET for 10m", "start 23 14:00; end 23 14:10; length 10");
        row("from 9:40am to 10am New York time", "start 23 14:40; end 23 15:00; length -");
        row("19:30 IST, 5m", "start 23 14:00; end 23 14:05; length 5");
        row("15:00 BST, 5m", "start 23 14:00; end 23 14:05; length 5");
        row("16:10 5m noticed at once fixed at once",
            "start 23 16:10; end 23 16:15; length 5; noticed 23 16:10..23 16:12; "
            "fixed 23 16:10..23 16:14");
        row("16:10, noticed straight away, fixed straight away, normal 5 or so later",
            "start 23 16:10; end 23 16:14..23 16:20; length -; noticed 23 16:10..23 16:12; "
            "fixed 23 16:10..23 16:14; normal 23 16:14..23 16:20");
        row("13:45, noticed 5m in, fixed after 20, back 10 later",
            "start 23 13:45; end 23 14:15; length -; noticed 23 13:50; fixed 23 14:05; "
            "normal 23 14:15");
        row("13:45 for 20m, noticed via customer",
            "start 23 13:45; end 23 14:05; length 20; noticed -; via customer");
        row("13:45 for 20m, reported by a customer at 13:50",
            "start 23 13:45; end 23 14:05; length 20; noticed 23 13:50; via customer");
        row("down 13:45, back up 14:05", "start 23 13:45; end 23 14:05; length -; normal 23 14:05");
        row("slow from 13:45 to 14:05", "start 23 13:45; end 23 14:05; length -; degraded");
        row("read-only 10:00am-11:00am", "start 23 10:00; end 23 11:00; length -; read_only");
        row("10m ago for 5m", "start 23 16:08..23 16:12; end 23 16:13..23 16:17; length 5");
        row("back up now", "start -; end 23 16:20; length -; normal 23 16:20");
        row("just now back up",
            "start -; end 23 16:05..23 16:20; length -; normal 23 16:05..23 16:20");
        row("5m just now, rolled back, watching",
            "start 23 16:00..23 16:15; end 23 16:05..23 16:20; length 5; fixed -; watching");
        row("several outages yesterday afternoon, shortest 5, longest 40",
            "start 22 12:00; end 22 18:00; length 5..40; inside; several 0");
        row("twice between 13:00 and 15:00, 5-10m",
            "start 23 13:00; end 23 15:00; length 5..10; inside; several 2");
        row("13:45, no more than 10m", "start 23 13:45; end 23 13:45..23 13:55; length 0..10");
        row("13:45, at least 10m", "start 23 13:45; end -; length 10..");
        row("13:45 for nearly 10 minutes", "start 23 13:45; end 23 13:53..23 13:55; length 8..10");
        row("10m this morning", "start 23 00:00; end 23 12:00; length 10; inside");
        row("13:45, a few minutes", "start 23 13:45; end 23 13:48..23 13:51; length 3..6");
        row("13:45\u201314:10", "start 23 13:45; end 23 14:10; length -");
        row("started 13:45, ended 14:10", "start 23 13:45; end 23 14:10; length -");
        row("13:45, over after 10m", "start 23 13:45; end 23 13:55; length 10");
        row("on Friday from 16:00 to 16:30", "start 20 16:00; end 20 16:30; length -");
    }

    void asks_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("facts");
        const auto row = [](const char *line, const char *facts) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(facts);
        };
        row("4:08 for 5m", "start -; end -; length 5; ask 04:08/16:08");
        row("yesterday at 4, 5m", "start -; end -; length 5; ask 04:00/16:00");
        row("half eight yesterday, 5m", "start -; end -; length 5; ask 08:30/20:30");
        row("20m just now, back up after 10, normal +5",
            "start 23 15:45..23 16:00; end 23 16:05..23 16:20; length 20; "
            "fixed 23 15:55..23 16:10; normal 23 16:00..23 16:15; ask 15m; ask 10m");
        row("13:45-14:10, 40m", "start 23 13:45; end 23 14:10; length 40; ask 14:25; ask 25m");
        row("between 1 and 2am", "start 23 01:00; end 23 02:00; length -; inside; "
                                 "ask from 01:00 to 02:00");
        row("15m", "start -; end -; length 15; ask just now");
        row("16:10 for 30m", "start 23 16:10; end 23 16:40; length 30; ask still going");
        row("16:10, fixed 15:50, 5m",
            "start 23 16:10; end 23 16:15; length 5; fixed 23 15:50; ask ");
        row("16:00, 5 to 10", "start 23 16:00; end -; length -; ask 5-10m/9:55");
        row("11/10 13:45, 5m", "start 11 13:45; end 11 13:50; length 5; ask 2026-10-11/2026-11-10");
        row("13:45 for 5m flibber wibble, bobs",
            "start 23 13:45; end 23 13:50; length 5; ?flibber wibble; ?bobs");
        row("", "start -; end -; length -");
    }

    void asks() { understands(); }

    void asksAboutTheClockChange()
    {
        const timing::FieldContext autumn{QTimeZone("Europe/London"),
                                          support::utc("2026-10-25T09:00:00Z")};
        const auto twice = entry::readLine(u"01:30 for 5m", autumn);
        QCOMPARE(told(twice, autumn.zone),
                 u"start -; end -; length 5; ask 01:30 UTC+01:00/01:30 UTC+00:00"_s);
        const QString first =
            entry::answered(u"01:30 for 5m"_s, twice.questions[0], twice.questions[0].choices[0]);
        QCOMPARE(entry::readLine(first, autumn).window.start.lo(),
                 std::optional(support::utc("2026-10-25T00:30:00Z")));
        // Ten real minutes, though the clock shows seventy.
        const timing::FieldContext spring{QTimeZone("Europe/London"),
                                          support::utc("2026-03-29T09:00:00Z")};
        const auto across = entry::readLine(u"00:55-02:05", spring);
        QCOMPARE(*across.window.end.lo() - *across.window.start.lo(), timing::Span(10min));
        QCOMPARE(told(entry::readLine(u"01:30 for 5m", spring), spring.zone),
                 u"start -; end -; length 5; ask 00:30/02:30"_s);
    }

    void asksForTheDayOfWhatIsStillToCome()
    {
        const timing::FieldContext morning{QTimeZone("Europe/London"),
                                           support::utc("2026-11-23T09:10:00Z")};
        const QString line = u"3 outages this afternoon"_s;
        const auto entry = entry::readLine(line, morning);
        QVERIFY(!entry.isClear());
        QCOMPARE(told(entry, morning.zone),
                 u"start -; end -; length -; several 3; ask yesterday afternoon"_s);
        QVERIFY(!entry.questions[0].sentence.isEmpty());
        const QString now =
            entry::answered(line, entry.questions[0], entry.questions[0].choices[0]);
        QCOMPARE(told(entry::readLine(now, morning), morning.zone),
                 u"start 22 12:00; end 22 18:00; length -; inside; several 3"_s);
        QVERIFY(entry::readLine(u"tonight, 20m"_s, morning).questions.size() == 1);
        QVERIFY(!entry::readLine(u"this afternoon 14:00 for 5m"_s, morning).isClear());
    }

    void everyAnswerSettlesItsQuestion()
    {
        for (const char *line : {"4:08 for 5m", "half eight yesterday, 5m",
                                 "20m just now, back up after 10, normal +5", "13:45-14:10, 40m",
                                 "between 1 and 2am", "15m", "16:10 for 30m", "11/10 13:45, 5m"}) {
            const QString text = QString::fromUtf8(line);
            for (const entry::Question &question : entry::readLine(text, london()).questions) {
                for (const entry::Choice &choice : question.choices) {
                    const QString now = entry::answered(text, question, choice);
                    QVERIFY2(entry::readLine(now, london()).isClear(), qPrintable(now));
                }
            }
        }
    }

    void pointsAtWhatItDoesNotUnderstand()
    {
        const auto entry = entry::readLine(u"13:45 for 5m, flibber wibble", london());
        QCOMPARE(entry.leftovers.size(), 1u);
        QCOMPARE(entry.leftovers[0].where, (entry::Stretch{14, 14}));
        QCOMPARE(entry.leftovers[0].words, u"flibber wibble"_s);
        QVERIFY(!entry.isClear());
    }

    void refusesWhatIsNoLine()
    {
        const auto entry = entry::readLine(QString(600, u'7'), london());
        QVERIFY(!entry.isClear());
        QCOMPARE(entry.questions.size(), 1u);
    }

    void understands()
    {
        QFETCH(QString, line);
        QFETCH(QString, facts);
        QCOMPARE(told(entry::readLine(line, london()), london().zone), facts);
    }
};

QTEST_APPLESS_MAIN(TestReadLine)
#include "tst_readline.moc"
