// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"
#include "incident/incident.h"
#include "ledger/summary.h"

#include <QJsonObject>

/// Incidents as the command line prints them with --json: instants as ISO 8601 in UTC, lengths in
/// seconds, unknown as null.
namespace app {

[[nodiscard]] QJsonObject instantJson(const timing::RoughInstant &at);
[[nodiscard]] QJsonObject lengthJson(const timing::RoughDuration &length);
[[nodiscard]] QJsonObject toJson(const ledger::Summary &summary);
[[nodiscard]] QJsonObject toJson(const incident::Incident &incident);
[[nodiscard]] QJsonObject toJson(const incident::StepStatus &status);

/// With the reference of the incident it comes from.
[[nodiscard]] QJsonObject toJson(const incident::FollowUp &followUp, const QString &ref);

} // namespace app
