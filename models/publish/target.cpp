// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/target.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace publish {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(publish)
};

QJsonObject toObject(const TargetSpec &target)
{
    QJsonObject components;
    for (const auto &[ours, theirs] : target.components)
        components.insert(ours, theirs);
    return {{u"name"_s, target.name},
            {u"kind"_s, target.kind},
            {u"label"_s, target.label},
            {u"address"_s, target.address.toString()},
            {u"api"_s, target.api.toString()},
            {u"readers"_s, target.readers.toString()},
            {u"version"_s, target.version},
            {u"user"_s, target.user},
            {u"plain_loopback"_s, target.plainLoopback},
            {u"category"_s, target.category},
            {u"components"_s, components}};
}

TargetSpec fromObject(const QJsonObject &object)
{
    TargetSpec target;
    target.name = object.value("name"_L1).toString();
    target.kind = object.value("kind"_L1).toString();
    target.label = object.value("label"_L1).toString();
    target.address = QUrl(object.value("address"_L1).toString());
    target.api = QUrl(object.value("api"_L1).toString());
    target.readers = QUrl(object.value("readers"_L1).toString());
    target.version = object.value("version"_L1).toString();
    target.user = object.value("user"_L1).toString();
    target.plainLoopback = object.value("plain_loopback"_L1).toBool();
    target.category = object.value("category"_L1).toString();
    const QJsonObject components = object.value("components"_L1).toObject();
    for (auto entry = components.begin(); entry != components.end(); ++entry)
        target.components[entry.key()] = entry.value().toString();
    return target;
}

} // namespace

QByteArray toJson(const std::vector<TargetSpec> &targets)
{
    QJsonArray array;
    for (const TargetSpec &target : targets)
        array.append(toObject(target));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

base::Result<std::vector<TargetSpec>> targetsFromJson(const QByteArray &json)
{
    if (json.isEmpty())
        return std::vector<TargetSpec>();
    const QJsonDocument document = QJsonDocument::fromJson(json);
    std::vector<TargetSpec> targets;
    for (const QJsonValue &value : document.array()) {
        targets.push_back(fromObject(value.toObject()));
        if (targets.back().name.isEmpty() || targets.back().kind.isEmpty())
            break;
    }
    const bool broken =
        !document.isArray() ||
        (!targets.empty() && (targets.back().name.isEmpty() || targets.back().kind.isEmpty()));
    if (broken) {
        return base::fail(base::ErrorKind::Format,
                          Words::tr("The list of places to publish to is damaged in the settings. "
                                    "Nothing is sent there until you set them up again."));
    }
    return targets;
}

QString secretKey(const TargetSpec &target)
{
    const QString place = target.address.toString(QUrl::RemovePath | QUrl::RemoveQuery |
                                                  QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    return u"%1 %2 %3"_s.arg(target.name, target.user, place);
}

} // namespace publish
