// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/refusals.h"

#include <functional>
#include <map>
#include <QTest>

using namespace incident;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::liveOutage;
using support::Story;
using support::utc;
using support::windowFrom;

namespace {

// A Sunday.
const Instant begin = utc("2026-11-22T16:08:00Z");

RoughInstant at(int minute)
{
    return RoughInstant::exact(begin + std::chrono::minutes(minute));
}

Stamp stamp(Milestone milestone, int minute)
{
    return {milestone, at(minute), Source::Manual, {}};
}

/// "U1+ U2@7 U3* U4. U12-": done, to do and due in that minute, to do, not yet, not asked for.
/// The next step stands at the end.
QString shown(const std::vector<StepStatus> &steps)
{
    QStringList words;
    for (const StepStatus &status : steps) {
        QString word = status.step.id;
        if (status.state == StepState::Done)
            word += u'+';
        else if (status.state != StepState::Todo)
            word += u'-';
        else if (!status.active)
            word += u'.';
        else if (!status.due)
            word += u'*';
        else
            word += u'@' + QString::number((*status.due - begin) / 1min);
        words << word;
    }
    const StepStatus *next = nextStep(steps);
    return words.join(u' ') + (next ? u" next "_s + next->step.id : QString());
}

/// What happens, minute by minute: an alert, an outage of half an hour, and it comes back.
std::map<int, std::function<void(Story &)>> events()
{
    std::map<int, std::function<void(Story &)>> events;
    events[2] = [](Story &story) {
        OpenIncident command = liveOutage({});
        command.state = State::Suspected;
        AlertEvidence alert;
        alert.alert = u"a1"_s;
        alert.started = RoughInstant::between(begin, begin + 1min);
        alert.detected = begin + 2min;
        alert.failingSamples = 2;
        command.alert = alert;
        command.windows = {windowFrom(alert.started)};
        story.must(command);
    };
    events[3] = [](Story &story) {
        story.must(stamp(Milestone::Detected, 3));
    };
    events[4] = [](Story &story) {
        story.must(stamp(Milestone::Acknowledged, 4));
    };
    events[6] = [](Story &story) {
        Window window = *story.incident().window(1);
        window.felt = u"images are missing"_s;
        window.components = {u"images"_s};
        story.must(PutWindow{window, {}});
        story.must(SetSeverity{2});
    };
    events[7] = [](Story &story) {
        story.publish(u"r1"_s, PublicStatus::Investigating, at(37));
    };
    events[15] = [](Story &story) {
        story.must(StateCause{
            {CauseStatus::Suspected, u"a full disk"_s, Attribution::Unknown, {}, {}}, {}});
    };
    events[25] = [](Story &story) {
        story.must(stamp(Milestone::Fixed, 25));
    };
    events[30] = [](Story &story) {
        story.must(stamp(Milestone::BackToNormal, 30));
    };
    events[36] = [](Story &story) {
        story.publish(u"r2"_s, PublicStatus::Resolved);
    };
    events[70] = [](Story &story) {
        story.must(StateCause{
            {CauseStatus::Confirmed, u"a full disk"_s, Attribution::Own, {}, u"load.capacity"_s},
            {}});
    };
    events[80] = [](Story &story) {
        story.must(Advance{State::Review, {}});
    };
    events[90] = [](Story &story) {
        story.must(RecordExport{u"md"_s, u"ab12"_s});
    };
    events[100] = [](Story &story) {
        story.must(Advance{State::Closed, {}});
    };
    events[200] = [](Story &story) {
        story.must(Reopen{windowFrom(at(195)), u"the alert fired again"_s});
    };
    events[204] = [](Story &story) {
        story.publish(u"r3"_s, PublicStatus::Identified);
    };
    events[206] = [](Story &story) {
        story.must(stamp(Milestone::Acknowledged, 206));
    };
    events[230] = [](Story &story) {
        story.must(stamp(Milestone::Fixed, 229));
        story.must(stamp(Milestone::BackToNormal, 230));
    };
    events[235] = [](Story &story) {
        story.publish(u"r4"_s, PublicStatus::Resolved);
    };
    events[265] = [](Story &story) {
        story.must(Advance{State::Review, {}});
    };
    events[266] = [](Story &story) {
        story.must(Advance{State::Closed, {}});
    };
    return events;
}

/// What the checklist shows from that minute on.
const std::map<int, QString> expected{
    {2, u"U1+ U2@7 U3. U4. U5. U6. U7. U8. U9. U10. U11. U12. next U2"_s},
    {3, u"U1+ U2@7 U3* U4@8 U5. U6* U7* U8. U9. U10. U11. U12. next U2"_s},
    {4, u"U1+ U2+ U3* U4@8 U5. U6* U7* U8. U9. U10. U11. U12. next U4"_s},
    {6, u"U1+ U2+ U3+ U4@8 U5. U6* U7* U8. U9. U10. U11. U12. next U4"_s},
    {7, u"U1+ U2+ U3+ U4+ U5@37 U6* U7* U8. U9. U10. U11. U12. next U5"_s},
    {15, u"U1+ U2+ U3+ U4+ U5@37 U6+ U7* U8. U9. U10. U11. U12. next U5"_s},
    {25, u"U1+ U2+ U3+ U4+ U5@37 U6+ U7+ U8* U9. U10. U11. U12. next U5"_s},
    {30, u"U1+ U2+ U3+ U4+ U5@37 U6+ U7+ U8@60 U9@37 U10* U11+ U12. next U5"_s},
    {31, u"U1+ U2+ U3+ U4+ U5@37 U6+ U7+ U8@61 U9@37 U10* U11+ U12. next U5"_s},
    {36, u"U1+ U2+ U3+ U4+ U5+ U6+ U7+ U8@61 U9+ U10* U11+ U12. next U8"_s},
    {61, u"U1+ U2+ U3+ U4+ U5+ U6+ U7+ U8+ U9+ U10* U11+ U12. next U10"_s},
    {70, u"U1+ U2+ U3+ U4+ U5+ U6+ U7+ U8+ U9+ U10+ U11+ U12."_s},
    // Friday, half past five.
    {80, u"U1+ U2+ U3+ U4+ U5+ U6+ U7+ U8+ U9+ U10+ U11+ U12@7280 next U12"_s},
    {90, u"U1+ U2+ U3+ U4+ U5+ U6+ U7+ U8+ U9+ U10+ U11+ U12+"_s},
    // Readers still see the all-clear: that comes first.
    {200, u"U1+ U2@205 U3+ U4+ U5@203 U6+ U7* U8. U9. U10+ U11+ U12+ next U5"_s},
    {204, u"U1+ U2@205 U3+ U4+ U5@224 U6+ U7* U8. U9. U10+ U11+ U12+ next U2"_s},
    {206, u"U1+ U2+ U3+ U4+ U5@224 U6+ U7* U8. U9. U10+ U11+ U12+ next U5"_s},
    {230, u"U1+ U2+ U3+ U4+ U5+ U6+ U7+ U8@260 U9@240 U10+ U11+ U12+ next U9"_s},
    {235, u"U1+ U2+ U3+ U4+ U5+ U6+ U7+ U8@260 U9+ U10+ U11+ U12+ next U8"_s},
    {260, u"U1+ U2+ U3+ U4+ U5+ U6+ U7+ U8+ U9+ U10+ U11+ U12+"_s},
};

/// What the monitors say: green since the minute after it was back, not while it was down again.
std::optional<Instant> greenSince(int minute)
{
    if (minute < 31 || (minute >= 195 && minute < 230))
        return std::nullopt;
    return begin + std::chrono::minutes(minute < 195 ? 31 : 230);
}

} // namespace

class TestUnplannedLife : public QObject
{
    Q_OBJECT

private slots:
    void minuteByMinute()
    {
        const auto script = events();
        Story story(begin);
        for (int minute = 2; minute <= 280; ++minute) {
            story.jump(begin + std::chrono::minutes(minute));
            if (const auto event = script.find(minute); event != script.end())
                event->second(story);
            const Surroundings surroundings{story.now(), greenSince(minute)};
            for (const MarkStep &mark :
                 marksToKeep(story.incident(), evaluate(story.incident(), surroundings)))
                story.must(mark);
            const QString wanted = std::prev(expected.upper_bound(minute))->second;
            const QString is = shown(evaluate(story.incident(), surroundings));
            QVERIFY2(
                is == wanted,
                qPrintable(u"minute %1\n  is     %2\n  wanted %3"_s.arg(minute).arg(is, wanted)));
        }
        QCOMPARE(story.incident().state, State::Closed);
        QCOMPARE(story.incident().round, 2);
        for (const Promise &promise : story.incident().promises)
            QCOMPARE(promise.status, PromiseStatus::Kept);
    }
};

QTEST_GUILESS_MAIN(TestUnplannedLife)
#include "tst_unplannedlife.moc"
