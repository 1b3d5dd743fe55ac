// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/vocabulary.h"
#include "timing/rough.h"

#include <optional>
#include <QString>
#include <QStringList>
#include <vector>

namespace ledger {

/// Which incidents to list. What is left empty does not restrict.
struct Filter
{
    std::optional<incident::Kind> kind{};
    std::vector<incident::State> states{};
    bool openOnly = false;               ///< neither closed, dismissed nor cancelled
    QString component{};                 ///< exact name
    std::optional<base::Instant> from{}; ///< it can have lasted until then or longer
    std::optional<base::Instant> to{};   ///< it can have started before then
    QString text{};                      ///< as for search()
    int limit = -1;                      ///< -1: all

    bool operator==(const Filter &) const = default;
};

/// Kinds of events that few incidents have, and that are asked for across all of them.
enum class RareEvent { FollowUpSet, RemedyStarted };

/// One line of a list.
struct Summary
{
    QString id;
    QString ref;
    incident::Kind kind = incident::Kind::Outage;
    incident::State state = incident::State::Active;
    QString title;
    int severity = 0; ///< 1 (worst) to 4; 0 = not set
    int round = 1;
    QStringList components;
    bool planned = false;           ///< nothing has happened yet: started and ended are the plan's
    timing::RoughInstant started;   ///< of the first round
    timing::RoughInstant ended;     ///< of the last window; unknown while one is open
    timing::RoughDuration downtime; ///< windows with effect down or partial that have ended
    base::Instant opened{};         ///< when it was recorded
    base::Instant changed{};        ///< the newest event

    bool operator==(const Summary &) const = default;
};

/// One incident that a search found.
struct Hit
{
    Summary summary;
    QString snippet; ///< plain text around the match, one line

    bool operator==(const Hit &) const = default;
};

} // namespace ledger
