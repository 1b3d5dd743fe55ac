// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/incidentjson.h"

#include "incident/aggregate.h"
#include "incident/metrics.h"
#include "timing/zone.h"

#include <QJsonArray>

namespace app {

using namespace Qt::StringLiterals;
using base::toName;

namespace {

QJsonValue iso(const std::optional<base::Instant> &at)
{
    return at ? QJsonValue(timing::isoUtc(*at)) : QJsonValue();
}

QJsonValue seconds(const std::optional<base::Span> &length)
{
    return length ? QJsonValue(qint64(length->count())) : QJsonValue();
}

QJsonObject windowJson(const incident::Window &window)
{
    return {
        {u"seq"_s, window.seq},
        {u"round"_s, window.round},
        {u"planned"_s, window.planned},
        {u"effect"_s, toName(window.effect)},
        {u"felt"_s, window.felt},
        {u"components"_s, QJsonArray::fromStringList(window.components)},
        {u"start"_s, instantJson(window.start)},
        {u"end"_s, instantJson(window.end)},
        {u"duration"_s, lengthJson(window.duration)},
        {u"inside"_s, window.inside},
        {u"several"_s, window.several},
        {u"count"_s, window.count ? QJsonValue(window.count) : QJsonValue()},
        {u"total"_s, lengthJson(window.total)},
    };
}

QJsonObject factorJson(const incident::Factor &factor)
{
    return {{u"code"_s, factor.code}, {u"role"_s, toName(factor.role)}};
}

QJsonObject postJson(const incident::PostRevision &post)
{
    QJsonArray seen;
    for (const incident::Seen &proof : post.seen) {
        seen.append(QJsonObject{{u"target"_s, proof.target},
                                {u"at"_s, timing::isoUtc(proof.at)},
                                {u"url"_s, proof.url}});
    }
    return {
        {u"id"_s, post.id},
        {u"number"_s, post.number},
        {u"replaces"_s, post.replaces},
        {u"status"_s, toName(post.status)},
        {u"title"_s, post.title},
        {u"body"_s, post.body},
        {u"written"_s, timing::isoUtc(post.written)},
        {u"seen"_s, seen},
    };
}

QJsonObject promiseJson(const incident::Promise &promise)
{
    return {
        {u"id"_s, promise.id},           {u"kind"_s, toName(promise.kind)},
        {u"quote"_s, promise.quote},     {u"due"_s, instantJson(promise.due)},
        {u"trigger"_s, promise.trigger}, {u"status"_s, toName(promise.status)},
        {u"note"_s, promise.note},       {u"owner"_s, promise.owner},
    };
}

QJsonObject linkJson(const incident::Link &link)
{
    return {{u"relation"_s, toName(link.relation)},
            {u"incident"_s, link.incident},
            {u"ref"_s, link.ref},
            {u"reason"_s, link.reason}};
}

QJsonObject contactJson(const incident::ProviderContact &contact)
{
    return {{u"id"_s, contact.id},
            {u"provider"_s, contact.provider},
            {u"channel"_s, toName(contact.channel)},
            {u"who"_s, contact.who},
            {u"said"_s, contact.said},
            {u"reference"_s, contact.reference},
            {u"at"_s, instantJson(contact.at)},
            {u"chase_at"_s, instantJson(contact.chaseAt)},
            {u"answer"_s, contact.answer}};
}

QJsonObject milestonesJson(const incident::Incident &incident)
{
    QJsonObject milestones;
    for (const auto &row : base::EnumNames<incident::Milestone>::table) {
        const auto at = incident.milestone(row.value);
        if (at.isKnown())
            milestones.insert(QLatin1StringView(row.name), instantJson(at));
    }
    return milestones;
}

QJsonObject figuresJson(const incident::Incident &incident)
{
    const incident::Metrics metrics = incident::metricsOf(incident);
    const auto error =
        incident.isMaintenance() ? incident::Figure::PlanError : incident::Figure::EstimateError;
    return {
        {u"detect"_s, lengthJson(metrics.detect)},
        {u"acknowledge"_s, lengthJson(metrics.acknowledge)},
        {u"tell"_s, lengthJson(metrics.tell)},
        {u"restore"_s, lengthJson(metrics.restore)},
        {u"downtime"_s, lengthJson(metrics.downtime)},
        {u"impaired"_s, lengthJson(metrics.impaired)},
        {u"all_clear_lag"_s, lengthJson(metrics.allClearLag)},
        {u"estimate_error"_s, lengthJson(incident::figureOf(incident, error).value)},
        {u"running"_s, metrics.running},
    };
}

template <class T, class Convert>
QJsonArray arrayOf(const std::vector<T> &values, Convert convert)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(convert(value));
    return array;
}

} // namespace

