// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cachet/answers.h"

#include "base/text.h"
#include "http/answer.h"
#include "publish/refusal.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cachet {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(cachet)
};

/// A time is a text, or {"human": …, "string": …}.
QString timeText(const QJsonValue &value)
{
    return value.isObject() ? value["string"_L1].toString() : value.toString();
}

/// {"message": …, "errors": {field: […]}}, or {"errors": [{"title": …, "detail": …}]}.
QString messageOf(const QJsonDocument &json)
{
    const QJsonValue first = json["errors"_L1][0];
    QString said = json["message"_L1].toString();
    if (said.isEmpty())
        said = first["detail"_L1].toString(first["title"_L1].toString());
    return base::oneLine(said);
}

Error refusal(const http::Response &response, const QJsonDocument &json)
{
    return publish::refusalOf(
        response, messageOf(json),
        {.unauthorized = Words::tr("%1 does not accept this token. Make a new one there, and type "
                                   "it in the settings."),
         .forbidden =
             Words::tr("This token may not do that on %1. Give it the rights to manage and "
                       "delete incidents, their updates and schedules there."),
         .unknown = Words::tr("%1 does not have this entry any more.")});
}

} // namespace

Entry entryFrom(const QJsonObject &object)
{
    const QJsonValue id = object.value("id"_L1);
    const QJsonObject fields =
        object.contains("attributes"_L1) ? object.value("attributes"_L1).toObject() : object;
    return {id.isString() ? id.toString() : QString::number(id.toInteger()),
            fields.value("guid"_L1).toString(), fields.value("name"_L1).toString(),
            fields.value("message"_L1).toString(), timeText(fields.value("updated_at"_L1))};
}

Entry entryFrom(const QJsonDocument &answer)
{
    return entryFrom(answer["data"_L1].toObject());
}

std::vector<Entry> entriesFrom(const QJsonDocument &answer)
{
    std::vector<Entry> entries;
    for (const QJsonValue &value : answer["data"_L1].toArray())
        entries.push_back(entryFrom(value.toObject()));
    return entries;
}

base::Result<QJsonDocument> jsonFrom(const http::Response &response)
{
    if (response.status == 204)
        return QJsonDocument();
    const auto json = http::jsonOf(response);
    if (!json && response.status == 404)
        return tl::make_unexpected(publish::notFound(
            response, Words::tr("There is no Cachet at this address of %1. Check the address.")));
    if (!json || response.isSuccess())
        return json;
    return tl::make_unexpected(refusal(response, *json));
}

} // namespace cachet
