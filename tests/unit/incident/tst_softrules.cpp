// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rulestories.h"

#include <functional>
#include <QTest>

using namespace rules;

namespace {

struct Soft
{
    QByteArray rule;
    std::function<Story()> story;
    std::function<Command(const QString &reason)> odd;
    /// The same oddness once more, a little different: nobody is asked again.
    Command again;
    QString says;
};

Story told(Milestone milestone, Span after)
{
    Story story = restored();
    story.must(stamp(milestone, at(after)));
    return story;
}

Soft lateStamp(const QByteArray &rule, Milestone first, Milestone second, Span secondAt)
{
    Soft soft;
    soft.rule = rule;
    soft.story = [=] {
        return told(second, secondAt);
    };
    soft.odd = [=](const QString &reason) {
        return stamp(first, at(secondAt + 2min), reason);
    };
    soft.again = stamp(first, at(secondAt + 3min));
    soft.says = u"would come after"_s;
    return soft;
}

Soft oddWindowOf(const QByteArray &rule, const std::function<Story()> &story, const Window &window,
                 const Window &again, const QString &says)
{
    return {rule, story,
            [=](const QString &reason) {
                return PutWindow{numbered(window), reason};
            },
            PutWindow{numbered(again), {}}, says};
}

const std::vector<Soft> &softRules()
{
    const auto week = [] {
        Story story = running();
        story.jump(begin + 168h);
        return story;
    };
    static const std::vector<Soft> all{
        lateStamp("detected after back to normal", Milestone::Detected, Milestone::BackToNormal,
                  20min),
        lateStamp("fixed after back to normal", Milestone::Fixed, Milestone::BackToNormal, 20min),
        lateStamp("acknowledged before detected", Milestone::Detected, Milestone::Acknowledged,
                  5min),
        lateStamp("first post before detected", Milestone::Detected, Milestone::FirstPost, 5min),
        oddWindowOf("window over 24 h", week, windowFrom(at(0s), at(25h)),
                    windowFrom(at(0s), at(26h)), u"longer than a day"_s),
        oddWindowOf("start and end in the same minute", running, windowFrom(at(1s), at(20s)),
                    windowFrom(at(1s), at(30s)), u"in the same minute"_s),
        oddWindowOf("start over 5 min from the evidence", watched, windowFrom(at(6min)),
                    windowFrom(at(7min)), u"saw it begin at another time"_s),
        oddWindowOf("end over 5 min from the evidence", watched, windowFrom(at(0s), at(26min)),
                    windowFrom(at(0s), at(27min)), u"saw it end at another time"_s),
    };
    return all;
}

/// Wherever the reason of the newest change is kept.
QStringList reasonsIn(const Story &story)
{
    QStringList reasons;
    for (const Event &event : story.events()) {
        if (const auto *set = std::get_if<MilestoneSet>(&event.payload))
            reasons << set->reason;
        if (const auto *set = std::get_if<WindowSet>(&event.payload))
            reasons << set->reason;
    }
    return reasons;
}

} // namespace

/// Every soft rule on time by its name: it asks once, and keeps the answer.
class TestSoftRules : public QObject
{
    Q_OBJECT

private slots:
    void softRulesAskOnce_data() { rowsOf(softRules()); }

    void softRulesAskOnce()
    {
        QFETCH(int, index);
        const Soft &rule = softRules()[std::size_t(index)];
        Story story = rule.story();
        REFUSED(story, NeedsReason, rule.says, rule.odd({}));
        REFUSED(story, NeedsReason, rule.says, rule.odd(u"  "_s));
        TELL(story, rule.odd(u"recovered before the fix"_s));
        QVERIFY(reasonsIn(story).contains(u"recovered before the fix"_s));
        TELL(story, rule.again);
    }

    void whatMayBeInOrderIsNotAskedAbout()
    {
        Story story = restored();
        TELL(story,
             stamp(Milestone::Detected, RoughInstant::between(begin + 20min, begin + 25min)));
    }

    void theOtherSideIsAskedOnceToo()
    {
        Story story = told(Milestone::Detected, 15min);
        const Stamp early = stamp(Milestone::BackToNormal, at(10min));
        REFUSED(story, NeedsReason, u"“noticed” would come after “back to normal”"_s, early);
        TELL(story, stamp(Milestone::BackToNormal, at(10min), u"it healed by itself"_s));
        TELL(story, stamp(Milestone::BackToNormal, at(9min)));
    }

    void anEndThatMovesBackToNormalAsks()
    {
        Story story = told(Milestone::Fixed, 19min);
        PutWindow command{numbered(windowFrom(at(0s), at(10min))), {}};
        ASKS(story, u"“fixed” would come after “back to normal”"_s, command);
        QCOMPARE(story.incident().milestone(Milestone::BackToNormal), at(10min));
    }

    void whatIsToldAfterwardsAsksToo()
    {
        Story story(begin + 2h);
        OpenIncident command = liveOutage({});
        command.entry = EntryMode::Retrospective;
        command.state = State::Restored;
        command.windows = {windowFrom(at(0s), at(10min))};
        command.detected = at(15min);
        ASKS(story, u"“noticed” would come after “back to normal”"_s, command);
        QCOMPARE(story.incident().milestoneRow(Milestone::BackToNormal)->reason,
                 u"because I saw it"_s);
    }
};

QTEST_GUILESS_MAIN(TestSoftRules)
#include "tst_softrules.moc"
