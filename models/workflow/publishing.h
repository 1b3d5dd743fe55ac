// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outbox/ledgerparts.h"
#include "outbox/outbox.h"
#include "workflow/desk.h"

#include <QFuture>

namespace workflow {

/// Brings what was written to its readers: the outbox on this ledger, and what it is doing in
/// words.
class Publishing : public QObject
{
    Q_OBJECT

public:
    Publishing(Desk &desk, base::IdSource &ids, outbox::Random random);

    void setPage(std::shared_ptr<publish::StatusPage> page);
    /// All that posts go to, by name.
    [[nodiscard]] const std::map<QString, std::shared_ptr<publish::StatusPage>> &pages() const
    {
        return m_pages;
    }
    /// Nothing is sent there any more.
    void dropPage(const QString &target);
    /// Nothing is sent there until resume(), also after the program was started anew. Errors:
    /// NotFound, Storage.
    [[nodiscard]] base::Done pause(const QString &target);
    /// Also tries again with credentials that were refused. Errors: those of pause().
    [[nodiscard]] base::Done resume(const QString &target);
    /// Takes up what was left over. With `Company::Possible` another process may be at it too.
    void start(outbox::Company company);
    /// Sends what is due.
    void flush();
    /// Nothing is being sent, and nothing is due.
    [[nodiscard]] bool isIdle() const { return m_outbox.isIdle(); }

    [[nodiscard]] outbox::Outbox &outbox() { return m_outbox; }
    [[nodiscard]] const outbox::Outbox &outbox() const { return m_outbox; }
    /// "Outbox: nothing waiting", "2 posts waiting"
    [[nodiscard]] QString summary() const;
    /// What the most pressing of them waits for; empty if nothing waits.
    [[nodiscard]] QString summarySentence() const;
    /// "1 promise open, due 16:45"; empty if there is none.
    [[nodiscard]] QString promiseSummary() const;

signals:
    void changed();
    /// Where the newest publication is, in a sentence.
    void delivered(const QString &sentence);
    /// A revision was read back from a target.
    void seen(const QString &incidentId, const QString &revision, const QString &target);
    void failed(const base::Error &error);

private:
    void tell(const ledger::Intent &intent);
    void takePauses();
    [[nodiscard]] base::Done setPaused(const QString &target, bool paused);
    void countPromises();

    Desk &m_desk;
    outbox::LedgerQueue m_queue;
    outbox::LedgerRecorder m_recorder;
    outbox::Outbox m_outbox;
    std::map<QString, std::shared_ptr<publish::StatusPage>> m_pages;
    QString m_promises;
};

} // namespace workflow
