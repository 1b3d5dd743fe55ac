// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/rough.h"

#include <QJsonObject>
#include <QJsonValue>

/// The stored form: {"lo": seconds, "hi": seconds, "precision": name}; bounds that are missing are
/// left out. UTC.
namespace timing {

[[nodiscard]] QJsonObject toJson(const RoughInstant &at);
[[nodiscard]] QJsonObject toJson(const RoughDuration &length);
/// Whole seconds up to the year 9999, either way; nothing if it is anything else.
[[nodiscard]] std::optional<qint64> secondsFromJson(const QJsonValue &json);
/// Nothing if the value does not have this form or breaks the rules of the type.
[[nodiscard]] std::optional<RoughInstant> instantFromJson(const QJsonValue &json);
[[nodiscard]] std::optional<RoughDuration> durationFromJson(const QJsonValue &json);

} // namespace timing
