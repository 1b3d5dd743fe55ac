// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/draft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace workflow {

using namespace Qt::StringLiterals;

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
    };
    if (draft.nextUpdateTyped)
        json.insert(u"next_update_typed"_s,
                    qint64(draft.nextUpdateTyped->time_since_epoch().count()));
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
    if (const QJsonValue typed = object.value("next_update_typed"_L1); typed.isDouble())
        draft.nextUpdateTyped = base::Instant(base::Span(typed.toInteger()));
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
