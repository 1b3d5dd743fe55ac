// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "deploy/command.h"
#include "deploy/record.h"

#include <stop_token>

namespace deploy {

/// Runs the command and keeps what it wrote.
class Runner
{
public:
    /// `record` is the file that keeps how it went. The clock must outlive the runner.
    Runner(QString record, const base::Clock &clock);

    /// Runs the command in that folder and waits until it has ended; with it ends all that it has
    /// started, if it is stopped or takes longer than its limit. It reads nothing from standard
    /// input and gets none of our own secrets in its environment.
    ///
    /// Errors: Input (the program cannot be started), Network (it failed; trying again may help),
    /// Timeout, Refused (stopped by a person, who has to say when to go on).
    [[nodiscard]] base::Done run(const Command &command, const QString &folder,
                                 const std::stop_token &stop) const;

    /// Nothing if none was run yet.
    [[nodiscard]] std::optional<Record> last() const { return loadRecord(m_record); }

private:
    QString m_record;
    const base::Clock &m_clock;
};

} // namespace deploy
