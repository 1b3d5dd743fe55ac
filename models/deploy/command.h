// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <chrono>
#include <QStringList>

/// Bringing the files of the status site to where they are served, with a program of the user's.
namespace deploy {

/// A program and its arguments, as they are handed to it: no shell reads them.
struct Command
{
    QStringList words;               ///< the program first; empty: there is none
    std::chrono::seconds limit{120}; ///< after which it is ended; shortestLimit to longestLimit

    [[nodiscard]] bool isSet() const { return !words.isEmpty(); }

    bool operator==(const Command &) const = default;
};

inline constexpr std::chrono::seconds shortestLimit{1};
inline constexpr std::chrono::seconds longestLimit{3600};

/// Errors: Input, if there is no program, the limit is out of range, or an argument holds a secret:
/// everybody on the machine can read arguments, so it belongs into the program's own settings.
[[nodiscard]] base::Result<Command> checkedCommand(Command command);

} // namespace deploy
