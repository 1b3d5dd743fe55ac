// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/networkclient.h"
#include "secret/secret.h"
#include "support/fakesite.h"
#include "unit/outbox/fakes.h"

#include <memory>

/// A target that misbehaves in one of many ways, and a program that may be killed between any two
/// of its steps: every update has to stand there once, and none may be called published that is
/// not.
namespace faulttest {

/// One target under test, fresh for each run.
class Subject
{
public:
    virtual ~Subject() = default;

    [[nodiscard]] virtual std::shared_ptr<publish::StatusPage> page(http::Client &client) = 0;
    /// Whether readers find it now.
    [[nodiscard]] virtual bool isPublic(const publish::Thread &thread, const QString &revision) = 0;
    /// How often the update stands there.
    [[nodiscard]] virtual int copies(const publish::Thread &thread, int number) = 0;
    /// How many incidents, posts or pages there are for it: 1.
    [[nodiscard]] virtual int threads() = 0;
    /// Null for a target that is no server.
    [[nodiscard]] virtual fakes::FakeSite *site() { return nullptr; }
    virtual void takeBackup() = 0;
    virtual void restoreBackup() = 0;
};

enum class Script {
    TimeoutBefore,
    TimeoutAfter,
    ResetBefore,
    ResetAfter,
    ResetInBody,
    Fault500,
    Fault500After,
    SlowDown,
    Upgrade,
    Captive,
    Redirect,
    WrongPassword,
    KilledAnywhere,
    ClockJumps,
    NetworkGone,
    DoubleClick,
    TwoConsoles,
    RestoredFromBackup,
    EverythingAtOnce,
};
inline constexpr int scriptCount = int(Script::EverythingAtOnce) + 1;

struct Tally
{
    int runs = 0;
    int mishaps = 0;
    int deaths = 0;
    int duplicates = 0;
    int lost = 0;
    int falseSeen = 0;
    int unfinished = 0;
};

using MakeSubject = std::function<std::unique_ptr<Subject>(support::ManualClock &)>;

/// One run: three updates of one incident go out under this script.
void run(unsigned seed, Script script, const MakeSubject &make, Tally &tally);

/// As many runs as WATCHKEEPER_FAULT_RUNS says, or two of each script, from seed 1. Prints the
/// figures.
[[nodiscard]] Tally runAll(const char *target, const MakeSubject &make);

/// The thread with all its updates.
[[nodiscard]] publish::Thread wholeThread(const QString &url);

/// A password that is always there.
[[nodiscard]] QFuture<base::Result<secret::Secret>> password();

inline const QString target = QStringLiteral("ops");
inline constexpr int updates = 3;

} // namespace faulttest
