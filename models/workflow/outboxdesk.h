// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/publishing.h"

#include <QFuture>

namespace workflow {

/// A post, or a retraction, on its way to one place.
struct OutboxEntry
{
    QString key;
    QString incident;
    QString title;    ///< of the post
    QString what;     ///< "update 2", "correction of update 1", "taking the posts back"
    QString target;   ///< name of the place
    QString label;    ///< the same for people
    QString sentence; ///< what it waits for; for what is over, how it ended
    ledger::IntentState state = ledger::IntentState::Queued;
    base::Instant queuedAt{};
    QString url;                                 ///< where it stands; may be empty
    bool needsPerson = false;                    ///< nothing happens until somebody acts
    bool isBusy = false;                         ///< being worked at this very moment
    bool isPaused = false;                       ///< its place is
    std::optional<publish::ForeignEdit> foreign; ///< what a colleague has made of it there

    bool operator==(const OutboxEntry &) const = default;
};

/// A place that posts go to, or went to and that is gone.
struct OutboxPlace
{
    QString name;
    QString label;
    bool isKnown = true;
    bool isPaused = false;
    QString refusal; ///< why it refuses our credentials; empty if it does not
    int waiting = 0;

    bool operator==(const OutboxPlace &) const = default;
};

/// What waits to be published, and what a person can do about it.
class OutboxDesk
{
public:
    /// Both must outlive it.
    OutboxDesk(Desk &desk, Publishing &publishing);

    /// Not finished, in the order in which they were queued. Errors: Storage.
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> waiting() const;
    /// The newest `most` that are seen or withdrawn, the newest first. Errors: Storage.
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> lately(int most) const;
    /// In the order of their labels; those that are gone only while something waits for them.
    [[nodiscard]] std::vector<OutboxPlace> places(const std::vector<OutboxEntry> &waiting) const;

    /// Asks the places of what was given up, so that a colleague's edit is known after a new start
    /// too; Publishing::changed() tells of it. Nothing is sent.
    void recallEdits();
    /// Tries everything again at once, also what was given up; what is paused, or is being sent by
    /// another process, stays where it is. Errors: Storage.
    [[nodiscard]] base::Done sendAll();
    /// Errors: NotFound, Refused, Storage.
    [[nodiscard]] base::Done send(const QString &key);
    /// The same, also over what a colleague has changed there. Errors: those of send().
    [[nodiscard]] base::Done overwrite(const QString &key);
    /// Withdraws it, or keeps what a colleague has made of it. Errors: those of Outbox::cancel().
    [[nodiscard]] QFuture<base::Done> withdraw(const QString &key);

private:
    [[nodiscard]] OutboxEntry entryOf(const ledger::Intent &intent) const;
    void describe(OutboxEntry &entry, const ledger::Intent &intent) const;

    Desk &m_desk;
    Publishing &m_publishing;
};

} // namespace workflow
