// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/rough.h"

#include <QMap>
#include <QStringList>
#include <vector>

namespace upstream {

using Labels = QMap<QString, QString>;

/// An alert that a server tells about, as this console has seen it.
struct Alert
{
    QString id; ///< given when it is first seen; the same until it is gone
    Labels labels;
    Labels annotations;
    std::optional<base::InstantMs> activeAt; ///< when its rule first held
    std::optional<base::InstantMs> startsAt; ///< when it had held for long enough
    bool isMuted = false;                    ///< by a silence, another alert or a mute time
    QStringList silencedBy;                  ///< ids of silences
    base::InstantMs firstSeen{};
    base::InstantMs lastSeen{};
    /// When it was found to be gone. It ended between `lastSeen` and then: the servers keep no end
    /// of an alert.
    std::optional<base::InstantMs> goneAt;

    bool operator==(const Alert &) const = default;
};

/// What its rule is called.
[[nodiscard]] QString nameOf(const Alert &alert);
/// The name, with what it is about ("SiteDown (shop.example.org)").
[[nodiscard]] QString titleOf(const Alert &alert);
/// Its own words, one line; empty if it has none.
[[nodiscard]] QString summaryOf(const Alert &alert);

/// When the trouble began: when the rule first held, or else not after it had held long enough.
[[nodiscard]] timing::RoughInstant startedOf(const Alert &alert);
/// When we could have known: when the server raised it, at the latest when we first saw it.
[[nodiscard]] base::Instant detectedOf(const Alert &alert);
/// Unknown while it fires.
[[nodiscard]] timing::RoughInstant endedOf(const Alert &alert);

/// How much an alert means by its label "severity".
enum class Weight {
    Note,    ///< "none", "info": shown, and no incident
    Warning, ///< something works badly
    Page,    ///< everything else
};
[[nodiscard]] Weight weightOf(const Alert &alert);

/// Whether two servers tell about the same: all the labels of one are labels of the other, since an
/// Alertmanager gets more of them than the Prometheus shows.
[[nodiscard]] bool isSame(const Alert &a, const Alert &b);
/// What `b` knows and `a` does not, put into `a`.
void join(Alert &a, const Alert &b);

} // namespace upstream
