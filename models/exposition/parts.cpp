// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/parts.h"

namespace exposition {

namespace {

constexpr SuffixedPart single[] = {{"", Part::Value}};
constexpr SuffixedPart counter[] = {{"_total", Part::Total}, {"_created", Part::Created}};
constexpr SuffixedPart stateSet[] = {{"", Part::State}};
constexpr SuffixedPart info[] = {{"_info", Part::Info}};
constexpr SuffixedPart histogram[] = {{"_bucket", Part::Bucket},
                                      {"_count", Part::Count},
                                      {"_sum", Part::Sum},
                                      {"_created", Part::Created}};
constexpr SuffixedPart gaugeHistogram[] = {
    {"_bucket", Part::Bucket}, {"_gcount", Part::Count}, {"_gsum", Part::Sum}};
constexpr SuffixedPart summary[] = {{"", Part::Quantile},
                                    {"_count", Part::Count},
                                    {"_sum", Part::Sum},
                                    {"_created", Part::Created}};

} // namespace

std::span<const SuffixedPart> partsOf(Type type)
{
    switch (type) {
    case Type::Counter:
        return counter;
    case Type::StateSet:
        return stateSet;
    case Type::Info:
        return info;
    case Type::Histogram:
        return histogram;
    case Type::GaugeHistogram:
        return gaugeHistogram;
    case Type::Summary:
        return summary;
    case Type::Unknown:
    case Type::Gauge:
        break;
    }
    return single;
}

std::optional<Part> partOf(const Family &family, QByteArrayView sample)
{
    if (!sample.startsWith(family.name))
        return std::nullopt;
    const QByteArrayView suffix = sample.sliced(family.name.size());
    for (const SuffixedPart &known : partsOf(family.type)) {
        if (suffix == known.suffix)
            return known.part;
    }
    return std::nullopt;
}

} // namespace exposition
