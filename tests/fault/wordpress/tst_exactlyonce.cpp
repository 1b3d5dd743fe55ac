// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakewordpress.h"
#include "http/networkclient.h"
#include "unit/outbox/fakes.h"
#include "wordpress/wordpresspage.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using fakes::FakeWordPress;
using fakes::Mishap;

namespace {

constexpr int runs = 40;
constexpr int updates = 3;
const QString target = u"ops"_s;

constexpr Mishap mishaps[] = {Mishap::SilentBefore,  Mishap::SilentAfter,   Mishap::ResetBefore,
                              Mishap::ResetAfter,    Mishap::HalfAnswer,    Mishap::Fault500,
                              Mishap::Fault500After, Mishap::SlowDown,      Mishap::Upgrade,
                              Mishap::Captive,       Mishap::WrongPassword, Mishap::Redirect};

/// The thread as it is when its update `count` goes out: every earlier one stands there.
publish::Thread threadUpTo(const QString &incident, int count)
{
    publish::Thread thread;
    thread.key = incident;
    thread.zone = u"Europe/London"_s;
    for (int number = 1; number <= count; ++number) {
        publish::Update update;
        update.key = update.revision = u"%1-r%2"_s.arg(incident).arg(number);
        update.number = number;
        update.title = u"Title %1"_s.arg(number);
        update.body = u"Text %1 of it."_s.arg(number);
        update.publishedAt = support::utc("2026-11-22T16:14:00Z");
        thread.updates.push_back(update);
    }
    thread.title = thread.updates.back().title;
    return thread;
}

/// Writes down that a revision was seen, and whether readers could.
class Witness final : public outbox::Recorder
{
public:
    Witness(outbox::Queue &queue, const FakeWordPress &site, fakes::Life &life)
        : m_queue(queue)
        , m_site(site)
        , m_life(life)
    {}

    base::Done seen(const ledger::Intent &intent, const publish::Receipt &) override
    {
        if (!m_life.step())
            return base::fail(base::ErrorKind::Storage, u"ended"_s);
        const bool there = std::any_of(m_site.posts.begin(), m_site.posts.end(), [&](auto &entry) {
            return entry.second.status == "publish"_L1 &&
                   wordpress::shows(entry.second.html, intent.revision);
        });
        falseSeen += there ? 0 : 1;
        return m_queue.update(intent);
    }

    int falseSeen = 0;

private:
    outbox::Queue &m_queue;
    const FakeWordPress &m_site;
    fakes::Life &m_life;
};

publish::TargetSpec targetAt(const FakeWordPress &site)
{
    publish::TargetSpec spec;
    spec.name = target;
    spec.label = u"Ops blog"_s;
    spec.address = QUrl(site.url());
    spec.api = QUrl(site.url() + u"wp-json/"_s);
    spec.user = u"ana"_s;
    spec.plainLoopback = true;
    return spec;
}

QFuture<base::Result<secret::Secret>> password()
{
    QPromise<base::Result<secret::Secret>> promise;
    promise.start();
    promise.addResult(secret::Secret("pw"));
    promise.finish();
    return promise.future();
}

bool isFinished(const fakes::MemoryQueue &queue)
{
    return std::all_of(queue.all().begin(), queue.all().end(), [](const ledger::Intent &intent) {
        return intent.state == ledger::IntentState::Seen;
    });
}

/// One life of the program: until all is seen, it dies, or nothing moves any more.
void live(outbox::Queue &queue, Witness &witness, FakeWordPress &site, support::ManualClock &clock,
          std::mt19937 &random, const fakes::MemoryQueue &all, fakes::Life &life)
{
    http::NetworkClient client;
    const wordpress::Limits limits{80ms, 400ms};
    outbox::Outbox box(
        queue, witness,
        [](const ledger::Intent &intent) -> base::Result<publish::Thread> {
            return threadUpTo(intent.incident, intent.revision.right(1).toInt());
        },
        clock, [&] { return double(random() % 100) / 100; });
    box.setPage(std::make_shared<wordpress::WordPressPage>(targetAt(site), client, password, clock,
                                                           limits));
    box.start(outbox::Company::Alone);
    QElapsedTimer elapsed;
    elapsed.start();
    while (!isFinished(all) && !life.isOver() && elapsed.elapsed() < 20'000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (!box.isIdle())
            continue;
        // The on-call engineer: waits, corrects the password, tries again what was given up.
        clock.advance(11min);
        for (const ledger::Intent &intent : all.all()) {
            if (intent.state == ledger::IntentState::Failed)
                static_cast<void>(box.retry(intent.key));
        }
        box.resume(target);
    }
}

} // namespace

/// A WordPress that misbehaves at any request, a program that may be killed between any two of its
/// steps: every update stands there once, in order, and none is called published that is not.
class TestExactlyOnce : public QObject
{
    Q_OBJECT

private slots:
    void whateverHappens()
    {
        int deaths = 0;
        int mishapsSeen = 0;
        for (unsigned seed = 1; seed <= runs; ++seed) {
            std::mt19937 random(seed);
            FakeWordPress site;
            site.mishap = [&] {
                if (random() % 3 != 0)
                    return Mishap::None;
                ++mishapsSeen;
                return mishaps[random() % std::size(mishaps)];
            };
            support::ManualClock clock(support::utc("2026-11-22T16:20:00Z"));
            fakes::MemoryQueue queue;
            const QString incident = u"0193a000-%1"_s.arg(seed);
            for (int number = 1; number <= updates; ++number)
                queue.put(u"%1-r%2"_s.arg(incident).arg(number), target, clock.now());
            for (int i = 0; i < updates; ++i) {
                ledger::Intent intent = queue.all()[size_t(i)];
                intent.incident = incident;
                QVERIFY(queue.update(intent));
            }
            fakes::Life life;
            fakes::MortalQueue mortal(queue, life);
            Witness witness(mortal, site, life);
            for (int lives = 0; lives < 40 && !isFinished(queue); ++lives) {
                life.begin(lives < 6 ? int(random() % 12) + 1 : -1);
                live(mortal, witness, site, clock, random, queue, life);
                deaths += life.isOver() ? 1 : 0;
            }
            QVERIFY2(isFinished(queue), qPrintable(u"seed %1"_s.arg(seed)));
            QCOMPARE(witness.falseSeen, 0);
            int shown = 0;
            for (const auto &[id, post] : site.posts) {
                if (post.status != "publish"_L1)
                    continue;
                ++shown;
                for (int number = 1; number <= updates; ++number)
                    QCOMPARE(
                        post.html.count(u"data-revision=\"%1-r%2\""_s.arg(incident).arg(number)),
                        1);
                QVERIFY(post.html.indexOf(u"Text 1"_s) < post.html.indexOf(u"Text 2"_s));
            }
            QVERIFY2(shown == 1, qPrintable(u"seed %1: %2 posts"_s.arg(seed).arg(shown)));
        }
        qInfo("%d runs, %d mishaps, %d deaths", runs, mishapsSeen, deaths);
        QVERIFY(deaths > runs && mishapsSeen > runs);
    }
};

QTEST_GUILESS_MAIN(TestExactlyOnce)
#include "tst_exactlyonce.moc"
