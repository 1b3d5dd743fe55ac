// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/eventwords.h"

#include "wording/eventsentence.h"

namespace wording {

namespace {

constexpr base::Span laterThan = std::chrono::minutes(5);

} // namespace

EventWords::EventWords(QTimeZone zone)
    : m_zone(std::move(zone))
{}

TimelineRow EventWords::next(const incident::Event &event)
{
    const auto latest = event.occurred.hi() ? event.occurred.hi() : event.occurred.lo();
    TimelineRow row;
    row.event = event.id;
    row.occurred = event.occurred;
    row.recorded = event.recorded;
    row.author = event.author;
    row.sentence = EventSentence(*this, event).say();
    row.addedLater = latest && event.recorded - *latest > laterThan;
    return row;
}

std::vector<TimelineRow> timelineOf(std::span<const incident::Event> events, const QTimeZone &zone)
{
    EventWords words(zone);
    std::vector<TimelineRow> rows;
    rows.reserve(events.size());
    for (const incident::Event &event : events)
        rows.push_back(words.next(event));
    return rows;
}

} // namespace wording
