// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplefacts.h"
#include "timing/arithmetic.h"
#include "wording/example.h"
#include "wording/postfields.h"
#include "wording/say.h"
#include "wording/templatewords.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace incident;
using namespace sample;
using wording::Prediction;
using wording::say;

namespace {

/// Every so many-eth combination of what can be known and said; 0 gives the barest facts.
class Combinations
{
public:
    explicit Combinations(quint64 number)
        : m_rest(number)
    {}

    bool known() { return pick(2) == 1; }

    quint64 pick(quint64 choices)
    {
        const quint64 choice = m_rest % choices;
        m_rest /= choices;
        return choice;
    }

    /// Spread over a range without multiplying the number of cases.
    quint64 vary(quint64 choices)
    {
        m_spread = m_spread * 6364136223846793005ULL + 1442695040888963407ULL + m_rest;
        return (m_spread >> 33) % choices;
    }

private:
    quint64 m_rest;
    quint64 m_spread = m_rest;
};

const State unplannedStates[] = {State::Suspected, State::Active, State::Monitoring,
                                 State::Restored,  State::Review, State::Dismissed};
const State plannedStates[] = {State::Scheduled, State::InProgress, State::AfterEffects,
                               State::Verifying, State::Completed,  State::Cancelled};

Window someWindow(Combinations &next, int seq, bool planned)
{
    Window window;
    window.seq = seq;
    window.planned = planned;
    window.effect = Effect(next.vary(6));
    window.start = RoughInstant::exact(at("15:08") + seq * 10min);
    if (next.vary(3))
        window.end = RoughInstant::exact(at("15:58") + seq * 10min);
    window.inside = planned && window.end.isKnown() && next.vary(2);
    if (next.vary(2))
        window.duration = next.vary(2) ? RoughDuration::atMost(30min) : RoughDuration::about(10min);
    if (next.vary(2))
        window.felt = u"Things are slow."_s;
    return window;
}

PublicStatus statusFor(State state, CauseStatus cause)
{
    switch (state) {
    case State::Monitoring:
        return PublicStatus::Monitoring;
    case State::Restored:
    case State::Review:
    case State::Dismissed:
        return PublicStatus::Resolved;
    default:
        return cause == CauseStatus::Unknown ? PublicStatus::Investigating
                                             : PublicStatus::Identified;
    }
}

Facts someFacts(Combinations &next, bool maintenance)
{
    Facts facts;
    facts.kind = maintenance ? Kind::Maintenance : Kind(next.vary(2));
    facts.entry = maintenance ? EntryMode::Planned : EntryMode(next.vary(2));
    facts.state = maintenance ? plannedStates[next.pick(6)] : unplannedStates[next.pick(6)];
    facts.updatesBefore = int(next.pick(2));
    facts.cause.status = CauseStatus(next.pick(5));
    facts.status = statusFor(facts.state, facts.cause.status);
    facts.title = next.known() ? u"Images are not loading."_s : QString();
    facts.felt = next.known() ? u"Images are missing on item pages!"_s : QString();
    if (next.known())
        facts.components = {u"images"_s, u"search"_s, u"mail"_s};
    if (next.known())
        facts.started = next.vary(2) ? RoughInstant::about(at("15:45"), 15min)
                                     : RoughInstant::between(at("16:08"), at("16:09"));
    if (next.known())
        facts.fixed = RoughInstant::exact(at("16:10"));
    if (next.known())
        facts.backToNormal = next.vary(2) ? RoughInstant::exact(at("16:15"))
                                          : RoughInstant::between(at("16:10"), at("16:20"));
    if (next.known())
        facts.duration =
            next.vary(2) ? RoughDuration::between(30min, 40min) : RoughDuration::atLeast(45min);
    if (next.known())
        facts.estimate = next.vary(2) ? RoughDuration::atMost(30min) : RoughDuration::atLeast(1h);
    if (next.known())
        facts.nextUpdate = RoughInstant::exact(at("16:45"));
    if (next.known())
        facts.cause.text = u"a faulty disk"_s;
    facts.cause.provider = next.vary(2) ? u"the hosting company"_s : QString();
    facts.cause.attribution = Attribution(next.vary(4));
    facts.cause.trigger = next.vary(2) ? u"change.deploy"_s : QString();
    facts.effect = Effect(next.vary(6));
    facts.round = 1 + int(next.vary(2));
    facts.zone = next.vary(2) ? u"Europe/London"_s : u"America/New_York"_s;
    for (int i = 0; i < int(next.vary(3)); ++i)
        facts.actual.push_back(someWindow(next, i + 1, false));
    for (int i = 0; maintenance && i < int(next.vary(4)); ++i)
        facts.planned.push_back(someWindow(next, i + 1, true));
    return facts;
}

/// What is wrong with a text, whatever it says; empty if nothing is.
QString fault(const QString &text, bool isTitle)
{
    struct Rule
    {
        QRegularExpression pattern;
        QString name;
    };
    static const Rule rules[] = {
        {QRegularExpression(u"  "_s), u"two spaces"_s},
        {QRegularExpression(u"(?<!\\n)\\n(?!\\n)"_s), u"a lonely line break"_s},
        {QRegularExpression(u"\\n{3}"_s), u"an empty paragraph"_s},
        {QRegularExpression(u"\\s[.,;:!?]"_s), u"a space before a mark"_s},
        {QRegularExpression(u"[.,;:!?][.,;:]"_s), u"two marks"_s},
        {QRegularExpression(u"[\\[\\]{}|]"_s), u"a sign of the template language"_s},
        {QRegularExpression(u"\\b(null|nan|unknown|true|false|1970)\\b"_s),
         u"a word of the program"_s},
        {QRegularExpression(u"%\\d"_s), u"an unfilled place"_s},
        {QRegularExpression(u"(^|\\. |\\n)[a-z]"_s), u"a sentence without a capital"_s},
        {QRegularExpression(
             u"\\b(at|by|since|from|to|in|for|of|with|and|between|lasted|took|within) "
             "?[.,;:]"_s),
         u"a word that leads to nothing"_s},
        {QRegularExpression(u"\\b(\\w+) \\1\\b"_s), u"a word twice"_s},
    };
    for (const Rule &rule : rules) {
        if (rule.pattern.match(text).hasMatch())
            return rule.name;
    }
    if (text.isEmpty())
        return u"nothing"_s;
    if (isTitle)
        return text.endsWith(u'.') ? u"a full stop"_s : QString();
    for (const QString &paragraph : text.split(u"\n\n"_s)) {
        if (!paragraph.endsWith(u'.'))
            return u"no full stop"_s;
    }
    return {};
}

} // namespace

