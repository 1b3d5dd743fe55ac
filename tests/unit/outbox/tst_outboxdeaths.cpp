// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakes.h"

#include <QTest>

using namespace fakes;
using outbox::Company;
using outbox::Outbox;
using support::ManualClock;
using support::utc;

namespace {

constexpr int runs = 1000;
const QStringList targets{u"one"_s, u"two"_s};

/// One run: some revisions for two targets, and processes that end early until all is done.
class Run
{
public:
    explicit Run(unsigned seed)
        : m_dice(seed)
    {
        const int revisions = 1 + int(m_dice() % 4);
        for (int i = 0; i < revisions; ++i) {
            for (const QString &target : targets)
                m_queue.put(u"r%1"_s.arg(i), target, m_clock.now());
        }
    }

    void live()
    {
        for (m_lives = 1; !isDone() && m_lives < 60; ++m_lives) {
            m_life.begin(m_lives < 40 ? int(m_dice() % 40) : -1);
            liveOnce();
            const bool restored = m_dice() % 20 == 0;
            if (restored)
                restoreFromBackup();
            m_clock.advance(std::chrono::seconds(m_dice() % 400));
        }
    }

    [[nodiscard]] QString fault() const
    {
        if (!isDone())
            return u"lost: not everything was brought to its target"_s;
        if (m_recorder.falseSeen)
            return u"false seen"_s;
        for (const Intent &intent : m_queue.all()) {
            if (m_recorder.times.at(intent.key) != 1)
                return u"recorded more than once: "_s + intent.key;
            if (m_servers.at(intent.target).count(intent.revision) != 1)
                return u"duplicate: "_s + intent.key;
        }
        for (const QString &target : targets) {
            const auto &posts = m_servers.at(target).posts;
            if (!std::is_sorted(posts.begin(), posts.end()))
                return u"out of order at "_s + target;
        }
        return {};
    }

    [[nodiscard]] int lives() const { return m_lives; }

private:
    void liveOnce()
    {
        MortalQueue queue(m_queue, m_life);
        std::vector<std::shared_ptr<FakePage>> pages;
        Outbox outbox(queue, m_recorder, threadFor, m_clock, [this] { return chance(); });
        for (const QString &target : targets) {
            pages.push_back(std::make_shared<FakePage>(target, m_servers[target], m_life,
                                                       [this](const char *) { return mood(); }));
            outbox.setPage(pages.back());
        }
        outbox.start(m_dice() % 2 ? Company::Alone : Company::Possible);
        for (int turn = 0; turn < 400 && !m_life.isOver() && !isDone(); ++turn) {
            for (int i = 0; i < 4; ++i)
                QCoreApplication::processEvents();
            // The clock of a machine may also be set back.
            const bool back = m_dice() % 30 == 0;
            m_clock.advance(back ? -3600s : std::chrono::seconds(m_dice() % 60));
            outbox.wake();
        }
    }

    /// What was accepted and not yet seen is gone again.
    void restoreFromBackup()
    {
        for (const Intent &intent : m_queue.all()) {
            auto &posts = m_servers[intent.target].posts;
            const bool newest = !posts.empty() && posts.back() == intent.revision;
            if (intent.state != IntentState::Seen && newest)
                posts.pop_back();
        }
    }

    [[nodiscard]] bool isDone() const
    {
        return std::ranges::all_of(
            m_queue.all(), [](const Intent &intent) { return intent.state == IntentState::Seen; });
    }

    double chance() { return double(m_dice() % 1000) / 999; }

    Mood mood()
    {
        switch (m_dice() % 10) {
        case 0:
            return Mood::Before;
        case 1:
            return Mood::After;
        case 2:
            return Mood::Busy;
        default:
            return Mood::Well;
        }
    }

    std::mt19937 m_dice;
    ManualClock m_clock{utc("2026-11-22T16:08:00Z")};
    Life m_life;
    MemoryQueue m_queue;
    std::map<QString, Server> m_servers;
    FakeRecorder m_recorder{m_queue, m_life, m_servers};
    int m_lives = 0;
};

} // namespace

/// Nothing twice, nothing lost, nothing called published that is not, whenever the process ends.
class TestOutboxDeaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyLives();
    void theTestCanFail();
};

void TestOutboxDeaths::manyLives()
{
    int lives = 0;
    for (unsigned seed = 1; seed <= runs; ++seed) {
        Run run(seed);
        run.live();
        QVERIFY2(run.fault().isEmpty(), qPrintable(u"run %1: %2"_s.arg(seed).arg(run.fault())));
        lives += run.lives();
    }
    // Most runs must have ended in the middle of something.
    QVERIFY(lives > 2 * runs);
}

void TestOutboxDeaths::theTestCanFail()
{
    Life life;
    std::map<QString, Server> servers;
    MemoryQueue queue;
    queue.put(u"r"_s, u"one"_s, {});
    FakeRecorder recorder(queue, life, servers);
    QVERIFY(recorder.seen(queue.all().front(), {u"r"_s, {}}));
    QCOMPARE(recorder.falseSeen, 1);
    servers[u"one"_s].posts = {u"r"_s, u"r"_s};
    QCOMPARE(servers[u"one"_s].count(u"r"_s), 2);
}

QTEST_GUILESS_MAIN(TestOutboxDeaths)
#include "tst_outboxdeaths.moc"
