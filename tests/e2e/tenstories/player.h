// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "deeds.h"

#include <QString>

namespace tenstories {

/// Plays a story on a data folder of its own.
class Player
{
public:
    virtual ~Player() = default;

    /// Does it at that time. Answers with what went wrong; empty if nothing did.
    [[nodiscard]] virtual QString play(const Step &step) = 0;
    /// The incident as it is stored now.
    [[nodiscard]] virtual Incident incident() const = 0;
    /// The page that readers read, as text.
    [[nodiscard]] virtual QString page() const = 0;
};

/// The text of the one incident page below a data folder, without its markup.
[[nodiscard]] QString pageIn(const QString &dataDir);

} // namespace tenstories
