// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guards.h"
#include "invariants.h"
#include "randomcommand.h"

#include <QTest>

using namespace incident;
using namespace Qt::StringLiterals;

namespace {

constexpr int walksPerSeed = 212;
constexpr int stepsPerWalk = 80;

/// What the walks have come to, so that they cannot pass by doing nothing.
struct Coverage
{
    std::set<State> states;
    std::set<std::size_t> accepted;
    std::set<std::size_t> refused;
    int rounds = 1;
    int steps = 0;
};

QString faultOfStep(support::Story &story, const Command &command, Coverage &coverage)
{
    const Incident before = story.incident();
    const std::size_t count = story.events().size();
    const Occasion occasion{story.now(), u"sam"_s};
    const bool thorough = coverage.steps % 5 == 0;
    if (thorough && decide(before, command, occasion) != decide(before, command, occasion))
        return u"it answers once this way and once that way"_s;
    const base::Done done = story.tell(command);
    ++coverage.steps;
    if (!done) {
        coverage.refused.insert(command.index());
        if (story.incident() != before || story.events().size() != count)
            return u"a refusal changed something"_s;
        const QString sentence = done.error().text;
        return sentence.endsWith(u'.') ? QString() : u"no sentence: "_s + sentence;
    }
    coverage.accepted.insert(command.index());
    const Incident &after = story.incident();
    coverage.states.insert(after.state);
    coverage.rounds = std::max(coverage.rounds, after.round);
    using namespace invariants;
    for (const QString &fault :
         {faultOfEvents(before, story.events(), count, command), faultOfHistory(before, after),
          faultOfRounds(before, after, command), faultOfTimes(after, story.now()),
          faultOfState(after), faultOfGuards(before, after, command, story.now()),
          faultOfReopening(before, after, command, story.now()),
          faultOfReach(before, story.events(), count, command),
          faultOfSilence(before, after, command), faultOfValues(after, story.events(), count),
          thorough ? faultOfFight(after, story.now()) : QString(),
          thorough ? faultOfChecklist(after, {story.now(), after.opened}) : QString()}) {
        if (!fault.isEmpty())
            return fault;
    }
    return {};
}

QString walk(RandomCommand &random, Coverage &coverage)
{
    support::Story story(support::utc("2026-03-28T22:00:00Z"));
    for (int step = 0; step < stepsPerWalk; ++step) {
        story.pass(random.pause());
        const Incident &incident = story.incident();
        const Command command = !incident.exists() ? random.first(story.now())
                                : random.oneIn(3)  ? random.onwards(incident, story.now())
                                                   : random.next(incident, story.now());
        const QString fault = faultOfStep(story, command, coverage);
        if (!fault.isEmpty())
            return u"step %1, command %2: %3"_s.arg(step).arg(command.index()).arg(fault);
    }
    return fold(story.events()) == story.incident() ? QString() : u"the fold is another"_s;
}

} // namespace

class TestWalk : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleHoldsAfterEveryCommand_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 2U, 3U, 5U, 8U, 13U})
            QTest::addRow("%u", seed) << seed;
    }

    void everyRuleHoldsAfterEveryCommand()
    {
        QFETCH(quint32, seed);
        RandomCommand random(seed);
        for (int i = 0; i < walksPerSeed; ++i) {
            const QString fault = walk(random, m_coverage);
            QVERIFY2(fault.isEmpty(), qPrintable(u"walk %1, %2"_s.arg(i).arg(fault)));
        }
    }

    void theWalksHaveBeenEverywhere()
    {
        QVERIFY(m_coverage.steps >= 100'000);
        for (const auto &row : base::EnumNames<State>::table)
            QVERIFY2(m_coverage.states.contains(row.value), row.name);
        for (std::size_t i = 0; i < std::variant_size_v<Command>; ++i) {
            QVERIFY2(m_coverage.accepted.contains(i), qPrintable(QString::number(i)));
            QVERIFY2(m_coverage.refused.contains(i), qPrintable(QString::number(i)));
        }
        QVERIFY(m_coverage.rounds > 2);
    }

private:
    Coverage m_coverage;
};

QTEST_GUILESS_MAIN(TestWalk)
#include "tst_walk.moc"