class TestSay : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German)); }

    void everyCombinationReadsWell_data()
    {
        QTest::addColumn<bool>("maintenance");
        QTest::newRow("trouble") << false;
        QTest::newRow("planned work") << true;
    }

    void everyCombinationReadsWell()
    {
        QFETCH(bool, maintenance);
        const quint64 cases = 6 * 2 * 5 * (1 << 10);
        for (quint64 i = 0; i < cases; i += 7) {
            Combinations next(i);
            const Facts facts = someFacts(next, maintenance);
            const bool told = next.vary(2);
            const auto text =
                say(facts, now(),
                    told ? std::optional(Prediction{RoughDuration::atMost(30min), at("16:00")})
                         : std::nullopt);
            const auto alone = i % 5 ? text : say(facts, now(), {}, {wording::Voice::I, nullptr});
            static const QRegularExpression plural(u"\\b(?:we|our|us|ours|I are|are I)\\b"_s,
                                                   QRegularExpression::CaseInsensitiveOption);
            QVERIFY2(i % 5 || !plural.match(alone.title + alone.body).hasMatch(),
                     qPrintable(alone.body));
            const QString all = text.title + u"\n\n"_s + text.body + u" ("_s +
                                wording::templateNameFor(facts) + u')';
            QVERIFY2(fault(text.title, true).isEmpty(),
                     qPrintable(fault(text.title, true) + u": "_s + all));
            QVERIFY2(fault(text.body, false).isEmpty(),
                     qPrintable(fault(text.body, false) + u": "_s + all));
            const bool sorry = text.body.contains(u"sorry"_s);
            QVERIFY2(!maintenance || !sorry, qPrintable(all));
            const bool ours = facts.cause.attribution == Attribution::Own;
            QVERIFY2(maintenance || !ours || sorry || facts.state == State::Dismissed,
                     qPrintable(all));
            // Wherever a clock time stands, the zone is named, and only once.
            static const QRegularExpression clock(u"\\d\\d:\\d\\d"_s);
            const auto zones =
                text.body.count(u"London time"_s) + text.body.count(u"New York time"_s);
            const bool timed = clock.match(text.body).hasMatch();
            QVERIFY2(zones == (timed ? 1 : 0), qPrintable(all));
        }
    }

    void oneAloneSaysI()
    {
        Facts facts = over();
        facts.cause.trigger = u"change.deploy"_s;
        const wording::Style alone{wording::Voice::I, nullptr};
        QVERIFY(say(facts, now(), {}, alone).body.contains(u"This was my mistake. I am sorry,"_s));
        QVERIFY(say(facts, now()).body.contains(u"This was our mistake. We are sorry,"_s));
        QVERIFY(say(running(), now(), {}, alone).body.contains(u"I am on it, and am looking"_s));
    }

    void whatIsBeingWatchedIsToldWithItsTimes()
    {
        Facts facts = over();
        facts.updatesBefore = 0;
        facts.state = State::Monitoring;
        facts.status = PublicStatus::Monitoring;
        facts.detected = facts.started;
        const QString text = say(facts, now()).body;
        QVERIFY2(
            text.contains(u"We fixed it at 16:31, and everything has been back to normal since "
                          "16:36. We are watching whether it stays that way."_s),
            qPrintable(text));
        QVERIFY2(text.contains(u"We noticed it straight away."_s), qPrintable(text));
        facts.detected = RoughInstant::exact(at("16:20"));
        QVERIFY(!say(facts, now()).body.contains(u"noticed it"_s));
    }

    void aPlanIsToldByItsStartAndLength()
    {
        Facts facts = maintenance();
        Window &window = facts.planned.front();
        window.inside = false;
        window.start = RoughInstant::about(support::utc("2026-11-23T01:00:00Z"), 15min);
        window.end = timing::plus(window.start, window.duration);
        const QString text = say(facts, now()).body;
        QVERIFY2(text.contains(u"and search around 01:00 London time on 23 November."_s),
                 qPrintable(text));
    }

    void severalThatNobodyListedAreToldAsOne()
    {
        Facts facts = over();
        facts.updatesBefore = 0;
        facts.effect = Effect::Down;
        facts.duration = RoughDuration::atLeast(45min);
        Window window;
        window.several = true;
        window.start = RoughInstant::between(at("12:00"), at("16:22"), timing::Precision::Daypart);
        window.end = window.start;
        window.duration = RoughDuration::between(5min, 40min);
        facts.actual = {window};
        QVERIFY2(
            say(facts, now())
                .body.startsWith(u"Hi, we had several outages of images on the afternoon of 22 "
                                 u"November, lasting "
                                 "between 5 and 40 minutes each, at least 45 minutes in all."_s),
            qPrintable(say(facts, now()).body));
        facts.actual[0].count = 3;
        QVERIFY(say(facts, now()).body.startsWith(u"Hi, we had 3 outages of images on"_s));
    }

    void examplesAreOfTheirTemplate()
    {
        QStringList inOrder = wording::templatesInOrder();
        inOrder.sort();
        QCOMPARE(inOrder, wording::templateNames());
        for (const QString &name : wording::templateNames()) {
            const Facts facts = wording::exampleFacts(name, u"Europe/London"_s, now());
            if (name != u"later_phase")
                QCOMPARE(wording::templateNameFor(facts), name);
            const auto text = wording::sayWith(wording::Template::builtIn(name), facts, now());
            QVERIFY2(fault(text.body, false).isEmpty(), qPrintable(name + u": "_s + text.body));
        }
    }

    void templatesNameOnlyWhatExists()
    {
        QVERIFY(wording::templateNames().size() >= 14);
        for (const QString &name : wording::templateNames()) {
            for (const auto &problem : wording::templateProblems(name, wording::builtInText(name)))
                QVERIFY2(false, qPrintable(name + u": "_s + problem.located()));
            QVERIFY(!wording::templateOccasion(name).isEmpty());
        }
    }

    void fieldsAreInTheVocabulary()
    {
        for (quint64 i = 0; i < 4000; ++i) {
            Combinations next(i * 31);
            const Facts facts = someFacts(next, i % 2);
            const auto fields = wording::postFields(
                facts, now(), Prediction{RoughDuration::atMost(30min), at("16:00")});
            for (const auto &[name, value] : fields.values)
                QVERIFY2(wording::isTemplateField(name), qPrintable(name));
            for (const QString &flag : fields.flags)
                QVERIFY2(wording::isTemplateCondition(flag), qPrintable(flag));
        }
    }

    void theFirstPost()
    {
        const auto text = say(running(), now());
        QCOMPARE(text.title, u"Images are not loading"_s);
        QCOMPARE(
            text.body,
            u"Hi, we have been having trouble with images since around 16:08 London time. What "
            "you may notice: images are missing on item pages. We are on it, and are looking "
            "for the cause.\n\n"
            "We hope to have it fixed within half an hour, and will write here again by "
            "16:45.\n\n"
            "We are sorry about this, and thank you for your patience."_s);
    }

    void theAllClearSaysWhatWasPredicted()
    {
        const Prediction predicted{RoughDuration::atMost(30min), at("16:22")};
        const QString body = say(over(), at("16:40"), predicted).body;
        QVERIFY2(body.contains(u"lasted from around 16:08 to 16:36 London time, about 28 minutes "
                               "in all."_s),
                 qPrintable(body));
        QVERIFY2(body.contains(u"The cause was a faulty disk in the image cache."_s),
                 qPrintable(body));
        QVERIFY2(body.contains(u"We wrote at 16:22 that we expected no more than half an hour; it "
                               "took 14 minutes from then."_s),
                 qPrintable(body));
        QVERIFY2(body.contains(u"The fault was ours. We are sorry"_s), qPrintable(body));
    }

    void aPredictionThatCameTrueIsCalledSo()
    {
        const Prediction predicted{RoughDuration::about(15min), at("16:22")};
        QVERIFY(say(over(), at("16:40"), predicted).body.contains(u"from then, as expected."_s));
    }

    void aChangeOfOurOwnIsAMistake()
    {
        Facts facts = over();
        facts.cause.trigger = u"change.operator"_s;
        QVERIFY(say(facts, now()).body.contains(u"This was our mistake."_s));
        facts.cause.attribution = Attribution::Provider;
        QVERIFY(!say(facts, now()).body.contains(u"sorry"_s));
    }

    void oneRetrospectivePost()
    {
        Facts facts = over();
        facts.entry = EntryMode::Retrospective;
        facts.updatesBefore = 0;
        facts.effect = Effect::Down;
        facts.started = RoughInstant::about(at("13:45"), 15min);
        facts.duration = RoughDuration::between(30min, 40min);
        facts.fixed = facts.backToNormal = {};
        const QString body = say(facts, now()).body;
        QVERIFY2(body.startsWith(u"Hi, we had an outage of between 30 and 40 minutes that began "
                                 "around 13:45 London time: images could not be reached."_s),
                 qPrintable(body));
    }

    void plannedWorkIsToldWithItsWindowAndLength()
    {
        const auto text = say(maintenance(), now());
        QCOMPARE(text.title, u"Planned work on the shop and search"_s);
        QVERIFY2(
            text.body.startsWith(
                u"Hi, we will be working on the shop and search between 01:00 and 02:00 London "
                "time on 23 November. You will see a maintenance page for no more than 10 "
                "minutes within that time."_s),
            qPrintable(text.body));
    }

    void laterPhasesAreTold()
    {
        Facts facts = maintenance();
        Window later;
        later.planned = true;
        later.effect = Effect::Degraded;
        later.duration = RoughDuration::about(1h);
        facts.planned.push_back(later);
        QVERIFY(say(facts, now())
                    .body.contains(
                        u"After that, things may be slow or incomplete for about an hour."_s));
    }

    void completedWorkIsComparedWithThePlan()
    {
        Facts facts = maintenance();
        facts.state = State::Completed;
        facts.status = PublicStatus::Completed;
        Window actual;
        actual.start = RoughInstant::exact(support::utc("2026-11-23T01:12:05Z"));
        actual.end = RoughInstant::exact(support::utc("2026-11-23T01:21:00Z"));
        facts.actual = {actual};
        facts.duration = RoughDuration::exact(8min + 55s);
        const auto later = support::utc("2026-11-23T01:30:00Z");
        QVERIFY2(say(facts, later)
                     .body.contains(
                         u"It ran from 01:12 to 01:21 London time. It took 9 minutes, as we had "
                         "expected."_s),
                 qPrintable(say(facts, later).body));
        facts.duration = RoughDuration::exact(18min);
        QVERIFY(
            say(facts, later)
                .body.contains(u"It took 18 minutes; we had expected no more than 10 minutes."_s));
    }

    void whatPeopleTypedIsNotATemplate()
    {
        Facts facts = running();
        facts.felt = u"[ours? {started.since}] | 100%1 <b>\n\nnew"_s;
        const QString body = say(facts, now()).body;
        QVERIFY(body.contains(u"[ours? {started.since}] | 100%1 <b> new."_s));
    }

    void theZoneOfTheIncidentIsUsed()
    {
        Facts facts = running();
        facts.zone = u"America/New_York"_s;
        QVERIFY(say(facts, now()).body.contains(u"since around 11:08 New York time"_s));
        facts.zone = u"Nowhere/Land"_s;
        QVERIFY(say(facts, now()).body.contains(u"since around 16:08 UTC"_s));
    }

    void theLastPredictionIsTheNewestThatReadersSaw()
    {
        Incident incident;
        QVERIFY(!wording::lastPrediction(incident));
        PostRevision seen;
        seen.estimate = RoughDuration::atMost(30min);
        seen.written = at("16:22");
        seen.seen = {Seen{}};
        PostRevision draft = seen;
        draft.estimate = RoughDuration::atMost(5min);
        draft.seen.clear();
        PostRevision without = seen;
        without.estimate = {};
        incident.posts = {seen, without, draft};
        QCOMPARE(*wording::lastPrediction(incident),
                 (Prediction{RoughDuration::atMost(30min), at("16:22")}));
    }
};

QTEST_GUILESS_MAIN(TestSay)
#include "tst_say.moc"
