// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertmanager/mapping.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

namespace alertmanager {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(alertmanager)
};

tl::unexpected<base::Error> misshapen()
{
    return base::fail(
        base::ErrorKind::Format,
        Words::tr("The answer does not have the form of the Alertmanager API. Check "
                  "that the server is one, and not something that stands before it."));
}

Labels labelsFrom(const QJsonValue &json)
{
    Labels labels;
    const QJsonObject object = json.toObject();
    for (auto label = object.begin(); label != object.end(); ++label)
        labels.insert(label.key(), label.value().toString());
    return labels;
}

QStringList textsFrom(const QJsonValue &json)
{
    QStringList texts;
    for (const QJsonValue &text : json.toArray())
        texts.append(text.toString());
    return texts;
}

std::optional<base::InstantMs> timeFrom(const QJsonValue &json)
{
    const QDateTime time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return base::InstantMs(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QString textOf(base::Instant at)
{
    return QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODate);
}

std::optional<Alert> alertFrom(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    if (!json.value("labels"_L1).isObject() || !json.value("fingerprint"_L1).isString())
        return std::nullopt;
    const QJsonObject status = json.value("status"_L1).toObject();
    Alert alert;
    alert.fingerprint = json.value("fingerprint"_L1).toString();
    alert.labels = labelsFrom(json.value("labels"_L1));
    alert.annotations = labelsFrom(json.value("annotations"_L1));
    alert.startsAt = timeFrom(json.value("startsAt"_L1));
    alert.state = base::fromName<AlertState>(status.value("state"_L1).toString())
                      .value_or(AlertState::Unprocessed);
    alert.silencedBy = textsFrom(status.value("silencedBy"_L1));
    alert.inhibitedBy = textsFrom(status.value("inhibitedBy"_L1));
    alert.generatorUrl = json.value("generatorURL"_L1).toString();
    for (const QJsonValue &receiver : json.value("receivers"_L1).toArray())
        alert.receivers.append(receiver.toObject().value("name"_L1).toString());
    return alert;
}

std::optional<Silence> silenceFrom(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    const auto startsAt = timeFrom(json.value("startsAt"_L1));
    const auto endsAt = timeFrom(json.value("endsAt"_L1));
    const auto state = base::fromName<SilenceState>(
        json.value("status"_L1).toObject().value("state"_L1).toString());
    if (!json.value("id"_L1).isString() || !startsAt || !endsAt || !state)
        return std::nullopt;
    Silence silence;
    silence.id = json.value("id"_L1).toString();
    silence.startsAt = std::chrono::floor<base::Span>(*startsAt);
    silence.endsAt = std::chrono::floor<base::Span>(*endsAt);
    silence.createdBy = json.value("createdBy"_L1).toString();
    silence.comment = json.value("comment"_L1).toString();
    silence.state = *state;
    for (const QJsonValue &element : json.value("matchers"_L1).toArray()) {
        const QJsonObject matcher = element.toObject();
        silence.matchers.push_back(
            {matcher.value("name"_L1).toString(), matcher.value("value"_L1).toString(),
             matcher.value("isRegex"_L1).toBool(), matcher.value("isEqual"_L1).toBool(true)});
    }
    return silence;
}

template <class T>
base::Result<std::vector<T>> listFrom(const QJsonValue &json,
                                      std::optional<T> (*map)(const QJsonValue &))
{
    if (!json.isArray())
        return misshapen();
    std::vector<T> all;
    for (const QJsonValue &element : json.toArray()) {
        auto value = map(element);
        if (!value)
            return misshapen();
        all.push_back(std::move(*value));
    }
    return all;
}

} // namespace

base::Result<std::vector<Alert>> alertsFrom(const QJsonValue &json)
{
    return listFrom(json, alertFrom);
}

base::Result<std::vector<Group>> groupsFrom(const QJsonValue &json)
{
    if (!json.isArray())
        return misshapen();
    std::vector<Group> groups;
    for (const QJsonValue &element : json.toArray()) {
        const QJsonObject object = element.toObject();
        auto alerts = alertsFrom(object.value("alerts"_L1));
        if (!alerts)
            return base::passOn(alerts);
        groups.push_back({labelsFrom(object.value("labels"_L1)),
                          object.value("receiver"_L1).toObject().value("name"_L1).toString(),
                          std::move(*alerts)});
    }
    return groups;
}

base::Result<std::vector<Silence>> silencesFrom(const QJsonValue &json)
{
    return listFrom(json, silenceFrom);
}

base::Result<QString> silenceIdFrom(const QJsonValue &json)
{
    const QString id = json.toObject().value("silenceID"_L1).toString();
    if (id.isEmpty())
        return misshapen();
    return id;
}

QJsonObject toJson(const Silence &silence)
{
    QJsonArray matchers;
    for (const Matcher &matcher : silence.matchers)
        matchers.append(QJsonObject{{u"name"_s, matcher.name},
                                    {u"value"_s, matcher.value},
                                    {u"isRegex"_s, matcher.isRegex},
                                    {u"isEqual"_s, matcher.isEqual}});
    QJsonObject json{{u"matchers"_s, matchers},
                     {u"startsAt"_s, textOf(silence.startsAt)},
                     {u"endsAt"_s, textOf(silence.endsAt)},
                     {u"createdBy"_s, silence.createdBy},
                     {u"comment"_s, silence.comment}};
    if (!silence.id.isEmpty())
        json[u"id"_s] = silence.id;
    return json;
}

} // namespace alertmanager
