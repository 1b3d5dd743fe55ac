// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"

#include <deque>
#include <optional>
#include <QByteArray>
#include <QByteArrayView>
#include <span>
#include <vector>

/// Metrics as exporters write them: the Prometheus text format 0.0.4 and OpenMetrics 1.0. They are
/// two grammars; what one accepts the other may refuse.
namespace exposition {

enum class Format {
    Text,        ///< text/plain; version=0.0.4
    OpenMetrics, ///< application/openmetrics-text; version=1.0.0
};

enum class Type {
    Unknown, ///< none was given, or "unknown"; the text format calls it "untyped"
    Gauge,
    Counter,
    StateSet,
    Info,
    Histogram,
    GaugeHistogram,
    Summary,
};

/// All text is valid UTF-8 with its escapes resolved. It points into the Document it came from.
struct Label
{
    QByteArrayView name;
    QByteArrayView value; ///< never empty: an empty value is the same as no label
};

struct Family
{
    QByteArrayView name; ///< without the suffixes of its samples
    Type type = Type::Unknown;
    QByteArrayView help;
    QByteArrayView unit; ///< OpenMetrics only
};

/// A time as the document gives it.
struct Stamp
{
    double given = 0; ///< the text format counts milliseconds, OpenMetrics seconds, both from 1970
    qint64 ms = 0;    ///< milliseconds from 1970, rounded; the nearest there is if out of range
};

/// Some labels of Document::labels, in the order they were written.
struct LabelRange
{
    quint32 first = 0;
    quint32 count = 0;
};

struct Exemplar
{
    LabelRange labels;
    double value = 0;
    std::optional<Stamp> at;
};

struct Sample
{
    quint32 family = 0; ///< index in Document::families
    int line = 0;       ///< from 1
    QByteArrayView name;
    LabelRange labels;
    double value = 0; ///< may be NaN or infinite, which are values like others
    std::optional<Stamp> at;
    std::optional<quint32> exemplar; ///< index in Document::exemplars
};

/// A whole document that follows its format. May be copied: what the views point at is shared.
struct Document
{
    Format format = Format::Text;
    std::vector<Family> families; ///< those without samples too
    std::vector<Sample> samples;  ///< in the order of the document
    std::vector<Label> labels;
    std::vector<Exemplar> exemplars;

    QByteArray source;                ///< what most views point into
    std::deque<QByteArray> unescaped; ///< what the others point into

    [[nodiscard]] std::span<const Label> labelsOf(const LabelRange &range) const
    {
        return std::span(labels).subspan(range.first, range.count);
    }
    [[nodiscard]] const Family &familyOf(const Sample &sample) const
    {
        return families[sample.family];
    }
};

} // namespace exposition

template <>
struct base::EnumNames<exposition::Format>
{
    static constexpr base::NamedValue<exposition::Format> table[] = {
        {exposition::Format::Text, "text"},
        {exposition::Format::OpenMetrics, "openmetrics"},
    };
};

/// As OpenMetrics spells them.
template <>
struct base::EnumNames<exposition::Type>
{
    static constexpr base::NamedValue<exposition::Type> table[] = {
        {exposition::Type::Unknown, "unknown"},
        {exposition::Type::Gauge, "gauge"},
        {exposition::Type::Counter, "counter"},
        {exposition::Type::StateSet, "stateset"},
        {exposition::Type::Info, "info"},
        {exposition::Type::Histogram, "histogram"},
        {exposition::Type::GaugeHistogram, "gaugehistogram"},
        {exposition::Type::Summary, "summary"},
    };
};
