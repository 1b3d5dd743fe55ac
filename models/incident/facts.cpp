// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/facts.h"

#include "incident/metrics.h"
#include "incident/valuesjson.h"
#include "timing/json.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>

namespace incident {

using namespace Qt::StringLiterals;

namespace {

Effect worstEffect(const Incident &incident)
{
    const Window *worst = nullptr;
    // What is over does not count while something else goes on: after-effects are not downtime.
    if (incident.isMaintenance() && incident.hasOpenWindow()) {
        for (const Window &window : incident.windows) {
            if (window.isOpen() && (!worst || window.effect < worst->effect))
                worst = &window;
        }
        return worst->effect;
    }
    const auto windows = incident.isMaintenance() ? incident.windows : incident.actualWindows();
    for (const Window &window : windows) {
        if (!worst || window.effect < worst->effect)
            worst = &window;
    }
    return worst ? worst->effect : Effect::Down;
}

/// Of the running round: what was broken before is not what readers are told about now.
QStringList componentsOf(const Incident &incident)
{
    QStringList components;
    for (const Window &window : incident.actualWindows())
        components += window.components;
    components.removeDuplicates();
    return components.isEmpty() ? incident.components() : components;
}

int publishedCount(const Incident &incident)
{
    return int(std::ranges::count_if(incident.posts,
                                     [](const PostRevision &post) { return !post.seen.empty(); }));
}

PublicStatus maintenanceStatus(State state)
{
    switch (state) {
    case State::InProgress:
    case State::AfterEffects:
        return PublicStatus::InProgress;
    case State::Verifying:
        return PublicStatus::Verifying;
    case State::Completed:
    case State::Cancelled:
    case State::Closed:
        return PublicStatus::Completed;
    default:
        return PublicStatus::Scheduled;
    }
}

QJsonArray windowsJson(const std::vector<Window> &windows)
{
    QJsonArray array;
    for (const Window &window : windows)
        array.append(toJson(window));
    return array;
}

} // namespace

PublicStatus publicStatusOf(const Incident &incident)
{
    if (incident.isMaintenance())
        return maintenanceStatus(incident.state);
    switch (incident.state) {
    case State::Suspected:
        return PublicStatus::Investigating;
    case State::Monitoring:
        return PublicStatus::Monitoring;
    case State::Restored:
    case State::Review:
    case State::Closed:
    case State::Dismissed:
        return PublicStatus::Resolved;
    default:
        return incident.cause.status == CauseStatus::Unknown ? PublicStatus::Investigating
                                                             : PublicStatus::Identified;
    }
}

Facts factsOf(const Incident &incident)
{
    Facts facts;
    facts.kind = incident.kind;
    facts.entry = incident.entry;
    facts.state = incident.state;
    facts.status = publicStatusOf(incident);
    facts.round = incident.round;
    facts.title = incident.title;
    facts.felt = incident.felt();
    facts.components = componentsOf(incident);
    facts.effect = worstEffect(incident);
    facts.zone = incident.zone;
    facts.started = incident.milestone(Milestone::Started);
    facts.detected = incident.milestone(Milestone::Detected);
    facts.fixed = incident.milestone(Milestone::Fixed);
    facts.backToNormal = incident.milestone(Milestone::BackToNormal);
    facts.duration = incident.hasOpenWindow() ? RoughDuration() : troubleLength(incident);
    facts.cause = incident.cause;
    // Work that is over is measured by what was said before it began, not by what that became.
    const bool isOver = !incident.planAtStart.empty() && facts.status == PublicStatus::Completed;
    facts.planned = isOver ? incident.planAtStart : incident.plannedWindows();
    facts.actual = incident.actualWindows();
    facts.updatesBefore = publishedCount(incident);
    return facts;
}

QByteArray factsJson(const Facts &facts)
{
    const QJsonObject json{
        {u"kind"_s, base::toName(facts.kind)},
        {u"entry"_s, base::toName(facts.entry)},
        {u"state"_s, base::toName(facts.state)},
        {u"status"_s, base::toName(facts.status)},
        {u"round"_s, facts.round},
        {u"title"_s, facts.title},
        {u"felt"_s, facts.felt},
        {u"components"_s, QJsonArray::fromStringList(facts.components)},
        {u"effect"_s, base::toName(facts.effect)},
        {u"zone"_s, facts.zone},
        {u"started"_s, timing::toJson(facts.started)},
        {u"detected"_s, timing::toJson(facts.detected)},
        {u"fixed"_s, timing::toJson(facts.fixed)},
        {u"back_to_normal"_s, timing::toJson(facts.backToNormal)},
        {u"duration"_s, timing::toJson(facts.duration)},
        {u"cause"_s, toJson(facts.cause)},
        {u"planned"_s, windowsJson(facts.planned)},
        {u"actual"_s, windowsJson(facts.actual)},
        {u"estimate"_s, timing::toJson(facts.estimate)},
        {u"next_update"_s, timing::toJson(facts.nextUpdate)},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace incident
