// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"

#include <QJsonObject>

namespace incident {

/// One thing that stands between an incident and its review, or its end.
struct Missing
{
    QString code;     ///< "severity", "cause", "post", "promise:ID", "step:ID", "window:SEQ"
    QString sentence; ///< what to do about it
    bool canBeExplained = false; ///< a reason does instead

    bool operator==(const Missing &) const = default;
};

/// What is missing before it can go into `to` (review, restored, closed, completed, scheduled);
/// empty if nothing is, or it cannot go there at all. Nothing of this ever stands in the way of
/// active or monitoring. Pure.
[[nodiscard]] std::vector<Missing> missingFor(const Incident &incident, State to, Instant now);

} // namespace incident
