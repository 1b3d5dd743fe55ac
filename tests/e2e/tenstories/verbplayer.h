// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "player.h"
#include "support/manualclock.h"

#include <QTemporaryDir>

namespace tenstories {

/// By the program itself, one call a deed, with its wall clock held.
class VerbPlayer final : public Player
{
public:
    VerbPlayer();

    [[nodiscard]] QString play(const Step &step) override;
    [[nodiscard]] Incident incident() const override;
    [[nodiscard]] QString page() const override;

private:
    [[nodiscard]] QString run(const QStringList &arguments);
    [[nodiscard]] QString call(const Tell &deed);
    [[nodiscard]] QString call(const Open &deed);
    [[nodiscard]] QString call(const Plan &deed);
    [[nodiscard]] QString call(const Phase &deed);
    [[nodiscard]] QString call(const Severity &deed);
    [[nodiscard]] QString call(const Blame &deed);
    [[nodiscard]] QString call(const Mark &deed);
    [[nodiscard]] QString call(const Note &deed);
    [[nodiscard]] QString call(const Publish &deed);
    [[nodiscard]] QString call(const Undertake &deed);
    [[nodiscard]] QString call(const Settle &deed);
    [[nodiscard]] QString call(const Tick &deed);
    [[nodiscard]] QString call(const Leave &deed);
    [[nodiscard]] QString call(const Contact &deed);
    [[nodiscard]] QString call(const Answer &deed);
    [[nodiscard]] QString call(const Start &deed);
    [[nodiscard]] QString call(const EndPhase &deed);
    [[nodiscard]] QString call(const Finish &deed);
    [[nodiscard]] QString call(const Write &deed);
    [[nodiscard]] QString call(const Export &deed);
    [[nodiscard]] QString call(const Advance &deed);
    [[nodiscard]] QString call(const Close &deed);

    QTemporaryDir m_folder;
    support::ManualClock m_clock;
    QString m_ref;
};

} // namespace tenstories
