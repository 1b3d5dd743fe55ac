// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/mapping.h"

#include "exposition/number.h"

#include <cmath>
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <utility>

namespace prometheus {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(prometheus)
};

constexpr double latestSecond = 9e15; // in milliseconds it still fits

tl::unexpected<base::Error> misshapen()
{
    return base::fail(
        base::ErrorKind::Format,
        Words::tr("The answer does not have the form of the Prometheus API. Check "
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

std::optional<base::InstantMs> instantFrom(const QJsonValue &seconds)
{
    if (!seconds.isDouble() || std::abs(seconds.toDouble()) > latestSecond)
        return std::nullopt;
    return base::InstantMs(
        std::chrono::milliseconds(qint64(std::round(seconds.toDouble() * 1000))));
}

/// [seconds, "value"]
std::optional<Point> pointFrom(const QJsonValue &json)
{
    const QJsonArray pair = json.toArray();
    if (pair.size() != 2 || !pair[1].isString())
        return std::nullopt;
    const auto at = instantFrom(pair[0]);
    const auto value = exposition::number(pair[1].toString().toUtf8());
    if (!at || !value)
        return std::nullopt;
    return Point{*at, *value};
}

/// One element of a vector or matrix: value or values, beside or instead of native histograms.
std::optional<Series> seriesElement(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    if (!object.value("metric"_L1).isObject())
        return std::nullopt;
    Series series;
    series.labels = labelsFrom(object.value("metric"_L1));
    QJsonArray points = object.value("values"_L1).toArray();
    if (object.contains("value"_L1))
        points.append(object.value("value"_L1));
    series.points.reserve(size_t(points.size()));
    for (const QJsonValue &element : points) {
        const auto point = pointFrom(element);
        if (!point)
            return std::nullopt;
        series.points.push_back(*point);
    }
    series.histograms = int(object.value("histograms"_L1).toArray().size()) +
                        (object.contains("histogram"_L1) ? 1 : 0);
    return series;
}

base::Result<Answer> listFrom(const QJsonValue &result, ResultType type)
{
    if (!result.isArray())
        return misshapen();
    Answer answer;
    answer.type = type;
    for (const QJsonValue &element : result.toArray()) {
        auto series = seriesElement(element);
        if (!series)
            return misshapen();
        answer.series.push_back(std::move(*series));
    }
    return answer;
}

base::Result<Answer> scalarFrom(const QJsonValue &result)
{
    const auto point = pointFrom(result);
    if (!point)
        return misshapen();
    Answer answer;
    answer.type = ResultType::Scalar;
    answer.series.push_back({{}, {*point}, 0});
    return answer;
}

std::optional<base::InstantMs> timeFrom(const QJsonValue &json)
{
    const QDateTime time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return base::InstantMs(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QString quoted(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    return u'"' + text + u'"';
}

/// Whether a name may stand without quotes; a colon only in that of a metric.
bool isPlain(const QString &name, bool isMetric)
{
    static const QRegularExpression metric(u"^[a-zA-Z_:][a-zA-Z0-9_:]*\\z"_s);
    static const QRegularExpression label(u"^[a-zA-Z_][a-zA-Z0-9_]*\\z"_s);
    return (isMetric ? metric : label).match(name).hasMatch();
}

Rule ruleFrom(const QJsonObject &json, const QString &group)
{
    Rule rule;
    rule.kind = json.value("type"_L1).toString() == "recording"_L1 ? Rule::Kind::Recording
                                                                   : Rule::Kind::Alerting;
    rule.group = group;
    rule.name = json.value("name"_L1).toString();
    rule.expression = json.value("query"_L1).toString();
    rule.state = json.value("state"_L1).toString();
    rule.lastError = json.value("lastError"_L1).toString();
    return rule;
}

} // namespace

QString seriesName(const Labels &labels)
{
    QString name = labels.value(u"__name__"_s);
    QStringList inner;
    if (!isPlain(name, true) && !name.isEmpty())
        inner += quoted(std::exchange(name, QString()));
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (label.key() == "__name__"_L1)
            continue;
        const QString &key = label.key();
        inner += (isPlain(key, false) ? key : quoted(key)) + u'=' + quoted(label.value());
    }
    return inner.isEmpty() && !name.isEmpty() ? name : name + u'{' + inner.join(u", "_s) + u'}';
}

base::Result<Answer> answerFrom(const QJsonValue &data)
{
    const QJsonObject object = data.toObject();
    const QString type = object.value("resultType"_L1).toString();
    const QJsonValue result = object.value("result"_L1);
    if (type == "vector"_L1)
        return listFrom(result, ResultType::Vector);
    if (type == "matrix"_L1)
        return listFrom(result, ResultType::Matrix);
    if (type == "scalar"_L1)
        return scalarFrom(result);
    if (type == "string"_L1 && result.toArray().size() == 2) {
        Answer answer;
        answer.type = ResultType::String;
        answer.text = result.toArray()[1].toString();
        return answer;
    }
    return misshapen();
}

base::Result<QList<Labels>> seriesFrom(const QJsonValue &data)
{
    if (!data.isArray())
        return misshapen();
    QList<Labels> all;
    for (const QJsonValue &element : data.toArray()) {
        if (!element.isObject())
            return misshapen();
        all.append(labelsFrom(element));
    }
    return all;
}

base::Result<QStringList> namesFrom(const QJsonValue &data)
{
    if (!data.isArray())
        return misshapen();
    QStringList names;
    for (const QJsonValue &element : data.toArray()) {
        if (!element.isString())
            return misshapen();
        names.append(element.toString());
    }
    return names;
}

base::Result<MetaTable> metaFrom(const QJsonValue &data)
{
    if (!data.isObject())
        return misshapen();
    MetaTable table;
    const QJsonObject families = data.toObject();
    for (auto family = families.begin(); family != families.end(); ++family) {
        const QJsonObject first = family.value().toArray().at(0).toObject();
        table.insert(family.key(),
                     {first.value("type"_L1).toString(), first.value("help"_L1).toString()});
    }
    return table;
}

base::Result<std::vector<Alert>> alertsFrom(const QJsonValue &data)
{
    const QJsonValue list = data.toObject().value("alerts"_L1);
    if (!list.isArray())
        return misshapen();
    std::vector<Alert> alerts;
    for (const QJsonValue &element : list.toArray()) {
        const QJsonObject json = element.toObject();
        if (!json.value("labels"_L1).isObject())
            return misshapen();
        alerts.push_back(
            {labelsFrom(json.value("labels"_L1)), labelsFrom(json.value("annotations"_L1)),
             json.value("state"_L1).toString() == "firing"_L1, timeFrom(json.value("activeAt"_L1)),
             exposition::number(json.value("value"_L1).toString().toUtf8())});
    }
    return alerts;
}

base::Result<std::vector<Rule>> rulesFrom(const QJsonValue &data)
{
    const QJsonValue groups = data.toObject().value("groups"_L1);
    if (!groups.isArray())
        return misshapen();
    std::vector<Rule> rules;
    for (const QJsonValue &group : groups.toArray()) {
        const QString name = group.toObject().value("name"_L1).toString();
        for (const QJsonValue &rule : group.toObject().value("rules"_L1).toArray())
            rules.push_back(ruleFrom(rule.toObject(), name));
    }
    return rules;
}

} // namespace prometheus
