// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplefacts.h"
#include "wording/factspans.h"
#include "wording/say.h"

#include <QTest>

using namespace incident;
using namespace sample;
using namespace wording;

namespace {

QStringList phrases(const QString &text, const std::vector<FactSpan> &spans)
{
    QStringList list;
    for (const FactSpan &span : spans)
        list += factName(span.fact) + u": "_s + text.mid(span.start, span.length);
    return list;
}

QString mended(QString text, const std::vector<StaleSpan> &stale)
{
    for (auto each = stale.rbegin(); each != stale.rend(); ++each)
        text.replace(each->span.start, each->span.length, each->replacement);
    return text;
}

} // namespace

class TestFactSpans : public QObject
{
    Q_OBJECT

private slots:
    void thePhrasesOfAPostAreFound()
    {
        const QString text =
            u"Hi, images have not been loading since around 16:08. We are on it.\n\n"
            "We hope to have them back within half an hour and will update here "
            "by 16:45."_s;
        QCOMPARE(phrases(text, factSpans(text, running(), now())),
                 (QStringList{u"components: images"_s, u"start: around 16:08"_s,
                              u"expectation: within half an hour"_s, u"next update: by 16:45"_s}));
    }

    void whatWeSayIsFound()
    {
        const QString text = say(over(), now()).body;
        const QStringList found = phrases(text, factSpans(text, over(), now()));
        for (const QString &phrase :
             {u"start: around 16:08"_s, u"back to normal: 16:36 London time"_s,
              u"duration: about 28 minutes"_s, u"cause: a faulty disk in the image cache"_s,
              u"what users feel: images are missing on item pages"_s})
            QVERIFY2(found.contains(phrase), qPrintable(found.join(u" / "_s)));
    }

    void wordsInsideOtherWordsAreNone()
    {
        Facts facts;
        facts.components = {u"mail"_s};
        facts.started = RoughInstant::exact(at("16:08"));
        const QString text = u"Voicemail, 116:08, 16:08:30, mailbox."_s;
        QCOMPARE(phrases(text, factSpans(text, facts, now())), QStringList());
    }

    void spansNeverOverlap()
    {
        Facts facts = over();
        facts.actual = {Window{}};
        facts.actual[0].start = facts.started;
        facts.actual[0].end = facts.backToNormal;
        facts.felt = u"images"_s;
        const QString text = say(facts, now()).body;
        qsizetype end = 0;
        for (const FactSpan &span : factSpans(text, facts, now())) {
            QVERIFY(span.start >= end);
            end = span.start + span.length;
            QVERIFY(end <= text.size());
        }
    }

    void changesAreListed()
    {
        Facts after = running();
        QVERIFY(changedFacts(running(), after).empty());
        after.started = RoughInstant::exact(at("16:05"));
        after.felt.clear();
        QCOMPARE(changedFacts(running(), after), (std::vector{Fact::Felt, Fact::Started}));
    }

    void phrasesThatNoLongerHoldAreOfferedAnew_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<RoughInstant>("started");
        QTest::addColumn<QString>("expected");
        QTest::newRow("since") << u"Down since around 16:08."_s << RoughInstant::exact(at("16:05"))
                               << u"Down since 16:05."_s;
        QTest::newRow("at") << u"It began around 16:08."_s << RoughInstant::exact(at("16:05"))
                            << u"It began at 16:05."_s;
        QTest::newRow("zone") << u"It began around 16:08 London time."_s
                              << RoughInstant::exact(at("16:05"))
                              << u"It began at 16:05 London time."_s;
        QTest::newRow("frame") << u"It began between 16:08 and 16:09."_s
                               << RoughInstant::exact(at("16:05")) << u"It began at 16:05."_s;
        QTest::newRow("unknown") << u"Down since around 16:08."_s << RoughInstant()
                                 << u"Down since ."_s;
        QTest::newRow("same words")
            << u"Down since around 16:08."_s << RoughInstant::about(at("16:08"), 10min)
            << u"Down since around 16:08."_s;
    }

    void phrasesThatNoLongerHoldAreOfferedAnew()
    {
        QFETCH(QString, text);
        QFETCH(RoughInstant, started);
        QFETCH(QString, expected);
        Facts after = running();
        after.started = started;
        QCOMPARE(mended(text, staleSpans(text, running(), after, now())), expected);
    }

    void aPostMendedIsThePostOfTheNewFacts()
    {
        Facts after = over();
        after.started = RoughInstant::exact(at("16:05"));
        after.backToNormal = RoughInstant::exact(at("16:40"));
        after.duration = RoughDuration::exact(35min);
        after.cause.text = u"a full disk"_s;
        const QString before = say(over(), now()).body;
        QCOMPARE(mended(before, staleSpans(before, over(), after, now())), say(after, now()).body);
    }

    void keptFactsAreReadBack()
    {
        for (const Facts &facts : {running(), over(), maintenance(), Facts()}) {
            Facts expected = facts;
            expected.updatesBefore = 0; // no fact of the incident
            QVERIFY(factsFromJson(factsJson(facts)) == std::optional(expected));
        }
        QVERIFY(!factsFromJson("not json"));
        QVERIFY(!factsFromJson(R"({"started": "soon"})"));
        QVERIFY(!factsFromJson(R"({"planned": [{"start": 5}]})"));
    }
};

QTEST_GUILESS_MAIN(TestFactSpans)
#include "tst_factspans.moc"
