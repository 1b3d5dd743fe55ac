// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/alertlink.h"

#include <algorithm>
#include <QCoreApplication>

namespace workflow {

using incident::Incident;

base::Result<Incident> linkToOpen(Desk &desk, const incident::AlertEvidence &evidence,
                                  const QString &monitor, const QString &component)
{
    for (const ledger::Summary &open : desk.openIncidents()) {
        const auto incident = desk.load(open.id);
        if (!incident || incident->isMaintenance())
            continue;
        const bool known = std::ranges::any_of(
            incident->alerts, [&](const auto &other) { return other.alert == evidence.alert; });
        const bool running = incident::isRunning(incident->state);
        const bool same = (!monitor.isEmpty() && incident->monitor == monitor) ||
                          (!component.isEmpty() && incident->components().contains(component));
        if (known || (running && same))
            return desk.run(open.id, incident::LinkAlert{evidence});
    }
    return base::fail(base::ErrorKind::NotFound,
                      QCoreApplication::translate("workflow", "No open incident fits this alert."));
}

base::Result<Incident> proposeFrom(Desk &desk, const incident::AlertEvidence &evidence,
                                   const AlertStory &story, const QString &title)
{
    incident::OpenIncident request;
    request.kind = story.isSlow ? incident::Kind::Degradation : incident::Kind::Outage;
    request.title = title;
    request.title[0] = request.title[0].toUpper();
    request.monitor = story.monitor;
    incident::Window window;
    window.effect = story.isSlow ? incident::Effect::Degraded : incident::Effect::Down;
    window.start = evidence.started;
    window.components = {story.what};
    window.evidence = story.evidence;
    request.windows = {window};
    request.alert = evidence;
    return desk.propose(std::move(request));
}

} // namespace workflow
