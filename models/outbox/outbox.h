// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "outbox/delivery.h"
#include "outbox/parts.h"

#include <map>
#include <memory>
#include <QObject>
#include <QTimer>
#include <set>

namespace outbox {

/// An intent that is not finished, and what it waits for.
struct Waiting
{
    ledger::Intent intent;
    QString sentence;
    bool needsPerson = false; ///< nothing happens until somebody acts
    bool isBusy = false;      ///< being looked up, sent or read back this very moment

    bool operator==(const Waiting &) const = default;
};

/// Whether another process may be at work on the same queue.
enum class Company {
    Alone,    ///< certainly not: what a dead process had claimed is taken over at once
    Possible, ///< what is claimed is left alone until the claim runs out
};

/// Brings queued revisions to their targets: in order at each target, no target waiting for
/// another, nothing twice and nothing lost whenever the process ends. It tries for as long as it
/// takes; what a target refuses for good waits for a person and does not hold up the others.
///
/// Lives in one thread, with its queue, its recorder and its pages.
class Outbox final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the outbox.
    Outbox(Queue &queue, Recorder &recorder, ThreadSource threads, const base::Clock &clock,
           Random random, QObject *parent = nullptr);

    /// Makes a target known, in the place of one of the same name.
    void setPage(std::shared_ptr<publish::StatusPage> page);
    /// What is queued for it waits until it is made known again.
    void dropPage(const QString &target);

    /// Begins to work. Until then nothing is sent.
    void start(Company company);
    /// To be called when intents were queued, and after the clock was changed; does what is due.
    void wake();

    void pause(const QString &target);
    /// Also ends a stop that refused credentials have caused.
    void resume(const QString &target);
    [[nodiscard]] bool isPaused(const QString &target) const { return m_paused.contains(target); }
    /// Ends a stop that refused credentials have caused, and leaves what a person has paused.
    void trustAgain(const QString &target);
    /// Why a target refuses our credentials, for people; empty if it does not.
    [[nodiscard]] QString refusal(const QString &target) const;

    /// Tries an intent at once, also one that was given up; at a target that is paused, when it is
    /// resumed. Errors: NotFound, Refused (it is finished, or another process may be sending it),
    /// those of the queue.
    [[nodiscard]] base::Done retry(const QString &key);
    /// Withdraws an intent, if it is certain that it has not reached the target: that is looked up
    /// where it was tried before. Errors: NotFound, Refused (it is public, or being sent),
    /// those of the page and of the queue.
    [[nodiscard]] QFuture<base::Done> cancel(const QString &key);

    /// Asks the targets again of what was given up, so that they know of what somebody else made of
    /// it there (StatusPage::foreignEdit()) also after a new start. Nothing is sent. Each intent is
    /// asked of once; looked() says when something came of it.
    void lookAgain();

    /// All that is not finished, in the order in which it was queued.
    [[nodiscard]] base::Result<std::vector<Waiting>> waiting() const;
    /// Nothing is being sent, looked up or read back.
    [[nodiscard]] bool isIdle() const { return m_flights.empty(); }

Q_SIGNALS:
    /// An intent has another state, or another reason to wait.
    void changed(const ledger::Intent &intent);
    /// Published: read back and written down.
    void seen(const ledger::Intent &intent);
    /// lookAgain() has met what somebody else has made of an intent's thread.
    void looked();
    /// The queue cannot be read or written. It is tried again.
    void troubled(const base::Error &error);

private:
    struct Flight
    {
        std::shared_ptr<publish::StatusPage> page; ///< kept until the flight is over
        Delivery *delivery = nullptr;              ///< null while cancel() looks
    };

    void serve();
    void begin(const ledger::Intent &head, const std::shared_ptr<publish::StatusPage> &page);
    void finish(const QString &target);
    void putOff(ledger::Intent intent, const base::Error &error);
    [[nodiscard]] bool isToLookAt(const ledger::Intent &intent) const;
    [[nodiscard]] bool store(const ledger::Intent &intent);
    [[nodiscard]] bool isHeld(const QString &target) const;
    [[nodiscard]] bool isDue(const ledger::Intent &intent) const;
    /// Another process has claimed it, and the claim has not run out: a claim has no outcome yet.
    [[nodiscard]] bool isElsewhere(const ledger::Intent &intent) const;
    [[nodiscard]] base::Done refuseElsewhere(const ledger::Intent &intent) const;
    [[nodiscard]] base::Done settleLook(ledger::Intent intent,
                                        const base::Result<std::optional<publish::Receipt>> &found);
    [[nodiscard]] QString labelOf(const QString &target) const;
    [[nodiscard]] Waiting waitingOf(const ledger::Intent &intent, bool first) const;
    [[nodiscard]] static QString stageWords(Delivery::Stage stage, const QString &label);

    Queue &m_queue;
    Recorder &m_recorder;
    ThreadSource m_threads;
    const base::Clock &m_clock;
    Random m_random;
    QTimer m_timer;
    bool m_started = false;
    std::map<QString, std::shared_ptr<publish::StatusPage>> m_pages;
    std::map<QString, Flight> m_flights; ///< at most one a target
    std::set<QString> m_paused;
    std::map<QString, QString> m_refused; ///< targets that refuse our credentials, and their words
    std::set<QString> m_takenOver;        ///< keys that a dead process had claimed
    std::set<QString> m_lookedAt;         ///< keys that lookAgain() has asked of
};

} // namespace outbox
