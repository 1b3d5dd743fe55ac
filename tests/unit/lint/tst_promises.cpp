// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lintsamples.h"

#include <QTest>

using namespace incident;
using namespace sample;
using lint::Finding;
using lint::findings;

class TestPromises : public QObject
{
    Q_OBJECT

private slots:
    void openPromisesArePointedAt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fixed");
        const auto row = [](const char *text, const char *fixed) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(fixed);
        };
        row("We will post an update here.", "We will post an update here by 16:45.");
        row("I'll keep you posted, and sorry again.",
            "I'll keep you posted by 16:45, and sorry again.");
        row("We will keep watching it.", "We will keep watching it until 16:55.");
        row("We will look into the cause.", "We will look into the cause by 27 November.");
        row("We're going to make sure it does not happen again.",
            "We're going to make sure it does not happen again by 27 November.");
    }

    void openPromisesArePointedAt()
    {
        QFETCH(QString, text);
        QFETCH(QString, fixed);
        const auto found = findings(text, contextOf(running()));
        QCOMPARE(int(found.size()), 1);
        QCOMPARE(found[0].kind, lint::Kind::Promise);
        QCOMPARE(lint::applyFix(text, found[0]), fixed);
        for (const Finding &left : findings(fixed, contextOf(running())))
            QVERIFY2(false, qPrintable(left.sentence));
    }

    void boundPromisesAreLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"We will post an update here by 16:45.", "We will write again when we know more.",
              "We'll update you every half hour.", "We will let you know as soon as it is fixed.",
              "I will monitor it until 18:00.", "We will keep watching for the next two hours.",
              "On 27 November 2026 we will look into what went wrong.",
              "We will tell you once our provider answers.", "We have looked into the cause.",
              "We could not update the page.", "They promised to call us.",
              "We are sorry about this, and thank you for your patience.",
              "We will write here again if the plan changes."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void boundPromisesAreLeftAlone()
    {
        QFETCH(QString, text);
        for (const Finding &finding : findings(text, contextOf(running())))
            QVERIFY2(false, qPrintable(finding.sentence));
    }

    void thePlannedWorkItselfIsNoPromise()
    {
        for (const Finding &finding :
             findings(u"We will move the database to new disks."_s, contextOf(maintenance())))
            QVERIFY2(false, qPrintable(finding.sentence));
    }
};

QTEST_GUILESS_MAIN(TestPromises)
#include "tst_promises.moc"
