// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/monitorbook.h"
#include "workflow/watch.h"

#include <algorithm>
#include <QHostAddress>
#include <QUrl>

namespace workflow {

using base::Done;
using health::Quality;

namespace {

/// How many monitors may stand on each other.
constexpr int deepest = 16;
/// For a look at what a failed monitor stands on.
constexpr auto longestWait = std::chrono::seconds(60);

} // namespace

/// What answers from this machine itself tells nothing about our network.
void Watch::followNetwork(const source::Reading &reading)
{
    const auto spec = m_sources.monitor(reading.monitor);
    if (spec && spec->kind == source::Kind::Host)
        return;
    const bool isGone = reading.verdict->finding == source::Finding::NoNetwork;
    const QString host = spec ? QUrl(spec->address).host() : QString();
    const bool isBack = reading.sample.quality == Quality::Ok && host != u"localhost" &&
                        !QHostAddress(host).isLoopback();
    if (isGone == m_isOffline || (!isGone && !isBack))
        return;
    m_isOffline = isGone;
    emit networkChanged(!isGone);
}

bool Watch::hasAlert(const QString &monitor) const
{
    return std::ranges::any_of(
        m_engine.active(), [&](const health::Alert &alert) { return alert.monitor == monitor; });
}

QString Watch::mutedBy(const QString &monitor) const
{
    auto spec = m_sources.monitor(monitor);
    for (int step = 0; step < deepest && spec && !spec->dependsOn.isEmpty(); ++step) {
        const auto below = m_tracks.find(spec->dependsOn);
        spec = m_sources.monitor(spec->dependsOn);
        if (spec && below != m_tracks.end() && below->second.condition == Condition::Down)
            return spec->name;
    }
    return {};
}

std::optional<WorkMute> Watch::mutedFor(const source::MonitorSpec &spec) const
{
    return m_mutes.of({spec.component, spec.name});
}

void Watch::raiseWhatWasMuted()
{
    if (m_held.empty())
        return followAlerts();
    const QList<health::Alert> active = m_engine.active();
    std::erase_if(m_held, [&](const QString &id) {
        return std::ranges::find(active, id, &health::Alert::id) == active.end();
    });
    for (const health::Alert &alert : active) {
        const auto spec = m_sources.monitor(alert.monitor);
        if (!m_held.contains(alert.id))
            continue;
        if (spec && !mutedBy(spec->id).isEmpty()) {
            m_held.erase(alert.id);
            forgetAlertsOf(*spec);
            continue;
        }
        const bool isStillMuted = spec && (mutedFor(*spec) || awaitsLookBelow(*spec, alert));
        if (!isStillMuted && m_held.erase(alert.id))
            handle({health::AlertEvent::Kind::Raised, alert});
    }
    followAlerts();
}

void Watch::followAlerts()
{
    decltype(m_toldAlerts) alerts;
    for (const health::Alert &alert : m_engine.active()) {
        const auto spec = m_sources.monitor(alert.monitor);
        const auto work = spec ? mutedFor(*spec) : std::nullopt;
        alerts.emplace_back(alert.id, alert.isFlapping, work ? work->mute.until : base::Instant());
    }
    if (alerts == m_toldAlerts)
        return;
    m_toldAlerts = std::move(alerts);
    emit alertsChanged();
}

bool Watch::awaitsLookBelow(const source::MonitorSpec &spec, const health::Alert &alert) const
{
    const auto below = m_tracks.find(spec.dependsOn);
    if (below == m_tracks.end() || m_desk.clock().now() - alert.detected >= longestWait)
        return false;
    return !below->second.lastAt || *below->second.lastAt < base::InstantMs(alert.firstBadAt);
}

bool Watch::isMachineWatched() const
{
    return m_sources.monitor(MonitorBook::machine().id).has_value();
}

Done Watch::setMachineWatched(bool watched)
{
    if (watched == isMachineWatched())
        return {};
    if (const Done kept = m_desk.settings().set(settings::watchHost, watched); !kept)
        return kept;
    const source::MonitorSpec machine = MonitorBook(m_desk.settings()).machineAsSet();
    return watched ? add(machine) : remove(machine.id);
}

Done Watch::checkDependency(const source::MonitorSpec &spec) const
{
    QString below = spec.dependsOn;
    for (int step = 0; step < deepest && !below.isEmpty(); ++step) {
        const auto next = m_sources.monitor(below);
        if (below == spec.id)
            return base::fail(base::ErrorKind::Input,
                              tr("Two monitors cannot stand on each other."));
        below = next ? next->dependsOn : QString();
    }
    return {};
}

} // namespace workflow
