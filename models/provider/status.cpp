// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/status.h"

#include "base/text.h"
#include "http/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace provider {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(provider)
};

constexpr qint64 largestSummary = 4 * 1024 * 1024;
constexpr qsizetype longestText = 500;

QString textOf(const QJsonObject &json, QLatin1StringView key)
{
    return base::oneLine(json.value(key).toString(), longestText);
}

Impact impactOf(const QString &name)
{
    return base::fromName<Impact>(name).value_or(Impact::None);
}

std::optional<base::InstantMs> timeFrom(const QJsonValue &json)
{
    const QDateTime time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return base::InstantMs(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

Notice noticeFrom(const QJsonObject &json)
{
    Notice notice;
    notice.id = textOf(json, "id"_L1);
    notice.title = textOf(json, "name"_L1);
    notice.status = textOf(json, "status"_L1);
    notice.impact = impactOf(json.value("impact"_L1).toString());
    notice.startedAt = timeFrom(json.value("started_at"_L1));
    if (!notice.startedAt)
        notice.startedAt = timeFrom(json.value("created_at"_L1));
    const QJsonArray updates = json.value("incident_updates"_L1).toArray();
    notice.latest = textOf(updates.first().toObject(), "body"_L1);
    for (const QJsonValue &part : json.value("components"_L1).toArray())
        notice.parts.append(textOf(part.toObject(), "name"_L1));
    return notice;
}

bool isOver(const Notice &notice)
{
    return notice.status == "resolved"_L1 || notice.status == "postmortem"_L1 ||
           notice.status == "completed"_L1;
}

/// Planned work counts once it has begun.
bool isUnderWay(const Notice &notice)
{
    return notice.status == "in_progress"_L1 || notice.status == "verifying"_L1;
}

void addNotices(const QJsonObject &json, Status &status)
{
    for (const QJsonValue &incident : json.value("incidents"_L1).toArray()) {
        Notice notice = noticeFrom(incident.toObject());
        if (!isOver(notice))
            status.notices.push_back(std::move(notice));
    }
    for (const QJsonValue &work : json.value("scheduled_maintenances"_L1).toArray()) {
        Notice notice = noticeFrom(work.toObject());
        if (!isUnderWay(notice))
            continue;
        notice.impact = Impact::Maintenance;
        status.notices.push_back(std::move(notice));
    }
}

base::Error notASummary(const http::Response &response)
{
    const QString place = http::placeOf(response.finalUrl);
    if (response.status == 404)
        return {ErrorKind::NotFound,
                Words::tr("%1 has no status summary. Enter the address of the status page itself; "
                          "not every page is of the kind that can be read.")
                    .arg(place),
                {},
                {}};
    if (!response.isSuccess())
        return {
            ErrorKind::Network,
            Words::tr("%1 answers with status %2.").arg(place, QString::number(response.status)),
            {},
            {base::Retry::When::After, std::chrono::seconds(60)}};
    return {ErrorKind::Format,
            Words::tr("What %1 answers is not the summary of a status page. Check the address.")
                .arg(place),
            {},
            {}};
}

} // namespace

http::Request summaryRequest(const QUrl &page)
{
    http::Request request;
    request.url = page.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = page.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    request.url.setPath(path + u"/api/v2/summary.json"_s, QUrl::TolerantMode);
    request.headers = {{"Accept", "application/json"}};
    request.byteCap = largestSummary;
    request.redirects = 3;
    return request;
}

base::Result<Status> statusFrom(const http::Response &response)
{
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    const QJsonObject overall = json.value("status"_L1).toObject();
    if (!response.isSuccess() || !overall.value("indicator"_L1).isString())
        return tl::make_unexpected(notASummary(response));
    Status status;
    status.page = textOf(json.value("page"_L1).toObject(), "name"_L1);
    status.impact = impactOf(overall.value("indicator"_L1).toString());
    status.sentence = textOf(overall, "description"_L1);
    for (const QJsonValue &element : json.value("components"_L1).toArray()) {
        const QJsonObject part = element.toObject();
        if (!part.value("group"_L1).toBool())
            status.parts.push_back({textOf(part, "name"_L1), textOf(part, "status"_L1)});
    }
    addNotices(json, status);
    return status;
}

} // namespace provider
