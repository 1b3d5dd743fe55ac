// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/jsonreader.h"
#include "incident/remedy.h"
#include "incident/remedykeys.h"
#include "incident/words.h"

namespace incident {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestRun = 3600; // seconds

/// An empty list stands for: there is none.
bool hasProgram(const QStringList &command)
{
    return command.isEmpty() || !command.front().trimmed().isEmpty();
}

} // namespace

std::optional<Remedy> remedyFromJson(const QJsonObject &json)
{
    Remedy remedy;
    int seconds = int(remedy.timeLimit.count());
    JsonReader in(json);
    in.need("name"_L1, remedy.name);
    in.need("command"_L1, remedy.command);
    in.read("dry_run"_L1, remedy.dryRun);
    in.read("time_limit"_L1, seconds);
    in.read("automatic"_L1, remedy.automatic);
    in.read("at_most_per_hour"_L1, remedy.atMostPerHour);
    remedy.timeLimit = base::Span(seconds);
    in.check(!remedy.name.isEmpty() && !remedy.command.isEmpty());
    in.check(hasProgram(remedy.command) && hasProgram(remedy.dryRun));
    in.check(seconds >= 1 && seconds <= longestRun && remedy.atMostPerHour >= 1);
    return in.ok() ? std::optional(remedy) : std::nullopt;
}

QJsonObject toJson(const Remedy &remedy)
{
    return {{u"name"_s, remedy.name},
            {u"command"_s, QJsonArray::fromStringList(remedy.command)},
            {u"dry_run"_s, QJsonArray::fromStringList(remedy.dryRun)},
            {u"time_limit"_s, qint64(remedy.timeLimit.count())},
            {u"automatic"_s, remedy.automatic},
            {u"at_most_per_hour"_s, remedy.atMostPerHour}};
}

QStringList remedyKeys()
{
    return {u"name"_s,       u"command"_s,   u"dry_run"_s,
            u"time_limit"_s, u"automatic"_s, u"at_most_per_hour"_s};
}

QString remedyShape()
{
    return Words::tr("an object with “name”, “command” (a list: program and arguments), and "
                     "if you like “dry_run”, “time_limit” (1 to 3600 seconds), “automatic”, "
                     "“at_most_per_hour” (1 or more)");
}

} // namespace incident
