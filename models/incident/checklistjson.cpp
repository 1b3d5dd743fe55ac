// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/checklist.h"
#include "incident/jsonlines.h"
#include "incident/jsonreader.h"
#include "incident/words.h"

#include <algorithm>
#include <QJsonDocument>

namespace incident {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::fail;

namespace {

/// The members of a step, in the order in which they are written and looked at.
constexpr const char *stepKeys[] = {"id",       "group",   "title",         "hint", "trigger",
                                    "done",     "seconds", "business_days", "text", "per_round",
                                    "required", "runbook", "remedy"};

enum class OtherKeys { LetBe, Refused };

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
    remedy.timeLimit = Span(seconds);
    in.check(!remedy.name.isEmpty() && !remedy.command.isEmpty());
    in.check(std::ranges::none_of(
        remedy.command.first(std::min<qsizetype>(1, remedy.command.size())), &QString::isEmpty));
    in.check(seconds >= 1 && seconds <= 3600 && remedy.atMostPerHour >= 1);
    return in.ok() ? std::optional(remedy) : std::nullopt;
}

QJsonObject remedyToJson(const Remedy &remedy)
{
    return {{u"name"_s, remedy.name},
            {u"command"_s, QJsonArray::fromStringList(remedy.command)},
            {u"dry_run"_s, QJsonArray::fromStringList(remedy.dryRun)},
            {u"time_limit"_s, qint64(remedy.timeLimit.count())},
            {u"automatic"_s, remedy.automatic},
            {u"at_most_per_hour"_s, remedy.atMostPerHour}};
}

/// Reads one member; answers whether it can stand there.
bool readMember(const QJsonObject &json, QLatin1StringView key, ChecklistStep &step)
{
    JsonReader in(json);
    int seconds = int(step.time.count());
    if (key == "id"_L1)
        in.need(key, step.id);
    else if (key == "group"_L1)
        in.read(key, step.group);
    else if (key == "title"_L1)
        in.need(key, step.title);
    else if (key == "hint"_L1)
        in.read(key, step.hint);
    else if (key == "trigger"_L1)
        in.read(key, step.trigger);
    else if (key == "done"_L1)
        in.read(key, step.done);
    else if (key == "seconds"_L1)
        in.read(key, seconds);
    else if (key == "business_days"_L1)
        in.read(key, step.businessDays);
    else if (key == "text"_L1)
        in.read(key, step.text);
    else if (key == "per_round"_L1)
        in.read(key, step.perRound);
    else if (key == "required"_L1)
        in.read(key, step.required);
    else if (key == "runbook"_L1)
        in.read(key, step.runbook);
    else if (key == "remedy"_L1 && json.contains(key))
        in.needObject(key, step.remedy, [](const QJsonObject &object) {
            auto remedy = remedyFromJson(object);
            return remedy ? std::optional<std::optional<Remedy>>(remedy) : std::nullopt;
        });
    step.time = Span(seconds);
    const bool named = !step.id.isEmpty() && (key != "title"_L1 || !step.title.isEmpty());
    const bool oneTime = seconds == 0 || step.businessDays == 0;
    return in.ok() && named && seconds >= 0 && step.businessDays >= 0 && oneTime;
}

/// What may stand behind a key.
QString allowed(QLatin1StringView key)
{
    if (key == "trigger"_L1)
        return Words::tr("one of %1").arg(base::namesOf<Trigger>());
    if (key == "done"_L1)
        return Words::tr("one of %1").arg(base::namesOf<DoneWhen>());
    if (key == "seconds"_L1)
        return Words::tr("a whole number of seconds, 0 or more");
    if (key == "business_days"_L1)
        return Words::tr("a whole number of days, and only without “seconds”");
    if (key == "per_round"_L1 || key == "required"_L1)
        return Words::tr("true or false");
    if (key == "remedy"_L1) {
        return Words::tr("an object with “name”, “command” (a list: program and arguments), and "
                         "if you like “dry_run”, “time_limit” (1 to 3600 seconds), “automatic”, "
                         "“at_most_per_hour” (1 or more)");
    }
    if (key == "id"_L1 || key == "title"_L1)
        return Words::tr("a text that is not empty");
    return Words::tr("a text");
}

/// Errors: what is wrong with the step, naming line and key.
base::Result<ChecklistStep> stepFromJson(const QJsonObject &json, qsizetype index,
                                         const JsonLines &lines, OtherKeys others)
{
    const auto wrong = [&](const QString &key, const QString &sentence) {
        const int line = lines.of("steps", index, key.toUtf8());
        return fail(ErrorKind::Format,
                    Words::tr("Line %1, step %2, “%3”: %4")
                        .arg(QString::number(line), QString::number(index + 1), key, sentence));
    };
    ChecklistStep step;
    QStringList known;
    for (const char *name : stepKeys) {
        const QLatin1StringView key(name);
        known << key;
        if (!readMember(json, key, step))
            return wrong(key, Words::tr("it has to be %1.").arg(allowed(key)));
    }
    for (const QString &key : json.keys()) {
        if (others == OtherKeys::Refused && !known.contains(key)) {
            return wrong(
                key,
                Words::tr("there is no such key. Those there are: %1.").arg(known.join(u", "_s)));
        }
    }
    return step;
}

QJsonObject stepToJson(const ChecklistStep &step)
{
    QJsonObject json{
        {u"id"_s, step.id},
        {u"group"_s, step.group},
        {u"title"_s, step.title},
        {u"hint"_s, step.hint},
        {u"trigger"_s, base::toName(step.trigger)},
        {u"done"_s, base::toName(step.done)},
        {u"seconds"_s, qint64(step.time.count())},
        {u"business_days"_s, step.businessDays},
        {u"per_round"_s, step.perRound},
        {u"required"_s, step.required},
    };
    if (!step.text.isEmpty())
        json.insert(u"text"_s, step.text);
    if (!step.runbook.isEmpty())
        json.insert(u"runbook"_s, step.runbook);
    if (step.remedy)
        json.insert(u"remedy"_s, remedyToJson(*step.remedy));
    return json;
}

/// Errors: naming line and key.
base::Result<Checklist> headFromJson(const QJsonObject &root, const JsonLines &lines)
{
    const auto wrong = [&](const char *key, const QString &sentence) {
        return fail(ErrorKind::Format,
                    Words::tr("Line %1, “%2”: %3")
                        .arg(QString::number(lines.of(key)), QLatin1StringView(key), sentence));
    };
    Checklist list;
    JsonReader named(root);
    named.need("name"_L1, list.name);
    if (!named.ok() || list.name.isEmpty())
        return wrong("name", Words::tr("the list needs a name."));
    JsonReader numbered(root);
    numbered.need("version"_L1, list.version);
    if (!numbered.ok())
        return wrong("version", Words::tr("the list needs a whole number as its version."));
    JsonReader titled(root);
    titled.need("title"_L1, list.title);
    if (!titled.ok() || list.title.isEmpty())
        return wrong("title", Words::tr("the list needs a title."));
    JsonReader other(root);
    other.read("components"_L1, list.components);
    QStringList kinds;
    other.read("kinds"_L1, kinds);
    for (const QString &name : kinds) {
        const auto kind = base::fromName<Kind>(name);
        other.check(kind.has_value());
        list.kinds.push_back(kind.value_or(Kind()));
    }
    if (!other.ok())
        return wrong("kinds", Words::tr("“kinds” is a list with some of %1, and “components” a "
                                        "list of their names.")
                                  .arg(base::namesOf<Kind>()));
    if (root.value("steps"_L1).toArray().isEmpty())
        return wrong("steps", Words::tr("the list needs at least one step."));
    return list;
}

base::Result<Checklist> read(const QByteArray &json, OtherKeys others)
{
    const JsonLines lines(json);
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return fail(ErrorKind::Format, Words::tr("Line %1: the checklist is not JSON (%2). "
                                                 "Correct the file.")
                                           .arg(lines.at(error.offset))
                                           .arg(error.errorString()));
    }
    const QJsonObject root = document.object();
    auto list = headFromJson(root, lines);
    if (!list)
        return list;
    const QJsonArray steps = root.value("steps"_L1).toArray();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        auto step = stepFromJson(steps[i].toObject(), i, lines, others);
        if (!step)
            return base::passOn(step);
        if (list->step(step->id)) {
            return fail(ErrorKind::Format,
                        Words::tr("Line %1, step %2, “id”: another step is “%3” already. Give it "
                                  "an id of its own.")
                            .arg(QString::number(lines.of("steps", i, "id")),
                                 QString::number(i + 1), step->id));
        }
        list->steps.push_back(std::move(*step));
    }
    return list;
}

} // namespace

base::Result<Checklist> checklistFromJson(const QByteArray &json)
{
    return read(json, OtherKeys::LetBe);
}

base::Result<Checklist> checklistFromFile(const QByteArray &json)
{
    return read(json, OtherKeys::Refused);
}

QByteArray toJson(const Checklist &checklist)
{
    QJsonArray steps;
    for (const ChecklistStep &step : checklist.steps)
        steps.append(stepToJson(step));
    QJsonObject root{{u"name"_s, checklist.name},
                     {u"version"_s, checklist.version},
                     {u"title"_s, checklist.title},
                     {u"steps"_s, steps}};
    QJsonArray kinds;
    for (const Kind kind : checklist.kinds)
        kinds.append(base::toName(kind));
    if (!kinds.isEmpty())
        root.insert(u"kinds"_s, kinds);
    if (!checklist.components.isEmpty())
        root.insert(u"components"_s, QJsonArray::fromStringList(checklist.components));
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

} // namespace incident
