// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/eventjson.h"

#include "incident/eventmembers.h"
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
template <>
constexpr const char *kindOf<KindChanged> = "kind_changed";
template <>
constexpr const char *kindOf<Linked> = "linked";
template <>
constexpr const char *kindOf<PromiseDated> = "promise_dated";
template <>
constexpr const char *kindOf<FollowUpSet> = "follow_up_set";
template <>
constexpr const char *kindOf<FollowUpSettled> = "follow_up_settled";
template <>
constexpr const char *kindOf<ProviderContacted> = "provider_contacted";
template <>
constexpr const char *kindOf<ProviderAnswered> = "provider_answered";
template <>
constexpr const char *kindOf<AbortRuleSet> = "abort_rule_set";
template <>
constexpr const char *kindOf<AlertsMuted> = "alerts_muted";
template <>
constexpr const char *kindOf<RemedyStarted> = "remedy_started";
template <>
constexpr const char *kindOf<RemedyEnded> = "remedy_ended";

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
