// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "alertmanager/alert.h"
#include "upstream/alertbook.h"

namespace workflow {

/// Alerts with the same name, for one line of a list.
struct AlertGroup
{
    QString name;
    std::vector<upstream::Alert> alerts; ///< oldest first

    [[nodiscard]] bool isMuted() const; ///< all of them
};

/// The oldest group first.
[[nodiscard]] std::vector<AlertGroup> groupsOf(const upstream::AlertBook &book);

/// The labels that all alerts of the group share.
[[nodiscard]] std::vector<alertmanager::Matcher> matchersFor(const AlertGroup &group);

} // namespace workflow
