// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lintsamples.h"

#include <QTest>

using namespace incident;
using namespace sample;
using lint::applyFix;
using lint::Finding;
using lint::findings;

class TestLint : public QObject
{
    Q_OBJECT

private slots:
    void whatWeSayOurselvesIsClean()
    {
        const wording::Prediction predicted{RoughDuration::atMost(30min), at("16:22")};
        int round = 0;
        for (Facts facts : {running(), over(), maintenance()}) {
            for (const auto &state : base::EnumNames<State>::table) {
                for (const auto &status : base::EnumNames<PublicStatus>::table) {
                    facts.state = state.value;
                    facts.status = status.value;
                    facts.cause.status = base::EnumNames<CauseStatus>::table[round++ % 5].value;
                    lint::Context context = contextOf(facts);
                    context.predicted = predicted;
                    const QString body = say(facts, now(), predicted).body;
                    for (const Finding &finding : findings(body, context))
                        QVERIFY2(false, qPrintable(finding.sentence + u" in "_s + body));
                }
            }
        }
    }

    void findingsStandInOrderAndApart()
    {
        const QString text = u"This afternoon db-3.int (10.1.2.3) with token=abcdefgh at "
                             "/etc/passwd began at 13:10 and took 90 minutes, ana@example.org. "
                             "We will look into it."_s;
        const auto found = findings(text, contextOf(over()));
        QCOMPARE(int(found.size()), 9);
        qsizetype end = 0;
        for (const Finding &finding : found) {
            QVERIFY(finding.start >= end);
            end = finding.start + finding.length;
        }
        const QString fixed = allFixed(text, found);
        for (const Finding &finding : findings(fixed, contextOf(over())))
            QVERIFY2(false, qPrintable(finding.sentence + u" in "_s + fixed));
    }

    void aCorrectedFactMarksWhatNoLongerHolds()
    {
        lint::Context context = contextOf(running());
        const QString text = u"Hello all. Images have been failing since around 16:08, sorry."_s;
        context.writtenFrom = running();
        QVERIFY(findings(text, context).empty());
        context.facts.started = RoughInstant::exact(at("15:52"));
        const auto found = findings(text, context);
        QCOMPARE(int(found.size()), 1);
        QCOMPARE(found[0].kind, lint::Kind::Stale);
        QCOMPARE(found[0].fix, u"15:52"_s);
        QCOMPARE(applyFix(text, found[0]),
                 u"Hello all. Images have been failing since 15:52, sorry."_s);
    }

    void aFactThatIsUnknownAgainIsTakenOut()
    {
        lint::Context context = contextOf(running());
        context.writtenFrom = running();
        context.facts.estimate = {};
        const auto found = findings(u"It will take no more than half an hour."_s, context);
        QCOMPARE(int(found.size()), 1);
        QCOMPARE(found[0].kind, lint::Kind::Stale);
        QCOMPARE(found[0].fix, QString());
    }

    void theSameFindingKeepsItsKeyWhereverItStands()
    {
        const QString one = u"See db-3.int."_s;
        const QString other = u"There is more text now. See DB-3.INT, and 10.0.0.1."_s;
        const auto in = findings(other, contextOf({}));
        const QString key = lint::keyOf(one, findings(one, contextOf({}))[0]);
        QCOMPARE(lint::keyOf(other, in[0]), key);
        QVERIFY(lint::keyOf(other, in[1]) != key);
    }

    void longAndHostileTextsEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("letters") << u"a"_s.repeated(40000);
        QTest::newRow("dots") << u"a."_s.repeated(20000);
        QTest::newRow("dashes") << u"a-"_s.repeated(20000);
        QTest::newRow("machines") << u"db-"_s.repeated(14000);
        QTest::newRow("clocks") << u"1:"_s.repeated(20000);
        QTest::newRow("times") << u"at 16:08 "_s.repeated(10000);
        QTest::newRow("lengths") << u"90 minutes "_s.repeated(10000);
        QTest::newRow("promises") << u"we will look into it "_s.repeated(5000);
        QTest::newRow("mails") << u"a@"_s.repeated(20000);
        QTest::newRow("paths") << u"/var"_s.repeated(10000);
        QTest::newRow("slashes") << u"a/"_s.repeated(20000);
        QTest::newRow("hex") << u"f0"_s.repeated(20000);
        QTest::newRow("random") << u"aA0"_s.repeated(14000);
        QTest::newRow("names") << u"a_token"_s.repeated(14000);
        QTest::newRow("addresses") << u"a://b:"_s.repeated(20000);
        QTest::newRow("colons") << u"::"_s.repeated(20000);
        QTest::newRow("keys") << u"-----BEGIN PRIVATE KEY-----"_s.repeated(10000);
        QTest::newRow("surrogates") << QString(QChar(0xd83d)).repeated(40000);
    }

    void longAndHostileTextsEnd()
    {
        QFETCH(QString, text);
        // The test's own time limit is what fails here.
        QVERIFY(findings(text, contextOf(running())).size() <= std::size_t(text.size()));
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
