// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/valuesjson.h"

#include "incident/jsonreader.h"

namespace incident {

using namespace Qt::StringLiterals;

namespace {

QJsonArray factorsJson(const std::vector<Factor> &factors)
{
    QJsonArray array;
    for (const Factor &factor : factors)
        array.append(QJsonObject{{u"code"_s, factor.code}, {u"role"_s, base::toName(factor.role)}});
    return array;
}

std::optional<std::vector<Factor>> factorsFromJson(const QJsonValue &json)
{
    if (!json.isArray())
        return std::nullopt;
    std::vector<Factor> factors;
    for (const QJsonValue entry : json.toArray()) {
        Factor factor;
        const QJsonObject object = entry.toObject();
        JsonReader reader(object);
        reader.need("code"_L1, factor.code);
        reader.need("role"_L1, factor.role);
        if (!reader.ok())
            return std::nullopt;
        factors.push_back(std::move(factor));
    }
    return factors;
}

std::optional<std::vector<Promise>> promisesFromJson(const QJsonValue &json)
{
    if (!json.isArray())
        return std::nullopt;
    std::vector<Promise> promises;
    for (const QJsonValue entry : json.toArray()) {
        auto promise = promiseFromJson(entry.toObject());
        if (!promise)
            return std::nullopt;
        promises.push_back(std::move(*promise));
    }
    return promises;
}

} // namespace

QJsonObject toJson(const Window &window)
{
    QJsonObject json{
        {u"seq"_s, window.seq},
        {u"round"_s, window.round},
        {u"planned"_s, window.planned},
        {u"effect"_s, base::toName(window.effect)},
        {u"felt"_s, window.felt},
        {u"components"_s, QJsonArray::fromStringList(window.components)},
        {u"start"_s, timing::toJson(window.start)},
        {u"end"_s, timing::toJson(window.end)},
        {u"duration"_s, timing::toJson(window.duration)},
        {u"inside"_s, window.inside},
        {u"evidence"_s, window.evidence},
    };
    if (window.several) {
        json.insert(u"several"_s, true);
        json.insert(u"count"_s, window.count);
        json.insert(u"total"_s, timing::toJson(window.total));
    }
    return json;
}

std::optional<Window> windowFromJson(const QJsonObject &json)
{
    Window window;
    JsonReader reader(json);
    reader.need("seq"_L1, window.seq);
    reader.read("round"_L1, window.round);
    reader.read("planned"_L1, window.planned);
    reader.read("effect"_L1, window.effect);
    reader.read("felt"_L1, window.felt);
    reader.read("components"_L1, window.components);
    reader.read("start"_L1, window.start);
    reader.read("end"_L1, window.end);
    reader.read("duration"_L1, window.duration);
    reader.read("inside"_L1, window.inside);
    reader.read("evidence"_L1, window.evidence);
    reader.read("several"_L1, window.several);
    reader.read("count"_L1, window.count);
    reader.read("total"_L1, window.total);
    reader.check(window.count >= 0);
    return reader.ok() && window.seq > 0 && window.round > 0 ? std::optional(window) : std::nullopt;
}

QJsonObject toJson(const Cause &cause)
{
    QJsonObject json{
        {u"status"_s, base::toName(cause.status)},
        {u"text"_s, cause.text},
        {u"attribution"_s, base::toName(cause.attribution)},
        {u"provider"_s, cause.provider},
        {u"trigger"_s, cause.trigger},
    };
    if (!cause.factors.empty())
        json.insert(u"factors"_s, factorsJson(cause.factors));
    return json;
}

std::optional<Cause> causeFromJson(const QJsonObject &json)
{
    Cause cause;
    JsonReader reader(json);
    reader.need("status"_L1, cause.status);
    reader.read("text"_L1, cause.text);
    reader.read("attribution"_L1, cause.attribution);
    reader.read("provider"_L1, cause.provider);
    reader.read("trigger"_L1, cause.trigger);
    reader.readValue("factors"_L1, cause.factors, factorsFromJson);
    return reader.ok() ? std::optional(cause) : std::nullopt;
}

QJsonObject toJson(const PostRevision &revision)
{
    QJsonObject json{
        {u"id"_s, revision.id},
        {u"number"_s, revision.number},
        {u"replaces"_s, revision.replaces},
        {u"status"_s, base::toName(revision.status)},
        {u"title"_s, revision.title},
        {u"body"_s, revision.body},
        {u"targets"_s, QJsonArray::fromStringList(revision.targets)},
        {u"estimate"_s, timing::toJson(revision.estimate)},
        {u"next_update"_s, timing::toJson(revision.nextUpdate)},
        {u"facts"_s, QString::fromUtf8(revision.facts)},
    };
    if (revision.notify)
        json.insert(u"notify"_s, true);
    if (!revision.promises.empty()) {
        QJsonArray promises;
        for (const Promise &promise : revision.promises)
            promises.append(toJson(promise));
        json.insert(u"promises"_s, promises);
    }
    return json;
}

std::optional<PostRevision> revisionFromJson(const QJsonObject &json)
{
    PostRevision revision;
    JsonReader reader(json);
    reader.need("id"_L1, revision.id);
    reader.read("number"_L1, revision.number);
    reader.read("replaces"_L1, revision.replaces);
    reader.need("status"_L1, revision.status);
    reader.read("title"_L1, revision.title);
    reader.read("body"_L1, revision.body);
    reader.read("targets"_L1, revision.targets);
    reader.read("notify"_L1, revision.notify);
    reader.read("estimate"_L1, revision.estimate);
    reader.read("next_update"_L1, revision.nextUpdate);
    reader.read("facts"_L1, revision.facts);
    reader.readValue("promises"_L1, revision.promises, promisesFromJson);
    return reader.ok() && !revision.id.isEmpty() ? std::optional(revision) : std::nullopt;
}

QJsonObject toJson(const Promise &promise)
{
    QJsonObject json{
        {u"id"_s, promise.id},           {u"kind"_s, base::toName(promise.kind)},
        {u"quote"_s, promise.quote},     {u"due"_s, timing::toJson(promise.due)},
        {u"trigger"_s, promise.trigger}, {u"revision"_s, promise.revision},
    };
    if (!promise.owner.isEmpty())
        json.insert(u"owner"_s, promise.owner);
    return json;
}

std::optional<Promise> promiseFromJson(const QJsonObject &json)
{
    Promise promise;
    JsonReader reader(json);
    reader.need("id"_L1, promise.id);
    reader.read("kind"_L1, promise.kind);
    reader.read("quote"_L1, promise.quote);
    reader.read("due"_L1, promise.due);
    reader.read("trigger"_L1, promise.trigger);
    reader.read("revision"_L1, promise.revision);
    reader.read("owner"_L1, promise.owner);
    return reader.ok() && !promise.id.isEmpty() ? std::optional(promise) : std::nullopt;
}

QJsonObject toJson(const AlertEvidence &alert)
{
    return {
        {u"alert"_s, alert.alert},
        {u"monitor"_s, alert.monitor},
        {u"summary"_s, alert.summary},
        {u"started"_s, timing::toJson(alert.started)},
        {u"detected"_s, secondsOf(alert.detected)},
        {u"ended"_s, timing::toJson(alert.ended)},
        {u"failing_samples"_s, alert.failingSamples},
    };
}

std::optional<AlertEvidence> alertFromJson(const QJsonObject &json)
{
    AlertEvidence alert;
    JsonReader reader(json);
    reader.need("alert"_L1, alert.alert);
    reader.read("monitor"_L1, alert.monitor);
    reader.read("summary"_L1, alert.summary);
    reader.read("started"_L1, alert.started);
    reader.need("detected"_L1, alert.detected);
    reader.read("ended"_L1, alert.ended);
    reader.read("failing_samples"_L1, alert.failingSamples);
    return reader.ok() && !alert.alert.isEmpty() ? std::optional(alert) : std::nullopt;
}

QJsonObject toJson(const Origin &origin)
{
    return {
        {u"importer"_s, origin.importer}, {u"identity"_s, origin.identity},
        {u"hash"_s, origin.hash},         {u"place"_s, origin.place},
        {u"url"_s, origin.url},           {u"author"_s, origin.author},
        {u"original"_s, origin.original}, {u"posted"_s, secondsOf(origin.posted)},
    };
}

std::optional<Origin> originFromJson(const QJsonObject &json)
{
    Origin origin;
    JsonReader reader(json);
    reader.need("importer"_L1, origin.importer);
    reader.need("identity"_L1, origin.identity);
    reader.need("hash"_L1, origin.hash);
    reader.read("place"_L1, origin.place);
    reader.read("url"_L1, origin.url);
    reader.read("author"_L1, origin.author);
    reader.need("original"_L1, origin.original);
    reader.need("posted"_L1, origin.posted);
    return reader.ok() && !origin.identity.isEmpty() ? std::optional(origin) : std::nullopt;
}

} // namespace incident
