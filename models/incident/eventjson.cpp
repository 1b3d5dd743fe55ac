// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/eventjson.h"

#include "incident/jsonreader.h"
#include "incident/valuesjson.h"

#include <QJsonDocument>

namespace incident {

using namespace Qt::StringLiterals;

namespace {

QJsonObject write(const Opened &e)
{
    return {{u"kind"_s, base::toName(e.kind)},
            {u"entry"_s, base::toName(e.entry)},
            {u"state"_s, base::toName(e.state)},
            {u"ref"_s, e.ref},
            {u"title"_s, e.title},
            {u"zone"_s, e.zone},
            {u"monitor"_s, e.monitor}};
}

void read(JsonReader &in, Opened &e)
{
    in.need("kind"_L1, e.kind);
    in.need("entry"_L1, e.entry);
    in.need("state"_L1, e.state);
    in.read("ref"_L1, e.ref);
    in.need("title"_L1, e.title);
    in.read("zone"_L1, e.zone);
    in.read("monitor"_L1, e.monitor);
}

QJsonObject write(const TitleChanged &e)
{
    return {{u"title"_s, e.title}};
}

void read(JsonReader &in, TitleChanged &e)
{
    in.need("title"_L1, e.title);
}

QJsonObject write(const SeverityChanged &e)
{
    return {{u"severity"_s, e.severity}};
}

void read(JsonReader &in, SeverityChanged &e)
{
    in.need("severity"_L1, e.severity);
    in.check(e.severity >= 0 && e.severity <= 4);
}

QJsonObject write(const CauseStated &e)
{
    return {{u"cause"_s, toJson(e.cause)}, {u"reason"_s, e.reason}};
}

void read(JsonReader &in, CauseStated &e)
{
    in.needObject("cause"_L1, e.cause, causeFromJson);
    in.read("reason"_L1, e.reason);
}

QJsonObject write(const StateChanged &e)
{
    return {{u"to"_s, base::toName(e.to)}, {u"reason"_s, e.reason}};
}

void read(JsonReader &in, StateChanged &e)
{
    in.need("to"_L1, e.to);
    in.read("reason"_L1, e.reason);
}

QJsonObject write(const MilestoneSet &e)
{
    return {{u"milestone"_s, base::toName(e.milestone)},
            {u"round"_s, e.round},
            {u"at"_s, timing::toJson(e.at)},
            {u"source"_s, base::toName(e.source)},
            {u"reason"_s, e.reason}};
}

void read(JsonReader &in, MilestoneSet &e)
{
    in.need("milestone"_L1, e.milestone);
    in.read("round"_L1, e.round);
    in.check(e.round > 0);
    in.need("at"_L1, e.at);
    in.read("source"_L1, e.source);
    in.read("reason"_L1, e.reason);
}

QJsonObject write(const WindowSet &e)
{
    return {{u"window"_s, toJson(e.window)}, {u"reason"_s, e.reason}};
}

void read(JsonReader &in, WindowSet &e)
{
    in.needObject("window"_L1, e.window, windowFromJson);
    in.read("reason"_L1, e.reason);
}

QJsonObject write(const WindowWithdrawn &e)
{
    return {{u"seq"_s, e.seq}, {u"reason"_s, e.reason}};
}

void read(JsonReader &in, WindowWithdrawn &e)
{
    in.need("seq"_L1, e.seq);
    in.read("reason"_L1, e.reason);
}

QJsonObject write(const Noted &e)
{
    return {{u"text"_s, e.text}};
}

void read(JsonReader &in, Noted &e)
{
    in.need("text"_L1, e.text);
}

QJsonObject write(const AlertLinked &e)
{
    return {{u"alert"_s, toJson(e.alert)}};
}

void read(JsonReader &in, AlertLinked &e)
{
    in.needObject("alert"_L1, e.alert, alertFromJson);
}

QJsonObject write(const PostRevised &e)
{
    return {{u"revision"_s, toJson(e.revision)}};
}

void read(JsonReader &in, PostRevised &e)
{
    in.needObject("revision"_L1, e.revision, revisionFromJson);
}

QJsonObject write(const PostSeen &e)
{
    return {{u"revision"_s, e.revision},
            {u"target"_s, e.target},
            {u"remote_id"_s, e.remoteId},
            {u"url"_s, e.url}};
}

void read(JsonReader &in, PostSeen &e)
{
    in.need("revision"_L1, e.revision);
    in.need("target"_L1, e.target);
    in.read("remote_id"_L1, e.remoteId);
    in.read("url"_L1, e.url);
}

QJsonObject write(const PostsRetracted &e)
{
    return {{u"id"_s, e.id},
            {u"targets"_s, QJsonArray::fromStringList(e.targets)},
            {u"reason"_s, e.reason}};
}

void read(JsonReader &in, PostsRetracted &e)
{
    in.need("id"_L1, e.id);
    in.need("targets"_L1, e.targets);
    in.read("reason"_L1, e.reason);
}

QJsonObject write(const PromiseMade &e)
{
    return {{u"promise"_s, toJson(e.promise)}};
}

void read(JsonReader &in, PromiseMade &e)
{
    in.needObject("promise"_L1, e.promise, promiseFromJson);
}

QJsonObject write(const PromiseSettled &e)
{
    return {{u"promise"_s, e.promise}, {u"status"_s, base::toName(e.status)}, {u"note"_s, e.note}};
}

void read(JsonReader &in, PromiseSettled &e)
{
    in.need("promise"_L1, e.promise);
    in.need("status"_L1, e.status);
    in.read("note"_L1, e.note);
}

QJsonObject write(const ChecklistStarted &e)
{
    return {{u"checklist"_s, QString::fromUtf8(e.checklist)}};
}

void read(JsonReader &in, ChecklistStarted &e)
{
    in.need("checklist"_L1, e.checklist);
}

QJsonObject write(const StepMarked &e)
{
    return {{u"step"_s, e.step},
            {u"round"_s, e.round},
            {u"state"_s, base::toName(e.state)},
            {u"reason"_s, e.reason},
            {u"automatic"_s, e.automatic}};
}

void read(JsonReader &in, StepMarked &e)
{
    in.need("step"_L1, e.step);
    in.read("round"_L1, e.round);
    in.check(e.round > 0);
    in.need("state"_L1, e.state);
    in.read("reason"_L1, e.reason);
    in.read("automatic"_L1, e.automatic);
}

QJsonObject write(const Reopened &e)
{
    return {{u"reason"_s, e.reason}};
}

void read(JsonReader &in, Reopened &e)
{
    in.read("reason"_L1, e.reason);
}

QJsonObject write(const SectionWritten &e)
{
    return {{u"section"_s, e.section}, {u"text"_s, e.text}};
}

void read(JsonReader &in, SectionWritten &e)
{
    in.need("section"_L1, e.section);
    in.need("text"_L1, e.text);
}

QJsonObject write(const PostmortemExported &e)
{
    return {{u"format"_s, e.format}, {u"hash"_s, e.hash}};
}

void read(JsonReader &in, PostmortemExported &e)
{
    in.need("format"_L1, e.format);
    in.need("hash"_L1, e.hash);
}

QJsonObject write(const Imported &e)
{
    return {{u"origin"_s, toJson(e.origin)}};
}

void read(JsonReader &in, Imported &e)
{
    in.needObject("origin"_L1, e.origin, originFromJson);
}

QJsonObject write(const ImportShown &e)
{
    return {{u"targets"_s, QJsonArray::fromStringList(e.targets)}};
}

void read(JsonReader &in, ImportShown &e)
{
    in.need("targets"_L1, e.targets);
}

template <class T>
constexpr const char *kindOf = nullptr;
template <>
constexpr const char *kindOf<Opened> = "opened";
template <>
constexpr const char *kindOf<TitleChanged> = "title_changed";
template <>
constexpr const char *kindOf<SeverityChanged> = "severity_changed";
template <>
constexpr const char *kindOf<CauseStated> = "cause_stated";
template <>
constexpr const char *kindOf<StateChanged> = "state_changed";
template <>
constexpr const char *kindOf<MilestoneSet> = "milestone_set";
template <>
constexpr const char *kindOf<WindowSet> = "window_set";
template <>
constexpr const char *kindOf<WindowWithdrawn> = "window_withdrawn";
template <>
constexpr const char *kindOf<Noted> = "noted";
template <>
constexpr const char *kindOf<AlertLinked> = "alert_linked";
template <>
constexpr const char *kindOf<PostRevised> = "post_revised";
template <>
constexpr const char *kindOf<PostSeen> = "post_seen";
template <>
constexpr const char *kindOf<PromiseMade> = "promise_made";
template <>
constexpr const char *kindOf<PromiseSettled> = "promise_settled";
template <>
constexpr const char *kindOf<ChecklistStarted> = "checklist_started";
template <>
constexpr const char *kindOf<StepMarked> = "step_marked";
template <>
constexpr const char *kindOf<Reopened> = "reopened";
template <>
constexpr const char *kindOf<SectionWritten> = "section_written";
template <>
constexpr const char *kindOf<PostmortemExported> = "postmortem_exported";
template <>
constexpr const char *kindOf<Imported> = "imported";
template <>
constexpr const char *kindOf<ImportShown> = "import_shown";
template <>
constexpr const char *kindOf<PostsRetracted> = "posts_retracted";

template <class T>
std::optional<Payload> readAs(const QJsonObject &json)
{
    T event;
    JsonReader in(json);
    read(in, event);
    return in.ok() ? std::optional<Payload>(std::move(event)) : std::nullopt;
}

/// Tries the kinds in the order of the variant; nothing in `matched` if none has that name.
template <std::size_t I = 0>
std::optional<Payload> readByKind(const QString &kind, const QJsonObject &json, bool &matched)
{
    if constexpr (I == std::variant_size_v<Payload>) {
        return std::nullopt;
    } else {
        using T = std::variant_alternative_t<I, Payload>;
        if constexpr (kindOf<T> != nullptr) {
            if (kind == QLatin1StringView(kindOf<T>)) {
                matched = true;
                return readAs<T>(json);
            }
        }
        return readByKind<I + 1>(kind, json, matched);
    }
}

} // namespace

QString kindName(const Payload &payload)
{
    return std::visit(
        []<class T>(const T &event) {
            if constexpr (std::is_same_v<T, UnknownEvent>)
                return event.kind;
            else
                return QString::fromLatin1(kindOf<T>);
        },
        payload);
}

QByteArray payloadJson(const Payload &payload)
{
    return std::visit(
        []<class T>(const T &event) {
            if constexpr (std::is_same_v<T, UnknownEvent>)
                return event.json;
            else
                return QJsonDocument(write(event)).toJson(QJsonDocument::Compact);
        },
        payload);
}

std::optional<Payload> payloadFromJson(const QString &kind, const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    bool matched = false;
    auto payload = readByKind(kind, document.object(), matched);
    if (!matched)
        return UnknownEvent{kind, json};
    return payload;
}

} // namespace incident
