// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <optional>
#include <QJsonObject>
#include <QStringList>

namespace incident {

/// A command of the user's own that may mend it. A step of a checklist carries one, or a rule.
struct Remedy
{
    QString name;
    QStringList command;      ///< program and arguments; no shell reads it
    QStringList dryRun;       ///< the same without effect; empty: there is no such thing
    base::Span timeLimit{60}; ///< 1 s to 1 hour
    bool automatic = false;   ///< runs as soon as it is called for; otherwise somebody confirms it
    int atMostPerHour = 3;    ///< 1 or more

    bool operator==(const Remedy &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Remedy &remedy);
/// Nothing if it cannot be run as it stands.
[[nodiscard]] std::optional<Remedy> remedyFromJson(const QJsonObject &json);
/// What remedyFromJson() reads, for a sentence that says what may stand there.
[[nodiscard]] QString remedyShape();

} // namespace incident
