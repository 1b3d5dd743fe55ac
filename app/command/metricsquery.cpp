// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/metricsquery.h"

#include "app/command/awaited.h"
#include "app/command/options.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "prometheus/client.h"
#include "source/address.h"

#include <cmath>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

QString valueName(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"+Inf"_s : u"-Inf"_s;
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QJsonValue jsonOf(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(valueName(value));
}

QJsonArray jsonOf(const prometheus::Answer &answer)
{
    QJsonArray all;
    for (const prometheus::Series &series : answer.series) {
        QJsonObject labels;
        for (auto label = series.labels.begin(); label != series.labels.end(); ++label)
            labels[label.key()] = label.value();
        QJsonArray points;
        for (const prometheus::Point &point : series.points) {
            const auto ms = double(point.at.time_since_epoch().count());
            points.append(QJsonObject{{u"at_ms"_s, ms}, {u"value"_s, jsonOf(point.value)}});
        }
        all.append(QJsonObject{{u"name"_s, prometheus::seriesName(series.labels)},
                               {u"labels"_s, labels},
                               {u"points"_s, points},
                               {u"histograms"_s, series.histograms}});
    }
    return all;
}

void print(const Invocation &call, const prometheus::Answer &answer)
{
    if (answer.type == prometheus::ResultType::String)
        call.say(answer.text);
    else if (answer.series.empty())
        call.say(Words::tr("No data."));
    for (const prometheus::Series &series : answer.series) {
        const QString name = prometheus::seriesName(series.labels);
        for (const prometheus::Point &point : series.points) {
            const qint64 ms = point.at.time_since_epoch().count();
            const auto at = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
            call.say(name + u' ' + valueName(point.value) + u' ' + at.toString(Qt::ISODateWithMs));
        }
        if (series.histograms > 0)
            call.say(name + u' ' + Words::tr("(a native histogram)"));
    }
    for (const QString &remark : answer.remarks)
        call.say(Words::tr("Note: %1").arg(remark));
    call.answer(jsonOf(answer));
}

} // namespace

int queryMetrics(Invocation &call)
{
    Options options(call, Words::tr("What an expression gives now, asked of a Prometheus or of "
                                    "anything that speaks its HTTP API."));
    options.positional(Words::tr("address"), Words::tr("http://prometheus:9090"))
        .positional(Words::tr("expression"), Words::tr("up, rate(errors_total[5m])"));
    if (const auto over = options.read())
        return *over;
    const auto url = source::targetUrl(options.argument(0));
    if (!url || !url->scheme().startsWith("http"_L1))
        return call.usage(Words::tr("The address begins with http:// or https://."));
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    prometheus::Client client((*place)->knownClient(), {*url});
    const auto answer = awaited(client.query(options.argument(1)));
    if (!answer)
        return call.fail(answer.error());
    print(call, *answer);
    return Done;
}

} // namespace app
