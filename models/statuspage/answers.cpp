// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspage/answers.h"

#include "base/text.h"
#include "http/answer.h"
#include "publish/refusal.h"
#include "timing/zone.h"

#include <algorithm>
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

namespace statuspage {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(statuspage)
};

std::optional<base::Instant> instantFrom(const QJsonValue &value)
{
    const QDateTime at = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return at.isValid() ? std::optional(timing::fromUtc(at.toUTC())) : std::nullopt;
}

/// Its refusals are {"error": "…"}, {"error": ["…"]} or {"message": "…"}.
QString messageOf(const QJsonDocument &json)
{
    QJsonValue said = json["error"_L1];
    if (said.isUndefined() || said.isNull())
        said = json["message"_L1];
    if (!said.isArray())
        return base::oneLine(said.toString());
    QStringList all;
    for (const QJsonValue &one : said.toArray())
        all << one.toString();
    return base::oneLine(all.join("; "_L1));
}

Error refusal(const http::Response &response, const QJsonDocument &json)
{
    return publish::refusalOf(
        response, messageOf(json),
        {.unauthorized = Words::tr("%1 does not accept this API key. Copy the key anew from your "
                                   "account there, and type it in the settings."),
         .forbidden = Words::tr("The owner of this API key may not do that on %1. Give them the "
                                "right to manage incidents there."),
         .unknown = Words::tr("%1 does not know this page or incident. Check the page id.")});
}

} // namespace

RemoteUpdate updateFrom(const QJsonObject &object)
{
    return {object.value("id"_L1).toString(), object.value("status"_L1).toString(),
            object.value("body"_L1).toString(), instantFrom(object.value("display_at"_L1)),
            instantFrom(object.value("created_at"_L1))};
}

RemoteIncident incidentFrom(const QJsonObject &object)
{
    RemoteIncident incident;
    incident.id = object.value("id"_L1).toString();
    incident.name = object.value("name"_L1).toString();
    incident.changed = object.value("updated_at"_L1).toString();
    incident.made = instantFrom(object.value("created_at"_L1));
    incident.plannedFrom = instantFrom(object.value("scheduled_for"_L1));
    incident.plannedUntil = instantFrom(object.value("scheduled_until"_L1));
    incident.mark = object.value("metadata"_L1)["watchkeeper"_L1].toObject();
    const QJsonArray updates = object.value("incident_updates"_L1).toArray();
    for (const QJsonValue &value : updates) {
        RemoteUpdate update = updateFrom(value.toObject());
        if (update.status != "postmortem"_L1)
            incident.updates.push_back(std::move(update));
    }
    // They come newest first; those of one second keep that order.
    std::ranges::reverse(incident.updates);
    std::ranges::stable_sort(incident.updates, {}, [](const RemoteUpdate &update) {
        return update.made.value_or(base::Instant());
    });
    return incident;
}

base::Result<QJsonDocument> jsonFrom(const http::Response &response)
{
    const auto json = http::jsonOf(response);
    if (!json && response.status == 404)
        return tl::make_unexpected(publish::notFound(
            response,
            Words::tr("There is no Statuspage interface at this address of %1. Its own is "
                      "https://api.statuspage.io/v1.")));
    if (!json || response.isSuccess())
        return json;
    return tl::make_unexpected(refusal(response, *json));
}

} // namespace statuspage
