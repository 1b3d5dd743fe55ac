// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fault/targets/exactlyonce.h"

#include "base/promised.h"

#include <QElapsedTimer>
#include <QTest>

namespace faulttest {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using fakes::Mishap;

namespace {

/// In the order of the scripts.
constexpr Mishap mishaps[] = {Mishap::SilentBefore,  Mishap::SilentAfter, Mishap::ResetBefore,
                              Mishap::ResetAfter,    Mishap::HalfAnswer,  Mishap::Fault500,
                              Mishap::Fault500After, Mishap::SlowDown,    Mishap::Upgrade,
                              Mishap::Captive,       Mishap::Redirect,    Mishap::WrongPassword};
constexpr auto longestLife = 20s;
const QString incident = u"0193a000-0000-7000-8000-0000abcd1234"_s;

QString revisionOf(int number)
{
    return u"r%1"_s.arg(number);
}

/// Writes down that a revision was seen, and whether readers could.
class Witness final : public outbox::Recorder
{
public:
    Witness(outbox::Queue &queue, Subject &subject, fakes::Life &life, QString &url, Tally &tally)
        : m_queue(queue)
        , m_subject(subject)
        , m_life(life)
        , m_url(url)
        , m_tally(tally)
    {}

    base::Done seen(const ledger::Intent &intent, const publish::Receipt &receipt) override
    {
        if (!m_life.step())
            return base::fail(base::ErrorKind::Storage, u"ended"_s);
        const publish::Thread thread = wholeThread(receipt.url);
        m_tally.falseSeen += m_subject.isPublic(thread, intent.revision) ? 0 : 1;
        m_url = receipt.url;
        return m_queue.update(intent);
    }

private:
    outbox::Queue &m_queue;
    Subject &m_subject;
    fakes::Life &m_life;
    QString &m_url; ///< where it was seen
    Tally &m_tally;
};

bool isFinished(const fakes::MemoryQueue &queue)
{
    return std::all_of(queue.all().begin(), queue.all().end(), [](const ledger::Intent &intent) {
        return intent.state == ledger::IntentState::Seen;
    });
}

/// What goes on around the program in one run.
class World
{
public:
    World(unsigned seed, Script script, const MakeSubject &make, Tally &tally)
        : m_random(seed)
        , m_script(script)
        , m_tally(tally)
        , m_subject(make(m_clock))
        , m_mortal(m_queue, m_life)
        , m_witness(m_mortal, *m_subject, m_life, m_url, tally)
    {
        for (int number = 1; number <= updates; ++number)
            m_queue.put(revisionOf(number), target, m_clock.now());
        if (fakes::FakeSite *site = m_subject->site())
            site->mishap = [this] {
                return nextMishap();
            };
    }

    void play()
    {
        for (int lives = 0; lives < 40 && !isFinished(m_queue); ++lives) {
            const bool mortal = is(Script::KilledAnywhere) && lives < 6;
            m_life.begin(mortal ? int(m_random() % 12) + 1 : -1);
            live();
            m_tally.deaths += m_life.isOver() ? 1 : 0;
        }
        m_over = true;
        judge();
    }

private:
    [[nodiscard]] bool is(Script script) const
    {
        return m_script == script || m_script == Script::EverythingAtOnce;
    }

    [[nodiscard]] bool chance(unsigned oneIn) { return m_random() % oneIn == 0; }

    Mishap nextMishap()
    {
        const bool all = m_script == Script::EverythingAtOnce;
        m_networkFails = m_networkFails || (is(Script::NetworkGone) && !m_over && chance(6));
        // An update takes several requests: with more mishaps among them hardly any would get
        // through.
        if (m_over || (!all && int(m_script) >= int(std::size(mishaps))) || !chance(all ? 6 : 3))
            return Mishap::None;
        ++m_tally.mishaps;
        return mishaps[all ? m_random() % std::size(mishaps) : size_t(m_script)];
    }

    struct Console
    {
        http::NetworkClient client;
        std::unique_ptr<outbox::Outbox> box;
        std::shared_ptr<publish::StatusPage> page;
    };

    std::unique_ptr<Console> openConsole(outbox::Company company)
    {
        auto console = std::make_unique<Console>();
        console->box = std::make_unique<outbox::Outbox>(
            m_mortal, m_witness,
            [this](const ledger::Intent &intent) -> base::Result<publish::Thread> {
                return threadFor(intent);
            },
            m_clock, [this] { return double(m_random() % 100) / 100; });
        console->page = m_subject->page(console->client);
        console->box->setPage(console->page);
        console->box->start(company);
        return console;
    }

    /// As the ledger has it: what was seen already, and this one.
    [[nodiscard]] publish::Thread threadFor(const ledger::Intent &wanted) const
    {
        publish::Thread thread = wholeThread(m_url);
        std::erase_if(thread.updates, [&](const publish::Update &update) {
            const auto intent = m_queue.find(ledger::intentKey(update.revision, target));
            return update.revision != wanted.revision &&
                   (*intent)->state != ledger::IntentState::Seen;
        });
        thread.title = thread.updates.back().title;
        return thread;
    }