QJsonObject instantJson(const timing::RoughInstant &at)
{
    return {
        {u"lo"_s, iso(at.lo())}, {u"hi"_s, iso(at.hi())}, {u"precision"_s, toName(at.precision())}};
}

QJsonObject lengthJson(const timing::RoughDuration &length)
{
    return {{u"lo"_s, seconds(length.lo())},
            {u"hi"_s, seconds(length.hi())},
            {u"precision"_s, toName(length.precision())}};
}

QJsonObject toJson(const ledger::Summary &summary)
{
    return {
        {u"id"_s, summary.id},
        {u"ref"_s, summary.ref},
        {u"kind"_s, toName(summary.kind)},
        {u"state"_s, toName(summary.state)},
        {u"title"_s, summary.title},
        {u"severity"_s, summary.severity},
        {u"components"_s, QJsonArray::fromStringList(summary.components)},
        {u"planned"_s, summary.planned},
        {u"started"_s, instantJson(summary.started)},
        {u"ended"_s, instantJson(summary.ended)},
        {u"downtime"_s, lengthJson(summary.downtime)},
    };
}

QJsonObject toJson(const incident::Incident &incident)
{
    return {
        {u"id"_s, incident.id},
        {u"ref"_s, incident.ref},
        {u"kind"_s, toName(incident.kind)},
        {u"entry"_s, toName(incident.entry)},
        {u"state"_s, toName(incident.state)},
        {u"title"_s, incident.title},
        {u"zone"_s, incident.zone},
        {u"severity"_s, incident.severity},
        {u"round"_s, incident.round},
        {u"cause"_s, QJsonObject{{u"status"_s, toName(incident.cause.status)},
                                 {u"text"_s, incident.cause.text},
                                 {u"attribution"_s, toName(incident.cause.attribution)},
                                 {u"provider"_s, incident.cause.provider},
                                 {u"trigger"_s, incident.cause.trigger},
                                 {u"factors"_s, arrayOf(incident.cause.factors, factorJson)}}},
        {u"components"_s, QJsonArray::fromStringList(incident.components())},
        {u"felt"_s, incident.felt()},
        {u"milestones"_s, milestonesJson(incident)},
        {u"windows"_s, arrayOf(incident.windows, windowJson)},
        {u"posts"_s, arrayOf(incident.posts, postJson)},
        {u"promises"_s, arrayOf(incident.promises, promiseJson)},
        {u"links"_s, arrayOf(incident.links, linkJson)},
        {u"contacts"_s, arrayOf(incident.contacts, contactJson)},
        {u"follow_ups"_s, arrayOf(incident.followUps,
                                  [&](const incident::FollowUp &followUp) {
                                      return toJson(followUp, incident.ref);
                                  })},
        {u"figures"_s, figuresJson(incident)},
    };
}

QJsonObject toJson(const incident::FollowUp &followUp, const QString &ref)
{
    return {{u"incident"_s, ref},
            {u"id"_s, followUp.id},
            {u"title"_s, followUp.title},
            {u"kind"_s, toName(followUp.kind)},
            {u"due"_s, instantJson(followUp.due)},
            {u"owner"_s, followUp.owner},
            {u"status"_s, toName(followUp.status)},
            {u"maintenance"_s, followUp.maintenanceRef},
            {u"note"_s, followUp.note}};
}

QJsonObject toJson(const incident::StepStatus &status)
{
    return {
        {u"step"_s, status.step.id},        {u"title"_s, status.step.title},
        {u"state"_s, toName(status.state)}, {u"automatic"_s, status.automatic},
        {u"active"_s, status.active},       {u"evidence"_s, status.evidence},
        {u"at"_s, iso(status.at)},          {u"due"_s, iso(status.due)},
    };
}

} // namespace app
