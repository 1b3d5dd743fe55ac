// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/alertbook.h"

#include <algorithm>

namespace upstream {

using namespace Qt::StringLiterals;

namespace {

/// The same alert of the same moment has the same one after a restart.
QString idOf(const QString &server, const Alert &alert)
{
    const auto at = detectedOf(alert).time_since_epoch().count();
    return u"upstream/%1/%2/%3"_s.arg(server, titleOf(alert), QString::number(at));
}

bool tellsOther(const Alert &before, const Alert &after)
{
    return before.activeAt != after.activeAt || before.startsAt != after.startsAt ||
           before.isMuted != after.isMuted;
}

/// What one server says now, over what was known.
void renew(Alert &known, const Alert &told, bool isOnlyTeller)
{
    if (isOnlyTeller) {
        known.isMuted = told.isMuted;
        known.silencedBy = told.silencedBy;
    }
    join(known, told);
}

} // namespace

AlertBook::Changes AlertBook::take(const QString &server, const std::vector<Alert> &alerts,
                                   base::InstantMs at)
{
    Changes changes;
    std::vector<bool> told(m_firing.size(), false);
    for (Alert alert : alerts) {
        alert.firstSeen = alert.lastSeen = at;
        const auto known = find(server, alert);
        if (known == m_firing.end()) {
            alert.id = idOf(server, alert);
            m_firing.push_back({alert, {server}, {{server, alert.labels}}});
            told.push_back(true);
            changes.appeared.push_back(alert);
            continue;
        }
        told[size_t(known - m_firing.begin())] = true;
        const Alert before = known->alert;
        if (!known->servers.contains(server))
            known->servers.append(server);
        known->told[server] = alert.labels;
        // Only an Alertmanager knows about silences; it has told when the alert began to be raised.
        renew(known->alert, alert, known->servers.size() == 1 || alert.startsAt.has_value());
        if (tellsOther(before, known->alert))
            changes.learnt.push_back(known->alert);
    }
    dropUntold(server, told, at, changes);
    return changes;
}

/// One server tells about two alerts where one has more labels; two servers tell about one.
std::vector<AlertBook::Entry>::iterator AlertBook::find(const QString &server, const Alert &alert)
{
    const auto same = std::ranges::find_if(
        m_firing, [&](const Entry &entry) { return entry.alert.labels == alert.labels; });
    if (same != m_firing.end())
        return same;
    return std::ranges::find_if(m_firing, [&](const Entry &entry) {
        return isSame(entry.alert, alert) &&
               (!entry.servers.contains(server) || entry.told.value(server) == alert.labels);
    });
}

void AlertBook::dropUntold(const QString &server, const std::vector<bool> &told, base::InstantMs at,
                           Changes &changes)
{
    for (size_t i = 0; i < told.size(); ++i) {
        Entry &entry = m_firing[i];
        if (told[i] || entry.servers.removeAll(server) == 0 || !entry.servers.isEmpty())
            continue;
        entry.alert.goneAt = at;
        changes.vanished.push_back(entry.alert);
    }
    std::erase_if(m_firing, [](const Entry &entry) { return entry.servers.isEmpty(); });
}

void AlertBook::forget(const QString &server)
{
    for (Entry &entry : m_firing)
        entry.servers.removeAll(server);
    std::erase_if(m_firing, [](const Entry &entry) { return entry.servers.isEmpty(); });
}

} // namespace upstream
