// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/known.h"
#include "lintsamples.h"
#include "wording/postfields.h"

#include <QTest>

using namespace incident;
using namespace sample;
using lint::applyFix;
using lint::Finding;
using lint::findings;

class TestTimes : public QObject
{
    Q_OBJECT

private slots:
    void relativeWordsBecomeTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fixed");
        const auto row = [](const char *text, const char *fixed) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(fixed);
        };
        // Where a fact lies in what the words span, the fact is told.
        row("Images failed this afternoon.",
            "Images failed around 16:08 London time on 22 November 2026.");
        row("It happened just now.", "It happened around 16:08 London time on 22 November 2026.");
        row("It was slow this morning.", "It was slow on the morning of 22 November 2026.");
        row("It was slow yesterday.", "It was slow on 21 November 2026.");
        row("It has been slow since yesterday.", "It has been slow since 21 November 2026.");
        row("It was slow on Friday.", "It was slow on 20 November 2026.");
        row("We look again tomorrow morning.", "We look again on the morning of 23 November 2026.");
        row("It broke last night.", "It broke on the night of 21 November 2026.");
        row("It broke 2 hours ago.",
            "It broke between 13:58 and 14:46 London time on 22 November 2026.");
        row("It broke an hour ago.", "It broke around 15:22 London time on 22 November 2026.");
    }

    void relativeWordsBecomeTimes()
    {
        QFETCH(QString, text);
        QFETCH(QString, fixed);
        const auto found = findings(text, contextOf(running()));
        QCOMPARE(int(found.size()), 1);
        QCOMPARE(found[0].kind, lint::Kind::RelativeTime);
        QCOMPARE(applyFix(text, found[0]), fixed);
        for (const Finding &left : findings(fixed, contextOf(running())))
            QVERIFY2(left.kind != lint::Kind::RelativeTime, qPrintable(left.sentence));
    }

    /// Of what was down already when it was first seen only the latest start is known.
    void anOpenStartReadsWell()
    {
        const auto before = timing::RoughInstant::notAfter(at("16:08"));
        const wording::Reader reader = wording::readerOf(running(), at("16:10"));
        const auto said = [&](const QString &text, const QString &phrase, qsizetype lead) {
            lint::TimePhrase time;
            time.start = text.indexOf(phrase);
            time.length = phrase.size();
            time.leadLength = lead;
            return QString(text).replace(time.start, time.length,
                                         lint::wordsInPlace(before, text, time, reader));
        };
        QCOMPARE(said(u"Down since 16:02."_s, u"since 16:02"_s, 6), u"Down since before 16:08."_s);
        QCOMPARE(said(u"Down since before 16:02."_s, u"before 16:02"_s, 7),
                 u"Down since before 16:08."_s);
        QCOMPARE(said(u"Down since 16:02."_s, u"16:02"_s, 0), u"Down since before 16:08."_s);
        QCOMPARE(said(u"It began 16:02."_s, u"16:02"_s, 0), u"It began before 16:08."_s);
    }

    void aClockOnARelativeDayGetsItsDate()
    {
        Facts facts;
        facts.zone = u"Europe/London"_s;
        const QString text = u"It broke yesterday at 14:10."_s;
        const auto found = findings(text, contextOf(facts));
        QCOMPARE(int(found.size()), 1);
        QCOMPARE(applyFix(text, found[0]), u"It broke at 14:10 London time on 21 November 2026."_s);
    }

    void whatIsNotRelativeIsLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Everything is back to normal now.", "We are working on it at the moment.",
              "On the morning of 22 November 2026 nobody noticed.", "May I say sorry.",
              "The Sunday team is on it.", "We hope to have it fixed within half an hour.",
              "It may take a second.", "March on."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void whatIsNotRelativeIsLeftAlone()
    {
        QFETCH(QString, text);
        for (const Finding &finding : findings(text, contextOf(running())))
            QVERIFY2(false, qPrintable(finding.sentence));
    }

    void timesThatContradictTheFieldsAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fixed");
        const auto row = [](const char *text, const char *fixed) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(fixed);
        };
        row("It began at 13:10.", "It began around 16:08.");
        row("It began at 1:10 pm.", "It began around 16:08.");
        row("Images were down since 13:10.", "Images were down since around 16:08.");
        row("It was fixed at half past three.", "It was fixed at 16:31.");
        row("All was well again by 17:30.", "All was well again by 16:36.");
        row("It was down from 13:10 to 13:40.", "It was down from around 16:08 to 16:36.");
        row("It took 90 minutes.", "It took about 28 minutes.");
        row("It took 3 hours.", "It took about 28 minutes.");
        row("Images were gone for ten minutes or so.", "Images were gone for about 28 minutes.");
    }

    void timesThatContradictTheFieldsAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, fixed);
        const auto found = findings(text, afterwards());
        QCOMPARE(int(found.size()), 1);
        QCOMPARE(found[0].kind, lint::Kind::Contradiction);
        QCOMPARE(applyFix(text, found[0]), fixed);
    }

    void timesThatAgreeAreLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"It began at 16:08.", "It began at 16:09 and was fixed at 16:31.",
              "It began at 4:08 pm.", "It began just after four.", "It took 28 minutes.",
              "It took 27 minutes.", "It took about half an hour.",
              "From 16:31 it took 5 minutes until all was well.", "Version 16.31 is out.",
              "We look every 45 minutes.", "Score 3:1.", "We wrote at 16:22.",
              "It began at 16:08 UTC.", "It began at 11:08 New York time.",
              "From 16:08 to 16:36 images were missing."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void timesThatAgreeAreLeftAlone()
    {
        QFETCH(QString, text);
        lint::Context context = afterwards();
        context.predicted = wording::Prediction{RoughDuration::atMost(30min), at("16:22")};
        for (const Finding &finding : findings(text, context))
            QVERIFY2(false, qPrintable(finding.sentence));
    }

    void numbersAboutSomethingElseAreLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"About 15 % of requests failed.", "Pages took 12 seconds to load.",
              "We lost 6 hours of data.", "Response times went up to 900 ms.",
              "Some 40 customers wrote to us.", "Sessions expire after 90 minutes.",
              "We deployed a change at 15:20, and that was it.", "Orders placed at 14:00 are safe.",
              "Our office is open from 09:00 to 17:00.", "Mails came with delays of 3 hours.",
              "Please wait 10 minutes and try again.", "The 11:30 deploy was rolled back.",
              "Error 503 was shown.", "Call us on 020 7946 0958.", "It cost us 3.50 each.",
              "The new release is 2.14.0.", "Thank you to all 24 of you."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void numbersAboutSomethingElseAreLeftAlone()
    {
        QFETCH(QString, text);
        for (const Finding &finding : findings(text, afterwards()))
            QVERIFY2(false, qPrintable(finding.sentence));
    }

    void theClockIsLookedAt()
    {
        const QString text = u"We will write here again by 16:45."_s;
        lint::Context context = contextOf(running());
        QVERIFY(findings(text, context).empty());
        context.now = at("16:50");
        const auto found = findings(text, context);
        QCOMPARE(int(found.size()), 1);
        QCOMPARE(found[0].kind, lint::Kind::Contradiction);
        QCOMPARE(applyFix(text, found[0]), u"We will write here again by 17:10."_s);
    }

    void whatRunsIsAsLongAsItRuns()
    {
        lint::Context context = contextOf(running());
        QVERIFY(findings(u"Images have been failing for 14 minutes."_s, context).empty());
        QCOMPARE(int(findings(u"Images have been failing for 2 hours."_s, context).size()), 1);
    }
};

QTEST_GUILESS_MAIN(TestTimes)
#include "tst_times.moc"
