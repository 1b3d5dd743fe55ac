// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/builtinchecklists.h"
#include "incident/decide.h"
#include "incident/fold.h"
#include "support/manualclock.h"

namespace support {

/// One incident told by commands, as the program tells it: decide, append, fold. Time stands until
/// the story moves it.
class Story
{
public:
    explicit Story(base::Instant now)
        : m_now(now)
    {}

    [[nodiscard]] base::Instant now() const { return m_now; }
    void pass(base::Span span) { m_now += span; }
    void jump(base::Instant to) { m_now = to; }

    /// What a rule says to it; nothing is appended if it refuses.
    base::Done tell(const incident::Command &command)
    {
        const auto events = incident::decide(m_incident, command, {m_now, m_author});
        if (!events)
            return base::passOn(events);
        for (const incident::NewEvent &event : *events) {
            m_events.push_back(
                {nextId(), idOf(command), event.payload, event.occurred, m_now, m_author});
            incident::apply(m_incident, m_events.back());
        }
        return {};
    }

    /// For what the story cannot go without.
    void must(const incident::Command &command)
    {
        if (const base::Done done = tell(command); !done)
            qFatal("refused: %s", qPrintable(done.error().text));
    }

    /// Published at one place and read back there.
    void publish(const QString &id, incident::PublicStatus status,
                 const incident::RoughInstant &nextUpdate = {})
    {
        incident::PostRevision revision;
        revision.id = id;
        revision.status = status;
        revision.title = QStringLiteral("Images are not loading");
        revision.body = QStringLiteral("We are on it.");
        revision.targets = {QStringLiteral("site")};
        revision.nextUpdate = nextUpdate;
        must(incident::RevisePost{revision});
        must(incident::RecordSeen{
            id, QStringLiteral("site"), QStringLiteral("7"), {}, QStringLiteral("promise-") + id});
    }

    [[nodiscard]] const incident::Incident &incident() const { return m_incident; }
    [[nodiscard]] const std::vector<incident::Event> &events() const { return m_events; }

private:
    QString nextId()
    {
        return QStringLiteral("event-%1").arg(m_events.size() + 1, 6, 10, QLatin1Char('0'));
    }

    QString idOf(const incident::Command &command) const
    {
        if (const auto *opening = std::get_if<incident::OpenIncident>(&command))
            return opening->id;
        const auto *importing = std::get_if<incident::ImportIncident>(&command);
        return importing && !m_incident.exists() ? importing->id : m_incident.id;
    }

    base::Instant m_now;
    QString m_author = QStringLiteral("sam");
    incident::Incident m_incident;
    std::vector<incident::Event> m_events;
};

/// An actual window; what is left out is unknown.
[[nodiscard]] inline incident::Window windowFrom(const incident::RoughInstant &start,
                                                 const incident::RoughInstant &end = {})
{
    incident::Window window;
    window.start = start;
    window.end = end;
    return window;
}

/// An outage that runs since `start`, noticed `now`.
[[nodiscard]] inline incident::OpenIncident liveOutage(const incident::RoughInstant &start)
{
    incident::OpenIncident command;
    command.id = QStringLiteral("incident-1");
    command.ref = QStringLiteral("2026-11-22-1");
    command.title = QStringLiteral("Images are not loading");
    command.zone = QStringLiteral("Europe/London");
    command.windows = {windowFrom(start)};
    command.checklist =
        incident::toJson(incident::builtinChecklist(QStringLiteral("unplanned"), QLocale::c()));
    return command;
}

/// Work of at most `longest` from `start` on, scheduled.
[[nodiscard]] inline incident::OpenIncident plannedWork(const incident::RoughInstant &start,
                                                        const incident::RoughDuration &longest)
{
    incident::OpenIncident command;
    command.id = QStringLiteral("incident-1");
    command.ref = QStringLiteral("2026-11-22-1");
    command.kind = incident::Kind::Maintenance;
    command.entry = incident::EntryMode::Planned;
    command.state = incident::State::Scheduled;
    command.title = QStringLiteral("Stack updates");
    command.zone = QStringLiteral("Europe/London");
    incident::Window window = windowFrom(start);
    window.planned = true;
    window.effect = incident::Effect::MaintenanceMode;
    window.duration = longest;
    command.windows = {window};
    command.checklist =
        incident::toJson(incident::builtinChecklist(QStringLiteral("maintenance"), QLocale::c()));
    return command;
}

} // namespace support
