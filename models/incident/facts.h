// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"

#include <QJsonObject>

namespace incident {

/// What a post is written from: one set of facts for the words, the status page, the feeds and the
/// postmortem. All instants UTC; zone is where they are to be shown.
struct Facts
{
    Kind kind = Kind::Outage;
    EntryMode entry = EntryMode::Live;
    State state = State::Active;
    PublicStatus status = PublicStatus::Investigating;
    int round = 1;
    QString title;
    QString felt;
    QStringList components;
    Effect effect = Effect::Down;
    QString zone;
    RoughInstant started;
    RoughInstant detected; ///< a person knew
    RoughInstant fixed;
    RoughInstant backToNormal;
    RoughDuration duration; ///< of the trouble users saw; unknown while it runs
    Cause cause;
    std::vector<Window> planned; ///< current plan, in order
    std::vector<Window> actual;  ///< what happened, in order
    RoughDuration estimate;      ///< how long it will still take, from the time of writing
    RoughInstant nextUpdate;
    int updatesBefore = 0; ///< published revisions before this one

    bool operator==(const Facts &) const = default;
};

[[nodiscard]] Facts factsOf(const Incident &incident);
/// The word readers see for a state.
[[nodiscard]] PublicStatus publicStatusOf(const Incident &incident);
/// Compact and sorted: kept with each revision.
[[nodiscard]] QByteArray factsJson(const Facts &facts);

} // namespace incident
