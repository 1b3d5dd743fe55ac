// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/enumnames.h"

#include <QString>

namespace ledger {

/// How far one revision has got at one target. A revision counts as published only when seen.
enum class IntentState {
    Queued,    ///< nothing has left this machine yet
    Sent,      ///< a request left; its outcome is not known: look before sending again
    Accepted,  ///< the target said yes; not yet read back
    Seen,      ///< read back from where the public reads it; final
    Failed,    ///< given up; waits for a person
    Cancelled, ///< withdrawn by a person; final
};

/// Something still to be sent, and continued.
[[nodiscard]] inline bool isOpen(IntentState state)
{
    return state == IntentState::Queued || state == IntentState::Sent ||
           state == IntentState::Accepted;
}

/// "This revision shall stand at this target": durable before anything is sent.
struct Intent
{
    QString key; ///< intentKey(revision, target): unique, also sent along as idempotency key
    QString incident;
    QString revision;
    QString target;
    IntentState state = IntentState::Queued;
    int attempts = 0; ///< raised by OutboxStore::claim() only
    base::Instant queuedAt{};
    base::Instant nextTry{};
    QString lastError; ///< a sentence for people, redacted; empty if the last attempt was well
    QString remoteId;
    QString url;

    bool operator==(const Intent &) const = default;
};

/// "revision@target"
[[nodiscard]] QString intentKey(const QString &revision, const QString &target);

} // namespace ledger

template <>
struct base::EnumNames<ledger::IntentState>
{
    static constexpr base::NamedValue<ledger::IntentState> table[] = {
        {ledger::IntentState::Queued, "queued"},     {ledger::IntentState::Sent, "sent"},
        {ledger::IntentState::Accepted, "accepted"}, {ledger::IntentState::Seen, "seen"},
        {ledger::IntentState::Failed, "failed"},     {ledger::IntentState::Cancelled, "cancelled"},
    };
};
