// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/textdistributions.h"

#include "exposition/metrickey.h"
#include "exposition/number.h"
#include "exposition/words.h"

#include <cmath>

namespace exposition {

namespace {

tl::unexpected<QString> refuse(const QString &reason)
{
    return tl::make_unexpected(reason);
}

} // namespace

TextDistributions::Check TextDistributions::add(quint32 familyIndex, const Family &family,
                                                const ReadSample &sample, int line)
{
    const bool isHistogram = family.type == Type::Histogram;
    const QByteArrayView suffix = sample.name.sliced(family.name.size());
    const bool isThreshold = isHistogram ? suffix == "_bucket"
                                         : suffix.isEmpty() && sample.label("quantile").has_value();
    const QByteArrayView label = isHistogram ? "le" : "quantile";
    if (suffix.isEmpty() && !isThreshold)
        return {}; // tolerated: it is no part of the distribution
    QByteArray key = QByteArray::number(familyIndex) + '\n';
    appendMetricKey(sample.labels, isThreshold ? label : QByteArrayView(), key);
    Group &group = m_groups[key];
    group.family = family.name.toByteArray();
    group.isHistogram = isHistogram;
    group.line = line;
    if (isThreshold)
        return addThreshold(group, label, sample);
    if (suffix == "_count") {
        if (sample.value < 0)
            return refuse(Words::tr("The count of %1 is negative.").arg(shown(family.name)));
        group.count = sample.value;
    }
    return {};
}

TextDistributions::Check TextDistributions::addThreshold(Group &group, QByteArrayView label,
                                                         const ReadSample &sample)
{
    const auto text = sample.label(label);
    if (!text)
        return refuse(Words::tr("A bucket of %1 has no label le.").arg(shown(group.family)));
    const auto threshold = number(*text);
    if (!threshold)
        return refuse(Words::tr("The label %1 of %2 is “%3”, which is not a number.")
                          .arg(shown(label), shown(group.family), shown(*text)));
    const bool isSamePoint = group.thresholdStamp == sample.stampText;
    if (group.threshold && isSamePoint && *threshold < *group.threshold)
        return refuse(Words::tr("The values of the label %1 of %2 do not rise from line to line.")
                          .arg(shown(label), shown(group.family)));
    group.threshold = threshold;
    group.thresholdStamp = sample.stampText.toByteArray();
    if (!group.isHistogram)
        return {};
    if (sample.value < 0)
        return refuse(Words::tr("A bucket of %1 is negative.").arg(shown(group.family)));
    if (std::isinf(*threshold) && *threshold > 0)
        group.infinite = sample.value;
    return {};
}

tl::expected<void, Fault> TextDistributions::finish() const
{
    std::optional<Fault> first;
    const auto found = [&](const Group &group, const QString &reason) {
        if (!first || group.line < first->line)
            first = Fault{group.line, reason};
    };
    for (const Group &group : m_groups) {
        if (!group.isHistogram)
            continue;
        if (!group.infinite)
            found(group,
                  Words::tr("The histogram %1 has no bucket for +Inf.").arg(shown(group.family)));
        else if (group.count && !(*group.count == *group.infinite) &&
                 !(std::isnan(*group.count) && std::isnan(*group.infinite)))
            found(group, Words::tr("The count of the histogram %1 is not what its bucket for +Inf "
                                   "holds.")
                             .arg(shown(group.family)));
    }
    if (first)
        return tl::make_unexpected(*first);
    return {};
}

} // namespace exposition
