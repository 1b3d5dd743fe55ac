// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/metricpoint.h"

#include "exposition/number.h"
#include "exposition/words.h"

#include <cmath>

namespace exposition {

namespace {

tl::unexpected<QString> refuse(const QString &reason)
{
    return tl::make_unexpected(reason);
}

/// A number of events.
bool isCount(double value)
{
    return std::isfinite(value) && value >= 0 && std::floor(value) == value;
}

bool isNegativeOrNaN(double value)
{
    return std::isnan(value) || value < 0;
}

} // namespace

QString MetricPoint::name() const
{
    return shown(m_family.name);
}

MetricPoint::Check MetricPoint::add(Part part, const ReadSample &sample, const Exemplar *exemplar)
{
    if (exemplar && part != Part::Bucket && part != Part::Total)
        return refuse(Words::tr("%1 has an exemplar. Only buckets and totals of counters may.")
                          .arg(shown(sample.name)));
    switch (part) {
    case Part::Value:
        return addOnly(sample.value, false);
    case Part::Info:
        return addOnly(sample.value, true);
    case Part::Total:
        return addTotal(sample.value);
    case Part::Created:
        return addCreated(sample.value);
    case Part::Bucket:
        return addBucket(sample, exemplar);
    case Part::Count:
        return addCount(sample.value);
    case Part::Sum:
        return addSum(sample.value);
    case Part::Quantile:
        return addQuantile(sample);
    case Part::State:
        break;
    }
    return addState(sample);
}

MetricPoint::Check MetricPoint::addOnly(double value, bool hasToBeOne)
{
    if (m_only)
        return refuse(Words::tr("The same sample of %1 stands there twice.").arg(name()));
    if (hasToBeOne && value != 1)
        return refuse(Words::tr("The info %1 has another value than 1.").arg(name()));
    m_only = value;
    return {};
}

MetricPoint::Check MetricPoint::addTotal(double value)
{
    if (isNegativeOrNaN(value))
        return refuse(Words::tr("The counter %1 is negative or not a number.").arg(name()));
    return addOnly(value, false);
}

MetricPoint::Check MetricPoint::addCreated(double value)
{
    if (m_created)
        return refuse(Words::tr("The time of creation of %1 stands there twice.").arg(name()));
    if (!std::isfinite(value))
        return refuse(Words::tr("The time of creation of %1 is not a time.").arg(name()));
    m_created = value;
    return {};
}

MetricPoint::Check MetricPoint::addBucket(const ReadSample &sample, const Exemplar *exemplar)
{
    const auto text = sample.label("le");
    if (!text)
        return refuse(Words::tr("A bucket of %1 has no label le.").arg(name()));
    const auto threshold = number(*text);
    if (!threshold || std::isnan(*threshold))
        return refuse(Words::tr("The label le of %1 is “%2”, which is not a number.")
                          .arg(name(), shown(*text)));
    if (std::isinf(*threshold) && *threshold > 0 && *text != "+Inf")
        return refuse(Words::tr("The bucket of %1 for infinity has to be written +Inf, not “%2”.")
                          .arg(name(), shown(*text)));
    if (m_threshold && !(*threshold > *m_threshold))
        return refuse(Words::tr("The buckets of %1 are not in rising order.").arg(name()));
    if (!isCount(sample.value))
        return refuse(
            Words::tr("A bucket of %1 holds something else than a number of events.").arg(name()));
    if (m_threshold && sample.value < m_bucket)
        return refuse(Words::tr("A bucket of %1 holds less than the one before it, but buckets "
                                "include those before.")
                          .arg(name()));
    if (exemplar && !(exemplar->value <= *threshold))
        return refuse(
            Words::tr("The exemplar of a bucket of %1 lies above the bucket.").arg(name()));
    m_hasNegativeThreshold = m_hasNegativeThreshold || *threshold < 0;
    m_threshold = threshold;
    m_bucket = sample.value;
    return {};
}

MetricPoint::Check MetricPoint::addCount(double value)
{
    if (m_count)
        return refuse(Words::tr("The count of %1 stands there twice.").arg(name()));
    if (!isCount(value))
        return refuse(Words::tr("The count of %1 is not a whole number of events.").arg(name()));
    m_count = value;
    return {};
}

MetricPoint::Check MetricPoint::addSum(double value)
{
    if (m_sum)
        return refuse(Words::tr("The sum of %1 stands there twice.").arg(name()));
    const bool mayBeNegative = m_family.type == Type::GaugeHistogram;
    if (std::isnan(value) || (value < 0 && !mayBeNegative))
        return refuse(Words::tr("The sum of %1 is negative or not a number.").arg(name()));
    m_sum = value;
    return {};
}

MetricPoint::Check MetricPoint::addQuantile(const ReadSample &sample)
{
    const auto text = sample.label("quantile");
    if (!text)
        return refuse(Words::tr("A sample of the summary %1 has no label quantile.").arg(name()));
    const auto quantile = number(*text);
    if (!quantile || !(*quantile >= 0 && *quantile <= 1))
        return refuse(Words::tr("The label quantile of %1 is “%2”, which is not between 0 and 1.")
                          .arg(name(), shown(*text)));
    if (sample.value < 0)
        return refuse(Words::tr("A quantile of %1 is negative.").arg(name()));
    if (!m_quantiles.insert(*quantile).second)
        return refuse(
            Words::tr("The quantile %1 of %2 stands there twice.").arg(shown(*text), name()));
    return {};
}

MetricPoint::Check MetricPoint::addState(const ReadSample &sample)
{
    const auto state = sample.label(m_family.name);
    if (!state)
        return refuse(
            Words::tr("A sample of the stateset %1 has no label of that name.").arg(name()));
    if (sample.value != 0 && sample.value != 1)
        return refuse(Words::tr("A state of %1 has another value than 0 and 1.").arg(name()));
    const qsizetype before = m_states.size();
    m_states.insert(state->toByteArray());
    if (m_states.size() == before)
        return refuse(
            Words::tr("The state %1 of %2 stands there twice.").arg(shown(*state), name()));
    return {};
}

MetricPoint::Check MetricPoint::finish() const
{
    if (m_family.type == Type::Counter && !m_only)
        return refuse(Words::tr("The counter %1 has no sample %1_total.").arg(name()));
    if (m_family.type == Type::Histogram || m_family.type == Type::GaugeHistogram)
        return finishHistogram();
    return {};
}

MetricPoint::Check MetricPoint::finishHistogram() const
{
    const bool isGauge = m_family.type == Type::GaugeHistogram;
    if (!m_threshold || !std::isinf(*m_threshold) || *m_threshold < 0)
        return refuse(Words::tr("The histogram %1 has no bucket for +Inf.").arg(name()));
    if (m_count.has_value() != m_sum.has_value())
        return refuse(Words::tr("The histogram %1 has only one of count and sum. It needs both, or "
                                "neither.")
                          .arg(name()));
    if (m_count && *m_count != m_bucket)
        return refuse(Words::tr("The count of the histogram %1 is not what its bucket for +Inf "
                                "holds.")
                          .arg(name()));
    if (!isGauge && m_hasNegativeThreshold && m_sum)
        return refuse(
            Words::tr("The histogram %1 has buckets below 0, so it may have no sum.").arg(name()));
    if (isGauge && !m_hasNegativeThreshold && m_sum && *m_sum < 0)
        return refuse(
            Words::tr("The sum of %1 is negative, though no bucket is below 0.").arg(name()));
    return {};
}

} // namespace exposition
