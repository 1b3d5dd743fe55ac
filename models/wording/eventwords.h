// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/event.h"

#include <map>
#include <QTimeZone>
#include <set>
#include <span>

namespace wording {

/// One line of a timeline.
struct TimelineRow
{
    QString event; ///< id
    incident::RoughInstant occurred;
    incident::Instant recorded{};
    QString author;
    QString sentence;        ///< plain text, one line, ends with a full stop
    bool addedLater = false; ///< recorded more than 5 minutes after it happened

    bool operator==(const TimelineRow &) const = default;
};

/// Says one plain sentence per event. Feed it the events of one incident in fold order: it
/// remembers what a sentence needs from the events before ("Window 1 corrected").
class EventWords
{
public:
    explicit EventWords(QTimeZone zone);

    [[nodiscard]] TimelineRow next(const incident::Event &event);

private:
    friend class EventSentence;

    QTimeZone m_zone;
    std::map<QString, QString> m_stepTitles;
    std::set<int> m_windows;
    std::set<std::pair<int, int>> m_milestones; ///< round, milestone
    std::set<QString> m_alerts;
    std::map<QString, int> m_posts; ///< number by id
    std::set<QString> m_retractions;
    std::map<QString, QString> m_promises;
    std::map<QString, QString> m_followUps;   ///< title by id
    std::map<QString, QString> m_remedies;    ///< name by id of the run
    std::optional<incident::Origin> m_origin; ///< once it is said that it was imported
};

/// All events of one incident, in the order given.
[[nodiscard]] std::vector<TimelineRow> timelineOf(std::span<const incident::Event> events,
                                                  const QTimeZone &zone);

} // namespace wording
