// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/statuspage.h"
#include "publish/target.h"

#include <memory>

namespace publish {

/// Over 0.
struct Limits
{
    std::chrono::milliseconds request{12000}; ///< for one answer
    std::chrono::milliseconds whole{45000};   ///< for all that one call needs

    bool operator==(const Limits &) const = default;
};

/// What is to be done with one thread at a target that others can change too. Whatever it is, the
/// target is looked at first.
struct Order
{
    enum class Task {
        Find, ///< whether the target shows the revision; with no revision, anything of the thread
        Publish, ///< make the target equal to the thread
        Retract, ///< take the thread away from readers
    };

    Task task = Task::Publish;
    TargetSpec target;
    Thread thread;
    QString revision;
    bool overwrite = false;                        ///< also what somebody else has changed there
    std::optional<PostmortemText> postmortem = {}; ///< this instead, beside the updates
    Limits limits;
    std::shared_ptr<std::optional<ForeignEdit>> foreign; ///< filled in when one is met
};

/// Find: nothing, it is not there. Retract: nothing, it is not there any more.
using Answer = base::Result<std::optional<Receipt>>;

} // namespace publish
