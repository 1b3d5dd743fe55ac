// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/hysteresis.h"
#include "health/rule.h"

#include <map>
#include <QList>
#include <vector>

namespace health {

/// Turns samples into alerts. No clock, no I/O: the same samples give the same alerts.
///
/// Not measured, paused and silence (longestSilence) neither raise nor clear, and a count that they
/// interrupt begins again: a computer that slept between two failed samples has not seen an outage.
class AlertEngine
{
public:
    /// Adds a rule, or changes the one with the same id. A changed rule keeps what it has seen: a
    /// running alert goes on under the new numbers, unless the rule now watches something else.
    void setRule(const Rule &rule);
    /// A running alert of the rule is forgotten.
    void removeRule(const QString &id);
    [[nodiscard]] QList<Rule> rules() const;

    /// The next sample of a monitor, in order of time. `now` is when its result was known; it
    /// becomes the time of detection.
    [[nodiscard]] QList<AlertEvent> feed(const QString &monitor, const Sample &sample,
                                         base::Instant now);

    /// The alerts that are not over, oldest first.
    [[nodiscard]] QList<Alert> active() const;

private:
    struct Question
    {
        Hysteresis state;
        base::Instant detected{};
        std::vector<base::InstantMs> raises; ///< the last ones, for flapping
        bool isFlapping = false;
    };
    struct Watch
    {
        Rule rule;
        Question down;
        Question slow;
        std::optional<base::InstantMs> lastAt;
    };

    [[nodiscard]] static QList<AlertEvent> feed(Watch &watch, const Sample &sample,
                                                base::Instant now);
    static void followFlapping(Question &question, Hysteresis::Change change, base::InstantMs at,
                               const FlapRule &rule);
    [[nodiscard]] static Alert alertOf(const Rule &rule, const Question &question,
                                       Severity severity);

    std::map<QString, Watch> m_watches;
};

} // namespace health
