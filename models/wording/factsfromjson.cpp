// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/factspans.h"

#include "incident/jsonreader.h"
#include "incident/valuesjson.h"

#include <QJsonDocument>

namespace wording {

using namespace Qt::StringLiterals;

namespace {

bool readWindows(const QJsonValue &json, std::vector<incident::Window> &into)
{
    for (const QJsonValue &entry : json.toArray()) {
        const auto window = incident::windowFromJson(entry.toObject());
        if (!window)
            return false;
        into.push_back(*window);
    }
    return json.isUndefined() || json.isArray();
}

} // namespace

std::optional<incident::Facts> factsFromJson(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    incident::Facts facts;
    incident::JsonReader reader(json);
    reader.read("kind"_L1, facts.kind);
    reader.read("entry"_L1, facts.entry);
    reader.read("state"_L1, facts.state);
    reader.read("status"_L1, facts.status);
    reader.read("round"_L1, facts.round);
    reader.read("title"_L1, facts.title);
    reader.read("felt"_L1, facts.felt);
    reader.read("components"_L1, facts.components);
    reader.read("effect"_L1, facts.effect);
    reader.read("zone"_L1, facts.zone);
    reader.read("started"_L1, facts.started);
    reader.read("detected"_L1, facts.detected);
    reader.read("fixed"_L1, facts.fixed);
    reader.read("back_to_normal"_L1, facts.backToNormal);
    reader.read("duration"_L1, facts.duration);
    reader.read("estimate"_L1, facts.estimate);
    reader.read("next_update"_L1, facts.nextUpdate);
    const auto cause = incident::causeFromJson(json.value("cause"_L1).toObject());
    if (!reader.ok() || !cause || !readWindows(json.value("planned"_L1), facts.planned) ||
        !readWindows(json.value("actual"_L1), facts.actual))
        return std::nullopt;
    facts.cause = *cause;
    return facts;
}

} // namespace wording
