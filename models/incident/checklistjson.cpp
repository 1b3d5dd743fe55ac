// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/checklistfile.h"
#include "incident/jsonlines.h"
#include "incident/jsonreader.h"
#include "incident/remedykeys.h"
#include "incident/words.h"

#include <algorithm>
#include <QJsonDocument>
#include <QUrl>

namespace incident {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::fail;

namespace {

/// The members of a step, in the order in which they are written and looked at.
const QStringList stepKeys{u"id"_s,      u"group"_s,     u"title"_s,    u"hint"_s,
                           u"trigger"_s, u"done"_s,      u"seconds"_s,  u"business_days"_s,
                           u"text"_s,    u"per_round"_s, u"required"_s, u"runbook"_s,
                           u"remedy"_s};

const QStringList headKeys{u"name"_s,  u"version"_s,    u"title"_s,
                           u"kinds"_s, u"components"_s, u"steps"_s};

enum class OtherKeys { LetBe, Refused };
using Problems = std::vector<ChecklistProblem>;

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
    in.check(key != "id"_L1 || !step.id.isEmpty());
    in.check(key != "title"_L1 || !step.title.isEmpty());
    in.check(key != "business_days"_L1 || seconds == 0 || step.businessDays == 0);
    in.check(key != "business_days"_L1 || step.businessDays >= 0);
    in.check(key != "seconds"_L1 || seconds >= 0);
    return in.ok();
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
    if (key == "remedy"_L1)
        return remedyShape();
    if (key == "id"_L1 || key == "title"_L1)
        return Words::tr("a text that is not empty");
    return Words::tr("a text");
}

/// A slip in a key would go unnoticed. `within`: the key of the object, if not that of a step.
void refuseOthers(const QJsonObject &json, const QStringList &known, int step,
                  const QString &within, Problems &problems)
{
    for (const QString &key : json.keys()) {
        if (known.contains(key))
            continue;
        const QString those = known.join(u", "_s);
        problems.push_back(
            within.isEmpty()
                ? ChecklistProblem{step, key,
                                   Words::tr("there is no such key. Those there are: %1.")
                                       .arg(those)}
                : ChecklistProblem{
                      step, within,
                      Words::tr("it has no key “%1”. Those it has are: %2.").arg(key, those)});
    }
}

/// Reads one step and says what is wrong with it.
ChecklistStep readStep(const QJsonObject &json, int index, OtherKeys others, Problems &problems)
{
    ChecklistStep step;
    for (const QString &name : stepKeys) {
        const QByteArray latin = name.toLatin1();
        const QLatin1StringView key(latin);
        if (!readMember(json, key, step))
            problems.push_back({index, key, Words::tr("it has to be %1.").arg(allowed(key))});
    }
    if (others == OtherKeys::Refused) {
        refuseOthers(json, stepKeys, index, {}, problems);
        refuseOthers(json.value("remedy"_L1).toObject(), remedyKeys(), index, u"remedy"_s,
                     problems);
        if (!step.runbook.isEmpty() && !canBeOpened(step.runbook)) {
            problems.push_back({index, u"runbook"_s,
                                Words::tr("it has to be the address of a page that begins with "
                                          "http:// or https://.")});
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
        json.insert(u"remedy"_s, toJson(*step.remedy));
    return json;
}

Checklist readHead(const QJsonObject &root, OtherKeys others, Problems &problems)
{
    Checklist list;
    const auto wrong = [&](const char *key, const QString &sentence) {
        problems.push_back({-1, QLatin1StringView(key), sentence});
    };
    if (others == OtherKeys::Refused)
        refuseOthers(root, headKeys, -1, {}, problems);
    JsonReader named(root);
    named.need("name"_L1, list.name);
    if (!named.ok() || list.name.isEmpty())
        wrong("name", Words::tr("the list needs a name."));
    JsonReader numbered(root);
    numbered.need("version"_L1, list.version);
    if (!numbered.ok())
        wrong("version", Words::tr("the list needs a whole number as its version."));
    JsonReader titled(root);
    titled.need("title"_L1, list.title);
    if (!titled.ok() || list.title.isEmpty())
        wrong("title", Words::tr("the list needs a title."));
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
        wrong("kinds", Words::tr("“kinds” is a list with some of %1, and “components” a "
                                 "list of their names.")
                           .arg(base::namesOf<Kind>()));
    if (root.value("steps"_L1).toArray().isEmpty())
        wrong("steps", Words::tr("the list needs at least one step."));
    return list;
}

/// What can be read of it, and what is wrong with it.
std::pair<Checklist, Problems> readList(const QJsonObject &root, OtherKeys others)
{
    Problems problems;
    Checklist list = readHead(root, others, problems);
    const QJsonArray steps = root.value("steps"_L1).toArray();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        ChecklistStep step = readStep(steps[i].toObject(), int(i), others, problems);
        if (!step.id.isEmpty() && list.step(step.id)) {
            problems.push_back({int(i), u"id"_s,
                                Words::tr("another step is “%1” already. Give it an id of its own.")
                                    .arg(step.id)});
        }
        list.steps.push_back(std::move(step));
    }
    return {std::move(list), std::move(problems)};
}

/// The sentence of a reader, with the line.
QString lined(const ChecklistProblem &problem, const JsonLines &lines)
{
    const QByteArray key = problem.key.toUtf8();
    if (problem.step < 0)
        return Words::tr("Line %1, “%2”: %3")
            .arg(QString::number(lines.of(key)), problem.key, problem.sentence);
    return Words::tr("Line %1, step %2, “%3”: %4")
        .arg(QString::number(lines.of("steps", problem.step, key)),
             QString::number(problem.step + 1), problem.key, problem.sentence);
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
    auto [list, problems] = readList(document.object(), others);
    if (!problems.empty())
        return fail(ErrorKind::Format, lined(problems.front(), lines));
    return std::move(list);
}

QJsonObject listToJson(const Checklist &checklist)
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
    return root;
}

} // namespace

bool canBeOpened(const QString &runbook)
{
    const QUrl url(runbook, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

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
    return QJsonDocument(listToJson(checklist)).toJson(QJsonDocument::Compact);
}

QByteArray toFile(const Checklist &checklist)
{
    return QJsonDocument(listToJson(checklist)).toJson(QJsonDocument::Indented);
}

std::vector<ChecklistProblem> problemsOf(const Checklist &checklist)
{
    return readList(listToJson(checklist), OtherKeys::Refused).second;
}

QString ChecklistProblem::located() const
{
    if (step < 0)
        return Words::tr("“%1”: %2").arg(key, sentence);
    return Words::tr("Step %1, “%2”: %3").arg(QString::number(step + 1), key, sentence);
}

} // namespace incident
