// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/event.h"

#include <QJsonObject>

namespace incident {

/// The name of the event's kind as it stands in the ledger: "milestone_set".
[[nodiscard]] QString kindName(const Payload &payload);
/// Compact JSON with sorted keys: the same payload always gives the same bytes.
[[nodiscard]] QByteArray payloadJson(const Payload &payload);
/// A kind that is not known becomes an UnknownEvent; nothing if a known kind does not parse.
[[nodiscard]] std::optional<Payload> payloadFromJson(const QString &kind, const QByteArray &json);

} // namespace incident
