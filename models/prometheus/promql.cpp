// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/promql.h"

namespace prometheus {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView suffixes[] = {"_bucket"_L1, "_count"_L1, "_sum"_L1, "_total"_L1,
                                          "_created"_L1};

} // namespace

MetricKind kindOf(const QString &metric, const QString &type)
{
    const bool isUntold = type.isEmpty() || type == "unknown"_L1 || type == "untyped"_L1;
    const bool isDistribution = isUntold || type == "histogram"_L1 || type == "summary"_L1;
    if (metric.endsWith("_bucket"_L1) && isDistribution && type != "summary"_L1)
        return MetricKind::Buckets;
    if (type == "counter"_L1 && !metric.endsWith("_created"_L1))
        return MetricKind::Counter;
    const bool isGrowing = metric.endsWith("_count"_L1) || metric.endsWith("_sum"_L1);
    if ((isUntold && metric.endsWith("_total"_L1)) || (isDistribution && isGrowing))
        return MetricKind::Counter;
    return MetricKind::Value;
}

QString familyOf(const QString &metric)
{
    for (const QLatin1StringView suffix : suffixes) {
        if (metric.size() > suffix.size() && metric.endsWith(suffix))
            return metric.chopped(suffix.size());
    }
    return metric;
}

QString rateOf(const QString &selector)
{
    return u"rate("_s + selector + u"[5m])"_s;
}

QString percentileOf(const QString &selector)
{
    return u"histogram_quantile(0.95, sum by (le) ("_s + rateOf(selector) + u"))"_s;
}

QString sumOf(const QString &expression)
{
    return u"sum("_s + expression + u')';
}

QString highestOf(const QString &expression)
{
    return u"max("_s + expression + u')';
}

QString countOf(const QString &expression)
{
    return u"count("_s + expression + u"\n)"_s;
}

} // namespace prometheus
