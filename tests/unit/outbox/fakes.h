// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/outboxstore.h"
#include "outbox/outbox.h"
#include "support/manualclock.h"

#include <map>
#include <QPromise>
#include <random>

/// A world in which everything that can go wrong at a target does, and in which the process may
/// end between any two of its steps.
namespace fakes {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using base::ErrorKind;
using base::Retry;
using ledger::Intent;
using ledger::IntentState;

/// The process: it ends when its steps are used up. What it does after that has no effect.
class Life
{
public:
    /// -1: does not end by itself.
    void begin(int steps) { m_left = steps; }
    [[nodiscard]] bool isOver() const { return m_left == 0; }

    /// Takes one step; false if the process ended before it.
    [[nodiscard]] bool step()
    {
        if (m_left == 0)
            return false;
        if (m_left > 0)
            --m_left;
        return true;
    }

private:
    int m_left = -1;
};

inline Error failure(ErrorKind kind, Retry::When when = Retry::When::After,
                     std::chrono::seconds delay = 0s)
{
    return {kind, u"It did not work."_s, {}, {when, delay}};
}

/// Behaves as ledger::OutboxStore does, in memory.
class MemoryQueue : public outbox::Queue
{
public:
    void put(const QString &revision, const QString &target, base::Instant at)
    {
        Intent intent;
        intent.key = ledger::intentKey(revision, target);
        intent.incident = u"incident"_s;
        intent.revision = revision;
        intent.target = target;
        intent.queuedAt = at;
        m_intents.push_back(intent);
    }

    base::Result<std::optional<Intent>> claim(const QString &key, base::Instant now,
                                              base::Instant until) override
    {
        Intent *intent = at(key);
        const auto isRival = [&](const Intent &other) {
            return other.target == intent->target && other.key != key &&
                   ledger::isOpen(other.state) && other.attempts > 0 && other.lastError.isEmpty() &&
                   other.nextTry > now && other.nextTry <= now + ledger::OutboxStore::longestClaim;
        };
        const bool isDue = intent && ledger::isOpen(intent->state) && intent->nextTry <= now;
        if (!isDue || std::ranges::any_of(m_intents, isRival))
            return std::nullopt;
        ++intent->attempts;
        intent->nextTry = until;
        intent->lastError.clear();
        return *intent;
    }

    base::Done update(const Intent &changed) override
    {
        Intent *intent = at(changed.key);
        const bool passed = intent->attempts != changed.attempts ||
                            (intent->state == IntentState::Seen && changed.state != intent->state);
        if (passed)
            return base::fail(ErrorKind::Conflict, u"Somebody was faster."_s);
        *intent = changed;
        return {};
    }

    base::Result<std::vector<Intent>> open() const override
    {
        std::vector<Intent> intents = m_intents;
        std::erase_if(intents, [](const Intent &intent) { return !ledger::isOpen(intent.state); });
        return intents;
    }

    base::Result<std::vector<Intent>> unfinished() const override
    {
        std::vector<Intent> intents = m_intents;
        std::erase_if(intents, [](const Intent &intent) {
            return intent.state == IntentState::Seen || intent.state == IntentState::Cancelled;
        });
        return intents;
    }

    base::Result<std::optional<Intent>> find(const QString &key) const override
    {
        for (const Intent &intent : m_intents) {
            if (intent.key == key)
                return intent;
        }
        return std::nullopt;
    }

    [[nodiscard]] const std::vector<Intent> &all() const { return m_intents; }

private:
    Intent *at(const QString &key)
    {
        for (Intent &intent : m_intents) {
            if (intent.key == key)
                return &intent;
        }
        return nullptr;
    }

    std::vector<Intent> m_intents;
};

/// The queue as a process has it that may end before or after any write.
class MortalQueue : public outbox::Queue
{
public:
    MortalQueue(outbox::Queue &queue, Life &life)
        : m_queue(queue)
        , m_life(life)
    {}

    base::Result<std::optional<Intent>> claim(const QString &key, base::Instant now,
                                              base::Instant until) override
    {
        if (!m_life.step())
            return base::fail(ErrorKind::Storage, u"ended"_s);
        auto claimed = m_queue.claim(key, now, until);
        if (!m_life.step())
            return base::fail(ErrorKind::Storage, u"ended"_s);
        return claimed;
    }

    base::Done update(const Intent &intent) override
    {
        if (!m_life.step())
            return base::fail(ErrorKind::Storage, u"ended"_s);
        base::Done done = m_queue.update(intent);
        if (!m_life.step())
            return base::fail(ErrorKind::Storage, u"ended"_s);
        return done;
    }

    base::Result<std::vector<Intent>> open() const override { return m_queue.open(); }
    base::Result<std::vector<Intent>> unfinished() const override { return m_queue.unfinished(); }
    base::Result<std::optional<Intent>> find(const QString &key) const override
    {
        return m_queue.find(key);
    }

private:
    outbox::Queue &m_queue;
    Life &m_life;
};

/// What the public sees, in the order of arrival. Nothing is removed from it but by restore().
struct Server
{
    std::vector<QString> posts;

