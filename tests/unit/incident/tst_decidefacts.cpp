// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/factor.h"
#include "incident/valuesjson.h"
#include "support/refusals.h"

#include <QJsonArray>
#include <QTest>

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::liveOutage;
using support::Story;
using support::utc;
using support::windowFrom;

namespace {

const Instant begin = utc("2026-11-22T16:08:00Z");

RoughInstant at(Span after)
{
    return RoughInstant::exact(begin + after);
}

Story running()
{
    Story story(begin);
    story.must(liveOutage(at(0s)));
    story.pass(10min);
    return story;
}

AlertEvidence alert(const QString &id, Span after)
{
    AlertEvidence alert;
    alert.alert = id;
    alert.monitor = u"www"_s;
    alert.started = at(after);
    alert.detected = begin + after + 20s;
    alert.failingSamples = 2;
    return alert;
}

} // namespace

class TestDecideFacts : public QObject
{
    Q_OBJECT

private slots:
    void retitles()
    {
        Story story = running();
        TELL(story, Retitle{u"  Images and search are gone "_s});
        QCOMPARE(story.incident().title, u"Images and search are gone"_s);
        REFUSED(story, Input, u"needs a title"_s, Retitle{u"\t"_s});
        const std::size_t count = story.events().size();
        TELL(story, Retitle{story.incident().title});
        QCOMPARE(story.events().size(), count);
    }

    void severityIsOneToFour()
    {
        Story story = running();
        for (const int wrong : {-1, 0, 5})
            REFUSED(story, Input, u"from 1 (worst) to 4"_s, SetSeverity{wrong});
        TELL(story, SetSeverity{4});
        TELL(story, SetSeverity{1});
        QCOMPARE(story.incident().severity, 1);
    }

    void causeIsStated()
    {
        Story story = running();
        Cause cause;
        cause.status = CauseStatus::Suspected;
        REFUSED(story, Input, u"what the cause is"_s, StateCause{cause, {}});
        cause.text = u"a full disk"_s;
        TELL(story, (StateCause{cause, {}}));
        QVERIFY(!story.incident().milestone(Milestone::CauseIdentified).isKnown());
        cause.status = CauseStatus::Confirmed;
        cause.trigger = u"load.capacity"_s;
        TELL(story, (StateCause{cause, {}}));
        QCOMPARE(story.incident().milestone(Milestone::CauseIdentified), at(10min));
        story.pass(1h);
        cause.text = u"a full disk on the image server"_s;
        TELL(story, (StateCause{cause, {}}));
        QCOMPARE(story.incident().milestone(Milestone::CauseIdentified), at(10min));
        cause.trigger = u"bad luck"_s;
        REFUSED(story, Input, u"Choose one of these: change.deploy"_s, StateCause{cause, {}});
        cause.trigger = factorCodes().last();
        TELL(story, (StateCause{cause, {}}));
    }

    void whatElsePlayedAPartIsKept()
    {
        Story story = running();
        Cause cause;
        cause.status = CauseStatus::Confirmed;
        cause.text = u"a full disk"_s;
        cause.trigger = u"change.deploy"_s;
        const Factor load{u"load.capacity"_s, FactorRole::Contributing};
        const Factor skipped{u"change.operator"_s, FactorRole::Latent};
        cause.factors = {load, {u"bad luck"_s, FactorRole::Latent}};
        REFUSED(story, Input, u"“bad luck” is not one of the factors"_s, StateCause{cause, {}});
        cause.factors = {load, skipped, load};
        REFUSED(story, Input, u"“load.capacity” stands there twice"_s, StateCause{cause, {}});
        cause.factors = {load, skipped};
        TELL(story, (StateCause{cause, {}}));
        QCOMPARE(story.incident().cause.factors, (std::vector{load, skipped}));
        const QJsonObject json = toJson(cause);
        QCOMPARE(causeFromJson(json), std::optional(cause));
        QJsonObject damaged = json;
        damaged.insert(u"factors"_s, QJsonArray{QJsonObject{{u"code"_s, u"load.capacity"_s},
                                                            {u"role"_s, u"x"_s}}});
        QVERIFY(!causeFromJson(damaged));
    }

    void aProviderHasAName()
    {
        Story story = running();
        Cause cause;
        cause.status = CauseStatus::AwaitingProvider;
        REFUSED(story, Input, u"unnamed host"_s, StateCause{cause, {}});
        cause.status = CauseStatus::Unknown;
        for (const Attribution outside : {Attribution::Provider, Attribution::Shared}) {
            cause.attribution = outside;
            REFUSED(story, Input, u"which provider"_s, StateCause{cause, {}});
        }
        cause.provider = u"unnamed host"_s;
        TELL(story, (StateCause{cause, {}}));
    }

    void givingUpOnTheCauseTakesAReason()
    {
        Story story = running();
        StateCause command{{CauseStatus::WillNotKnow, {}, Attribution::Unknown, {}, {}}, {}};
        ASKS(story, u"why the cause will stay unknown"_s, command);
        QCOMPARE(story.incident().causeReason, u"because I saw it"_s);
    }

    void nobodyKnowsAfterwardsWhenTheCauseWasFound()
    {
        Story story(begin + 1h);
        OpenIncident command = liveOutage({});
        command.entry = EntryMode::Retrospective;
        command.state = State::Restored;
        command.windows = {windowFrom(at(0s), at(15min))};
        story.must(command);
        TELL(story, (StateCause{
                        {CauseStatus::Confirmed, u"a bad merge"_s, Attribution::Own, {}, {}}, {}}));
        QVERIFY(!story.incident().milestone(Milestone::CauseIdentified).isKnown());
    }

