// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "alertmanager/alert.h"

#include <map>

namespace alertmanager {

/// An alert as this console has seen it.
struct SeenAlert
{
    Alert alert; ///< as it was last seen
    base::InstantMs firstSeen{};
    base::InstantMs lastSeen{};
    /// When it was found to be gone. It ended between `lastSeen` and then: Alertmanager keeps no
    /// end of an alert.
    std::optional<base::InstantMs> goneAt;

    bool operator==(const SeenAlert &) const = default;
};

/// Follows the alerts from one look to the next.
class AlertBook
{
public:
    struct Changes
    {
        std::vector<SeenAlert> appeared;
        std::vector<SeenAlert> vanished;
    };

    /// The alerts of one look. After a look that failed there is nothing to take: what could not
    /// be asked for has not vanished.
    Changes take(const std::vector<Alert> &alerts, base::InstantMs at);

    /// Those that fire, by fingerprint.
    [[nodiscard]] std::vector<SeenAlert> firing() const;

private:
    std::map<QString, SeenAlert> m_firing;
};

} // namespace alertmanager
