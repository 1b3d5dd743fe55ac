// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/checklist.h"

#include "incident/jsonreader.h"
#include "incident/words.h"

#include <algorithm>
#include <QJsonDocument>

namespace incident {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::fail;

namespace {

std::optional<ChecklistStep> stepFromJson(const QJsonObject &json)
{
    ChecklistStep step;
    int seconds = 0;
    JsonReader in(json);
    in.need("id"_L1, step.id);
    in.read("group"_L1, step.group);
    in.need("title"_L1, step.title);
    in.read("hint"_L1, step.hint);
    in.read("trigger"_L1, step.trigger);
    in.read("done"_L1, step.done);
    in.read("seconds"_L1, seconds);
    in.read("business_days"_L1, step.businessDays);
    in.read("per_round"_L1, step.perRound);
    in.read("required"_L1, step.required);
    step.time = Span(seconds);
    in.check(!step.id.isEmpty() && !step.title.isEmpty());
    in.check(seconds >= 0 && step.businessDays >= 0 && (seconds == 0 || step.businessDays == 0));
    return in.ok() ? std::optional(step) : std::nullopt;
}

QJsonObject stepToJson(const ChecklistStep &step)
{
    return {
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
}

} // namespace

const ChecklistStep *Checklist::step(const QString &id) const
{
    const auto found = std::ranges::find(steps, id, &ChecklistStep::id);
    return found == steps.end() ? nullptr : &*found;
}

base::Result<Checklist> checklistFromJson(const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return fail(ErrorKind::Format,
                    Words::tr("The checklist is not JSON: %1, at byte %2. Correct the file.")
                        .arg(error.errorString())
                        .arg(error.offset));
    }
    const QJsonObject root = document.object();
    Checklist list;
    JsonReader in(root);
    in.need("name"_L1, list.name);
    in.need("version"_L1, list.version);
    in.need("title"_L1, list.title);
    const QJsonArray steps = root.value("steps"_L1).toArray();
    if (!in.ok() || list.name.isEmpty() || steps.isEmpty()) {
        return fail(ErrorKind::Format,
                    Words::tr("The checklist needs a name, a version, a title and steps."));
    }
    for (qsizetype i = 0; i < steps.size(); ++i) {
        auto step = stepFromJson(steps[i].toObject());
        if (!step || list.step(step->id)) {
            return fail(
                ErrorKind::Format,
                Words::tr("Step %1 of the checklist “%2” is not complete, has the id of another "
                          "one or names an unknown rule. Correct it.")
                    .arg(QString::number(i + 1), list.name));
        }
        list.steps.push_back(std::move(*step));
    }
    return list;
}

QByteArray toJson(const Checklist &checklist)
{
    QJsonArray steps;
    for (const ChecklistStep &step : checklist.steps)
        steps.append(stepToJson(step));
    return QJsonDocument(QJsonObject{{u"name"_s, checklist.name},
                                     {u"version"_s, checklist.version},
                                     {u"title"_s, checklist.title},
                                     {u"steps"_s, steps}})
        .toJson(QJsonDocument::Compact);
}

} // namespace incident