    [[nodiscard]] qsizetype count(const QString &revision) const
    {
        return std::count(posts.begin(), posts.end(), revision);
    }
};

enum class Mood { Well, Before, After, Busy, Refused, Auth, Useless };

/// A target that is not idempotent at all: each publish() that gets through is one more post.
class FakePage : public publish::StatusPage
{
public:
    using Moods = std::function<Mood(const char *call)>;

    FakePage(QString name, Server &server, Life &life, Moods moods)
        : m_name(std::move(name))
        , m_server(server)
        , m_life(life)
        , m_moods(std::move(moods))
    {}

    QString name() const override { return m_name; }
    QString label() const override { return u"Page "_s + m_name; }
    publish::Capabilities capabilities() const override
    {
        return {.deadline = 30s, .lingers = lingers};
    }
    QString whoIsNotified() const override { return u"Nobody."_s; }
    base::Result<publish::Preview> preview(const publish::Thread &thread,
                                           const QString &revision) const override
    {
        const publish::Update *update = thread.updateWith(revision);
        return publish::Preview{{}, thread.title, update ? update->body : QString(), {}, {}};
    }

    QFuture<base::Result<publish::Receipt>> publish(const publish::Thread &,
                                                    const QString &revision) override
    {
        calls.append(u"publish "_s + revision);
        if (!m_life.step())
            return never<publish::Receipt>();
        const Mood mood = m_moods("publish");
        if (mood == Mood::Well || mood == Mood::After)
            m_server.posts.push_back(revision);
        if (!m_life.step())
            return never<publish::Receipt>();
        return answer<publish::Receipt>(mood, publish::Receipt{revision, u"https://"_s + revision});
    }

    QFuture<base::Result<std::optional<publish::Receipt>>> find(const publish::Thread &,
                                                                const QString &revision) override
    {
        using Found = std::optional<publish::Receipt>;
        calls.append(u"find "_s + revision);
        if (!m_life.step())
            return never<Found>();
        const bool there = m_server.count(revision) > 0;
        return answer<Found>(m_moods("find"),
                             there ? Found({revision, u"https://"_s + revision}) : Found());
    }

    QFuture<base::Result<publish::SeenProof>>
    readBack(const publish::Receipt &, const publish::Thread &, const QString &revision) override
    {
        calls.append(u"readBack "_s + revision);
        if (!m_life.step())
            return never<publish::SeenProof>();
        const bool there = m_server.count(revision) > 0;
        return answer<publish::SeenProof>(there ? m_moods("readBack") : Mood::Useless,
                                          publish::SeenProof{u"there"_s, {}});
    }

    QStringList calls;
    std::chrono::seconds lingers{0};

private:
    template <class T>
    QFuture<base::Result<T>> answer(Mood mood, T value)
    {
        QPromise<base::Result<T>> promise;
        promise.start();
        promise.addResult(mood == Mood::Well
                              ? base::Result<T>(std::move(value))
                              : base::Result<T>(tl::make_unexpected(errorFor(mood))));
        promise.finish();
        return promise.future();
    }

    static Error errorFor(Mood mood)
    {
        switch (mood) {
        case Mood::Busy:
            return failure(ErrorKind::Network, Retry::When::After, 600s);
        case Mood::Refused:
            return failure(ErrorKind::Refused, Retry::When::Never);
        case Mood::Auth:
            return failure(ErrorKind::Auth, Retry::When::Never);
        case Mood::Useless:
            return failure(ErrorKind::Format);
        default:
            return failure(ErrorKind::Timeout);
        }
    }

    /// An answer that the process does not live to see.
    template <class T>
    QFuture<base::Result<T>> never()
    {
        const auto promise = std::make_shared<QPromise<base::Result<T>>>();
        promise->start();
        m_pending.push_back(promise);
        return promise->future();
    }

    QString m_name;
    Server &m_server;
    Life &m_life;
    Moods m_moods;
    std::vector<std::shared_ptr<void>> m_pending;
};

/// Writes down what was seen, and whether it was true.
class FakeRecorder : public outbox::Recorder
{
public:
    FakeRecorder(outbox::Queue &queue, Life &life, std::map<QString, Server> &servers)
        : m_queue(queue)
        , m_life(life)
        , m_servers(servers)
    {}

    base::Done seen(const Intent &intent, const publish::Receipt &receipt) override
    {
        if (!m_life.step())
            return base::fail(ErrorKind::Storage, u"ended"_s);
        if (base::Done done = m_queue.update(intent); !done)
            return done;
        ++times[intent.key];
        const bool there = m_servers[intent.target].count(intent.revision) > 0;
        falseSeen += there && receipt.remoteId == intent.revision ? 0 : 1;
        if (!m_life.step())
            return base::fail(ErrorKind::Storage, u"ended"_s);
        return {};
    }

    std::map<QString, int> times;
    int falseSeen = 0;

private:
    outbox::Queue &m_queue;
    Life &m_life;
    std::map<QString, Server> &m_servers;
};

/// A thread in which the intent's revision is the newest news.
inline base::Result<publish::Thread> threadFor(const Intent &intent)
{
    publish::Thread thread;
    thread.key = intent.incident;
    publish::Update update;
    update.key = update.revision = intent.revision;
    thread.updates.push_back(update);
    return thread;
}

} // namespace fakes
