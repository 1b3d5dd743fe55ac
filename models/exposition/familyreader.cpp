// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/familyreader.h"

#include "exposition/metrickey.h"
#include "exposition/number.h"
#include "exposition/words.h"

namespace exposition {

namespace {

using Whole = tl::expected<void, Fault>;

/// The label that tells the samples of a point apart, and is none of the metric's own.
QByteArrayView distinguishingLabel(Part part, const Family &family)
{
    switch (part) {
    case Part::Bucket:
        return "le";
    case Part::Quantile:
        return "quantile";
    case Part::State:
        return family.name;
    default:
        return {};
    }
}

/// Below 0 if the first is earlier, 0 if they are the same, else above 0.
int compare(const Stamp &a, QByteArrayView textA, const Stamp &b, QByteArrayView textB)
{
    if (a.given != b.given)
        return a.given < b.given ? -1 : 1;
    return compareExactly(textA, textB);
}

} // namespace

Whole FamilyReader::add(Part part, const ReadSample &sample, const Exemplar *exemplar, int line)
{
    if (const Check labels = checkLabels(part, sample); !labels)
        return tl::make_unexpected(Fault{line, labels.error()});
    if (const Whole entered = enter(part, sample, line); !entered)
        return entered;
    m_lastLine = line;
    if (const Check added = m_point->add(part, sample, exemplar); !added)
        return tl::make_unexpected(Fault{line, added.error()});
    return {};
}

Whole FamilyReader::finish() const
{
    if (!m_point)
        return {};
    if (const Check whole = m_point->finish(); !whole)
        return tl::make_unexpected(Fault{m_lastLine, whole.error()});
    return {};
}

/// What distinguishes the samples of a point may not be a label of the metric itself.
FamilyReader::Check FamilyReader::checkLabels(Part part, const ReadSample &sample) const
{
    const bool isHistogram =
        m_family.type == Type::Histogram || m_family.type == Type::GaugeHistogram;
    const QByteArrayView reserved = isHistogram                      ? "le"
                                    : m_family.type == Type::Summary ? "quantile"
                                                                     : "";
    const bool mayHaveIt = part == Part::Bucket || part == Part::Quantile;
    if (!reserved.isEmpty() && !mayHaveIt && sample.label(reserved))
        return tl::make_unexpected(
            Words::tr("%1 may not have the label %2.").arg(shown(sample.name), shown(reserved)));
    return {};
}

Whole FamilyReader::enter(Part part, const ReadSample &sample, int line)
{
    QByteArray key;
    key.reserve(m_metric.size() + 16);
    appendMetricKey(sample.labels, distinguishingLabel(part, m_family), key);
    if (m_point && key == m_metric)
        return advance(sample, line);
    if (const Whole whole = finish(); !whole)
        return whole;
    const qsizetype before = m_metrics.size();
    m_metrics.insert(key);
    if (m_metrics.size() == before)
        return tl::make_unexpected(
            Fault{line, Words::tr("This metric of %1 began further up, with others in between. All "
                                  "its samples have to stand together.")
                            .arg(shown(m_family.name))});
    m_metric = key;
    begin(sample);
    return {};
}

/// Another sample of the present metric: of the same point, or of the next.
Whole FamilyReader::advance(const ReadSample &sample, int line)
{
    if (m_at.has_value() != sample.at.has_value())
        return tl::make_unexpected(Fault{
            line,
            Words::tr("Some samples of this metric of %1 have a timestamp and some have none.")
                .arg(shown(m_family.name))});
    if (!m_at)
        return {};
    const int order = compare(*sample.at, sample.stampText, *m_at, m_stampText);
    if (order < 0)
        return tl::make_unexpected(Fault{
            line,
            Words::tr("The timestamps of this metric of %1 go back.").arg(shown(m_family.name))});
    if (order > 0) {
        if (const Whole whole = finish(); !whole)
            return whole;
        begin(sample);
    }
    return {};
}

void FamilyReader::begin(const ReadSample &sample)
{
    m_point.emplace(m_family);
    m_at = sample.at;
    m_stampText = sample.stampText;
}

} // namespace exposition