    void notes()
    {
        Story story = running();
        TELL(story, (AddNote{u"restarted the cache"_s, at(5min)}));
        QCOMPARE(story.events().back().occurred, at(5min));
        TELL(story, (AddNote{u"looks better"_s, {}}));
        QCOMPARE(story.events().back().occurred, at(10min));
        REFUSED(story, Input, u"Write what you saw"_s, AddNote{u" "_s, {}});
        REFUSED(story, Refused, u"not come yet"_s, AddNote{u"x"_s, at(12min)});
    }

    void alertsAreEvidence()
    {
        Story story = running();
        TELL(story, LinkAlert{alert(u"a"_s, 1min)});
        QCOMPARE(story.incident().milestone(Milestone::FirstAlert), at(80s));
        TELL(story, LinkAlert{alert(u"b"_s, 2min)});
        QCOMPARE(story.incident().milestone(Milestone::FirstAlert), at(80s));
        AlertEvidence over = alert(u"a"_s, 1min);
        over.ended = at(9min);
        TELL(story, LinkAlert{over});
        QCOMPARE(story.incident().alerts.size(), std::size_t(2));
        QCOMPARE(story.incident().alerts[0].ended, at(9min));
        const std::size_t count = story.events().size();
        TELL(story, LinkAlert{over});
        QCOMPARE(story.events().size(), count);
        REFUSED(story, Input, u"which alert"_s, LinkAlert{alert({}, 1min)});
        REFUSED(story, Refused, u"not come yet"_s, LinkAlert{alert(u"c"_s, 12min)});
    }

    void anAlertIsKeptAlsoWhereItContradictsTheStart()
    {
        Story story = running();
        TELL(story, LinkAlert{alert(u"a"_s, -1min)});
        QCOMPARE(story.incident().alerts.size(), std::size_t(1));
        QVERIFY(!story.incident().milestone(Milestone::FirstAlert).isKnown());
    }

    void anOldAlertSaysNothingAboutTheNewRound()
    {
        Story story = running();
        TELL(story, LinkAlert{alert(u"a"_s, 1min)});
        TELL(story, (Stamp{Milestone::BackToNormal, at(8min), Source::Manual, {}}));
        TELL(story, (Reopen{windowFrom(at(9min)), u"images are gone again"_s}));
        AlertEvidence over = alert(u"a"_s, 1min);
        over.ended = at(8min);
        TELL(story, LinkAlert{over});
        QVERIFY(!story.incident().milestone(Milestone::FirstAlert).isKnown());
        TELL(story, LinkAlert{alert(u"b"_s, 9min)});
        QVERIFY(story.incident().milestone(Milestone::FirstAlert).isKnown());
        TELL(story, LinkAlert{alert(u"b"_s, 9min)});
        QCOMPARE(story.incident().alerts[1].round, 2);
    }

    void stepsAreMarkedWithAReason()
    {
        Story story = running();
        MarkStep done{u"U6"_s, StepState::Done, {}, false};
        ASKS(story, u"how you know that this step is done"_s, done);
        MarkStep left{u"U12"_s, StepState::Skipped, {}, false};
        ASKS(story, u"why this step is left out"_s, left);
        const std::size_t count = story.events().size();
        TELL(story, done);
        QCOMPARE(story.events().size(), count);
        TELL(story, (MarkStep{u"U6"_s, StepState::Todo, {}, false}));
        QCOMPARE(story.incident().mark(u"U6"_s, 1)->state, StepState::Todo);
        REFUSED(story, NotFound, u"no step “M7”"_s,
                MarkStep{u"M7"_s, StepState::Done, u"x"_s, false});
        REFUSED(story, NotFound, u"no step"_s, MarkStep{{}, StepState::Done, u"x"_s, false});
    }

    void aMarkBelongsToItsRound()
    {
        Story story = running();
        TELL(story, (MarkStep{u"U7"_s, StepState::Done, u"restarted"_s, false}));
        TELL(story, (Stamp{Milestone::BackToNormal, at(8min), Source::Manual, {}}));
        TELL(story, (Reopen{windowFrom(at(9min)), u"images are gone again"_s}));
        QVERIFY(!story.incident().mark(u"U7"_s, 2));
        TELL(story, (MarkStep{u"U7"_s, StepState::Done, u"restarted"_s, true}));
        QVERIFY(story.incident().mark(u"U7"_s, 2)->automatic);
        QVERIFY(!story.incident().mark(u"U7"_s, 1)->automatic);
    }

    void sectionsAndExports()
    {
        Story story = running();
        REFUSED(story, Input, u"which section"_s, WriteSection{{}, u"x"_s});
        TELL(story, (WriteSection{u"summary"_s, u"It broke."_s}));
        const std::size_t count = story.events().size();
        TELL(story, (WriteSection{u"summary"_s, u"It broke."_s}));
        TELL(story, (WriteSection{u"impact"_s, {}}));
        QCOMPARE(story.events().size(), count);
        TELL(story, (WriteSection{u"summary"_s, {}}));
        QCOMPARE(story.incident().sections.at(u"summary"_s), QString());
        REFUSED(story, Input, u"Export the postmortem first"_s, RecordExport{u"md"_s, {}});
        TELL(story, (RecordExport{u"md"_s, u"ab12"_s}));
        QCOMPARE(story.incident().exports.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestDecideFacts)
#include "tst_decidefacts.moc"