    /// One life of the program: until all is seen, it dies, or nothing moves any more.
    void live()
    {
        std::vector<std::unique_ptr<Console>> consoles;
        const bool company = is(Script::TwoConsoles);
        for (int i = 0; i < (company ? 2 : 1); ++i)
            consoles.push_back(
                openConsole(company ? outbox::Company::Possible : outbox::Company::Alone));
        QElapsedTimer elapsed;
        elapsed.start();
        while (!isFinished(m_queue) && !m_life.isOver() &&
               elapsed.elapsed() < std::chrono::milliseconds(longestLife).count()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            for (const auto &console : consoles)
                clickImpatiently(*console->box);
            if (m_networkFails)
                setNetwork(false);
            const bool idle =
                std::all_of(consoles.begin(), consoles.end(),
                            [](const auto &console) { return console->box->isIdle(); });
            if (!idle)
                continue;
            // Claims between consoles are kept by the clock: it may jump between requests only.
            if (is(Script::ClockJumps) && chance(10))
                m_clock.advance(chance(2) ? 26h : -3h);
            lookAfter(consoles);
        }
        setNetwork(true);
    }

    /// At what waits. What was given up has a question to answer first: see lookAfter().
    void clickImpatiently(outbox::Outbox &box)
    {
        if (!is(Script::DoubleClick) || !chance(3))
            return;
        for (const ledger::Intent &intent : m_queue.all()) {
            if (intent.state != ledger::IntentState::Failed)
                static_cast<void>(box.retry(intent.key));
        }
    }

    /// The engineer: waits, corrects the password, tries again what was given up.
    void lookAfter(const std::vector<std::unique_ptr<Console>> &consoles)
    {
        if (is(Script::RestoredFromBackup) && chance(6)) {
            if (chance(2))
                m_subject->takeBackup();
            else if (!isFinished(m_queue))
                m_subject->restoreBackup();
        }
        m_clock.advance(11min);
        m_networkFails = false;
        setNetwork(true);
        for (const ledger::Intent &intent : m_queue.all()) {
            if (intent.state != ledger::IntentState::Failed)
                continue;
            // Whichever console gets round to it first.
            for (const auto &console : consoles)
                console->page->overwriteNext(incident);
            static_cast<void>(consoles.back()->box->retry(intent.key));
            if (is(Script::DoubleClick))
                static_cast<void>(consoles.front()->box->retry(intent.key));
        }
        for (const auto &console : consoles)
            console->box->resume(target);
    }

    void setNetwork(bool there)
    {
        fakes::FakeSite *site = m_subject->site();
        if (!site || site->isListening() == there)
            return;
        if (m_port == 0)
            m_port = site->serverPort();
        if (there)
            QVERIFY(site->listen(QHostAddress::LocalHost, m_port));
        else
            site->close();
    }

    void judge()
    {
        if (!isFinished(m_queue)) {
            ++m_tally.unfinished;
            return;
        }
        const publish::Thread thread = wholeThread(m_url);
        m_tally.duplicates += std::max(0, m_subject->threads() - 1);
        for (int number = 1; number <= updates; ++number) {
            const int copies = m_subject->copies(thread, number);
            m_tally.duplicates += std::max(0, copies - 1);
            m_tally.lost += copies == 0 ? 1 : 0;
        }
    }

    std::mt19937 m_random;
    Script m_script;
    Tally &m_tally;
    support::ManualClock m_clock{support::utc("2026-11-22T16:20:00Z")};
    std::unique_ptr<Subject> m_subject;
    fakes::MemoryQueue m_queue;
    fakes::Life m_life;
    fakes::MortalQueue m_mortal;
    QString m_url;
    Witness m_witness;
    quint16 m_port = 0;
    bool m_networkFails = false; ///< from the next request on, until somebody looks after it
    bool m_over = false;
};

} // namespace

publish::Thread wholeThread(const QString &url)
{
    publish::Thread thread;
    thread.key = incident;
    thread.permalink = u"2026-11-22-images-abcd1234"_s;
    thread.zone = u"Europe/London"_s;
    thread.url = url;
    for (int number = 1; number <= updates; ++number) {
        publish::Update update;
        update.key = update.revision = revisionOf(number);
        update.number = number;
        update.title = u"Title %1"_s.arg(number);
        update.body = u"Text %1 of it."_s.arg(number);
        update.publishedAt = support::utc("2026-11-22T16:14:00Z");
        thread.updates.push_back(update);
    }
    thread.title = thread.updates.back().title;
    return thread;
}

QFuture<base::Result<secret::Secret>> password()
{
    return base::ready(base::Result<secret::Secret>(secret::Secret("pw")));
}

void run(unsigned seed, Script script, const MakeSubject &make, Tally &tally)
{
    ++tally.runs;
    World(seed, script, make, tally).play();
}

Tally runAll(const char *name, const MakeSubject &make)
{
    bool said = false;
    const int wanted = qEnvironmentVariableIntValue("WATCHKEEPER_FAULT_RUNS", &said);
    const int runs = said ? wanted : 2 * scriptCount;
    Tally tally;
    for (int seed = 1; seed <= runs; ++seed) {
        const Tally before = tally;
        run(unsigned(seed), Script(seed % scriptCount), make, tally);
        if (tally.duplicates + tally.lost + tally.falseSeen + tally.unfinished >
            before.duplicates + before.lost + before.falseSeen + before.unfinished)
            qWarning("%s: seed %d, script %d: %d duplicates, %d lost, %d false, %d unfinished",
                     name, seed, seed % scriptCount, tally.duplicates, tally.lost, tally.falseSeen,
                     tally.unfinished);
    }
    qInfo("%s: %d runs of %d scripts, %d mishaps, %d deaths: %d duplicates, %d lost, %d falsely "
          "called published",
          name, tally.runs, scriptCount, tally.mishaps, tally.deaths, tally.duplicates, tally.lost,
          tally.falseSeen);
    return tally;
}

} // namespace faulttest
