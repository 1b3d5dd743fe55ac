// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/jsonobjects.h"

#include "staticsite/markup.h"

#include <algorithm>

#include <QDateTime>
#include <QJsonArray>

namespace staticsite {

using namespace Qt::StringLiterals;
using base::Instant;
using publish::ComponentState;
using publish::Thread;
using publish::Update;

namespace {

/// "2026-11-22T16:10:00.000Z": strict readers want the milliseconds and the offset.
QString isoMs(Instant at)
{
    return QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

QJsonValue orNull(std::optional<Instant> at)
{
    return at ? QJsonValue(isoMs(*at)) : QJsonValue();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(wellFormed(text));
}

QString indicatorOf(ComponentState worst)
{
    switch (worst) {
    case ComponentState::Operational:
        return u"none"_s;
    case ComponentState::Maintenance:
        return u"maintenance"_s;
    case ComponentState::Degraded:
        return u"minor"_s;
    case ComponentState::PartialOutage:
        return u"major"_s;
    case ComponentState::MajorOutage:
        break;
    }
    return u"critical"_s;
}

/// Programs compare these; they are not translated.
QString descriptionOf(const publish::Overview &overview)
{
    switch (overview.worst) {
    case ComponentState::Operational:
        return u"All Systems Operational"_s;
    case ComponentState::Maintenance:
        return u"Service Under Maintenance"_s;
    case ComponentState::Degraded:
        return overview.all ? u"Degraded System Service"_s : u"Partially Degraded Service"_s;
    case ComponentState::PartialOutage:
        return u"Partial System Outage"_s;
    case ComponentState::MajorOutage:
        break;
    }
    return u"Major System Outage"_s;
}

const publish::ComponentEffect *effectOn(const Update &update, const QString &name)
{
    const auto found = std::ranges::find(update.components, name, &publish::ComponentEffect::name);
    return found == update.components.end() ? nullptr : &*found;
}

QJsonArray affectedJson(const Thread &thread, size_t index)
{
    QJsonArray affected;
    for (const auto &effect : thread.updates[index].components) {
        ComponentState before = ComponentState::Operational;
        for (size_t earlier = index; earlier-- > 0;) {
            if (const auto *known = effectOn(thread.updates[earlier], effect.name)) {
                before = known->state;
                break;
            }
        }
        affected.append(QJsonObject{{u"code"_s, publish::componentId(effect.name)},
                                    {u"name"_s, wellFormed(effect.name)},
                                    {u"old_status"_s, base::toName(before)},
                                    {u"new_status"_s, base::toName(effect.state)}});
    }
    return affected;
}

QJsonArray updatesJson(const Thread &thread)
{
    QJsonArray updates;
    for (size_t index = thread.updates.size(); index-- > 0;) {
        const Update &update = thread.updates[index];
        const QJsonArray affected = affectedJson(thread, index);
        updates.append(QJsonObject{
            {u"id"_s, update.key},
            {u"status"_s, base::toName(update.status)},
            {u"body"_s, wellFormed(update.body)},
            {u"incident_id"_s, thread.key},
            {u"created_at"_s, isoMs(update.publishedAt)},
            {u"updated_at"_s, isoMs(update.changedAt())},
            {u"display_at"_s, isoMs(update.publishedAt)},
            {u"affected_components"_s, affected.isEmpty() ? QJsonValue() : QJsonValue(affected)},
            {u"deliver_notifications"_s, false},
            {u"custom_tweet"_s, QJsonValue()},
            {u"tweet_id"_s, QJsonValue()},
        });
    }
    return updates;
}

std::optional<Instant> firstWith(const Thread &thread, incident::PublicStatus status)
{
    const auto found = std::ranges::find(thread.updates, status, &Update::status);
    return found == thread.updates.end() ? std::nullopt : std::optional(found->publishedAt);
}

std::optional<Instant> monitoringAt(const Thread &thread)
{
    if (const auto fixed = thread.fixed.middle())
        return fixed;
    return firstWith(thread, incident::PublicStatus::Monitoring);
}

/// Unknown is not now: without a stated end it is the update that said so.
std::optional<Instant> resolvedAt(const Thread &thread, Instant started)
{
    if (!thread.isOver())
        return std::nullopt;
    const Instant end = thread.backToNormal.middle().value_or(thread.updates.back().publishedAt);
    return std::max(end, started);
}

/// Also those that the page does not show any more.
QJsonArray componentsOf(const Edition &edition, const Thread &thread)
{
    QJsonArray components;
    const auto &shown = edition.overview().components;
    for (const publish::ComponentEffect &effect : thread.components) {
        const auto known = std::ranges::find(
            shown, effect.name, [](const auto &component) { return component.component.name; });
        const bool retired = known == shown.end();
        const publish::ComponentNow component =
            retired ? publish::ComponentNow{{effect.name, {}, {}}, effect.state} : *known;
        components.append(componentJson(edition, component, int(known - shown.begin()) + 1));
    }
    return components;
}

} // namespace

QJsonObject pageJson(const Edition &edition)
{
    return {
        {u"id"_s, edition.page().id},
        {u"name"_s, wellFormed(edition.page().name)},
        {u"url"_s, edition.page().url},
        {u"time_zone"_s, QString::fromUtf8(edition.times().zone().id())},
        {u"updated_at"_s, isoMs(edition.changedAt())},
    };
}

QJsonObject statusJson(const Edition &edition)
{
    return {
        {u"indicator"_s, indicatorOf(edition.overview().worst)},
        {u"description"_s, descriptionOf(edition.overview())},
    };
}

QJsonObject componentJson(const Edition &edition, const publish::ComponentNow &component,
                          int position)
{
    const publish::Component &about = component.component;
    return {
        {u"id"_s, publish::componentId(about.name)},
        {u"name"_s, wellFormed(about.name)},
        {u"status"_s, base::toName(component.state)},
        {u"created_at"_s, isoMs(edition.createdAt(about))},
        {u"updated_at"_s, isoMs(edition.changedAt(about))},
        {u"position"_s, position},
        {u"description"_s, orNull(about.description)},
        {u"showcase"_s, true},
        {u"start_date"_s, about.since
                              ? QJsonValue(edition.times().day(*about.since).toString(Qt::ISODate))
                              : QJsonValue()},
        {u"group_id"_s, QJsonValue()},
        {u"page_id"_s, edition.page().id},
        {u"group"_s, false},
        {u"only_show_if_degraded"_s, false},
    };
}

QJsonObject threadJson(const Edition &edition, const Thread &thread)
{
    const Instant started = publish::beginningOf(thread);
    QJsonObject json{
        {u"id"_s, thread.key},
        {u"name"_s, wellFormed(thread.title)},
        {u"status"_s, base::toName(thread.status)},
        {u"created_at"_s, isoMs(thread.publishedAt())},
        {u"updated_at"_s, isoMs(thread.changedAt())},
        {u"monitoring_at"_s, orNull(monitoringAt(thread))},
        {u"resolved_at"_s, orNull(resolvedAt(thread, started))},
        {u"impact"_s, base::toName(thread.impact)},
        {u"shortlink"_s, edition.address(threadPath(thread))},
        {u"started_at"_s, isoMs(started)},
        {u"page_id"_s, edition.page().id},
        {u"incident_updates"_s, updatesJson(thread)},
        {u"components"_s, componentsOf(edition, thread)},
    };
    if (thread.isMaintenance()) {
        const auto span = publish::plannedSpan(thread.planned);
        const Instant from = span ? span->from : started;
        json.insert(u"scheduled_for"_s, isoMs(from));
        json.insert(u"scheduled_until"_s, isoMs(span ? span->until.value_or(from) : from));
    }
    return json;
}

} // namespace staticsite
