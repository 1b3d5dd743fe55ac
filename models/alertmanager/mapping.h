// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "alertmanager/alert.h"
#include "base/result.h"

#include <QJsonObject>
#include <QJsonValue>

/// Between the JSON of the API and values. Fields that some releases leave out may be missing.
namespace alertmanager {

[[nodiscard]] base::Result<std::vector<Alert>> alertsFrom(const QJsonValue &json);
[[nodiscard]] base::Result<std::vector<Group>> groupsFrom(const QJsonValue &json);
[[nodiscard]] base::Result<std::vector<Silence>> silencesFrom(const QJsonValue &json);
/// The id of a silence that was created or changed.
[[nodiscard]] base::Result<QString> silenceIdFrom(const QJsonValue &json);

/// As POST /silences takes it.
[[nodiscard]] QJsonObject toJson(const Silence &silence);

} // namespace alertmanager
