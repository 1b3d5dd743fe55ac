// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/draft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace workflow {

using namespace Qt::StringLiterals;

namespace {

QJsonValue instantJson(const std::optional<base::Instant> &at)
{
    return at ? QJsonValue(qint64(at->time_since_epoch().count())) : QJsonValue();
}

std::optional<base::Instant> instantFrom(const QJsonValue &json)
{
    if (!json.isDouble())
        return std::nullopt;
    return base::Instant(base::Span(json.toInteger()));
}

QJsonArray choicesJson(const std::vector<PromiseChoice> &choices)
{
    QJsonArray json;
    for (const PromiseChoice &choice : choices) {
        json.append(QJsonObject{{u"quote"_s, choice.quote},
                                {u"dropped"_s, choice.isDropped},
                                {u"due"_s, choice.due},
                                {u"typed"_s, instantJson(choice.typed)}});
    }
    return json;
}

std::vector<PromiseChoice> choicesFrom(const QJsonArray &json)
{
    std::vector<PromiseChoice> choices;
    for (const QJsonValue &value : json) {
        const QJsonObject choice = value.toObject();
        choices.push_back({choice.value("quote"_L1).toString(), choice.value("dropped"_L1).toBool(),
                           choice.value("due"_L1).toString(),
                           instantFrom(choice.value("typed"_L1))});
    }
    return choices;
}

} // namespace

QByteArray toJson(const Draft &draft)
{
    QJsonObject json{
        {u"title"_s, draft.title},
        {u"body"_s, draft.body},
        {u"title_touched"_s, draft.titleTouched},
        {u"body_touched"_s, draft.bodyTouched},
        {u"estimate"_s, draft.estimate},
        {u"next_update"_s, draft.nextUpdate},
        {u"next_update_touched"_s, draft.nextUpdateTouched},
        {u"targets"_s, QJsonArray::fromStringList(draft.targets)},
        {u"notify"_s, draft.notify},
        {u"written_from"_s, QString::fromUtf8(draft.writtenFrom)},
        {u"ignored"_s, QJsonArray::fromStringList(draft.ignored)},
        {u"replaces"_s, draft.replaces},
        {u"next_update_typed"_s, instantJson(draft.nextUpdateTyped)},
        {u"promises"_s, choicesJson(draft.promises)},
    };
    if (draft.status)
        json.insert(u"status"_s, base::toName(*draft.status));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Draft> draftFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    Draft draft;
    draft.status = base::fromName<incident::PublicStatus>(object.value("status"_L1).toString());
    draft.title = object.value("title"_L1).toString();
    draft.body = object.value("body"_L1).toString();
    draft.titleTouched = object.value("title_touched"_L1).toBool();
    draft.bodyTouched = object.value("body_touched"_L1).toBool();
    draft.estimate = object.value("estimate"_L1).toString();
    draft.nextUpdate = object.value("next_update"_L1).toString();
    draft.nextUpdateTyped = instantFrom(object.value("next_update_typed"_L1));
    draft.promises = choicesFrom(object.value("promises"_L1).toArray());
    draft.nextUpdateTouched = object.value("next_update_touched"_L1).toBool();
    for (const QJsonValue &target : object.value("targets"_L1).toArray())
        draft.targets << target.toString();
    draft.notify = object.value("notify"_L1).toBool(true);
    draft.writtenFrom = object.value("written_from"_L1).toString().toUtf8();
    for (const QJsonValue &key : object.value("ignored"_L1).toArray())
        draft.ignored << key.toString();
    draft.replaces = object.value("replaces"_L1).toString();
    return draft;
}

QString draftKey(const QString &incidentId)
{
    return u"post/"_s + incidentId;
}

} // namespace workflow
