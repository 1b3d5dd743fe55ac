// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/eventmembers.h"

#include "incident/valuesjson.h"

namespace incident {

using namespace Qt::StringLiterals;

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
    QJsonObject json{{u"step"_s, e.step},
                     {u"round"_s, e.round},
                     {u"state"_s, base::toName(e.state)},
                     {u"reason"_s, e.reason},
                     {u"automatic"_s, e.automatic}};
    if (!e.link.isEmpty())
        json.insert(u"link"_s, e.link);
    return json;
}

void read(JsonReader &in, StepMarked &e)
{
    in.need("step"_L1, e.step);
    in.read("round"_L1, e.round);
    in.check(e.round > 0);
    in.need("state"_L1, e.state);
    in.read("reason"_L1, e.reason);
    in.read("automatic"_L1, e.automatic);
    in.read("link"_L1, e.link);
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

} // namespace incident
