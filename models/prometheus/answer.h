// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <optional>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

/// Prometheus, and whatever else speaks its HTTP API.
namespace prometheus {

using Labels = QMap<QString, QString>; ///< the name of the metric is under "__name__"

struct Point
{
    base::InstantMs at{};
    double value = 0; ///< NaN and infinities are values

    bool operator==(const Point &) const = default;
};

struct Series
{
    Labels labels;
    std::vector<Point> points; ///< in rising time; a step without a value is not there
    int histograms = 0;        ///< native histograms, which have no single value and are left out

    bool operator==(const Series &) const = default;
};

enum class ResultType { Vector, Matrix, Scalar, String };

struct Answer
{
    ResultType type = ResultType::Vector;
    std::vector<Series> series; ///< a scalar is one without labels; empty: no data
    QString text;               ///< of a string
    QStringList remarks;        ///< warnings and infos of the server

    bool operator==(const Answer &) const = default;
};

struct Alert
{
    Labels labels;
    Labels annotations;
    bool isFiring = false; ///< else pending
    std::optional<base::InstantMs> activeAt;
    std::optional<double> value;

    bool operator==(const Alert &) const = default;
};

struct Rule
{
    enum class Kind { Alerting, Recording };

    Kind kind = Kind::Alerting;
    QString group;
    QString name;
    QString expression;
    QString state;     ///< of an alerting rule: "inactive", "pending" or "firing"
    QString lastError; ///< why it cannot be evaluated; empty if it can

    bool operator==(const Rule &) const = default;
};

/// What a target says about one of its metrics.
struct Meta
{
    QString type; ///< "counter", "gauge", "histogram", …, "unknown"
    QString help; ///< may have several lines

    bool operator==(const Meta &) const = default;
};
using MetaTable = QHash<QString, Meta>; ///< by the name of the family

/// "name{label="value", …}", as people write a series. Names that are not of the usual letters are
/// quoted, as newer servers write them.
[[nodiscard]] QString seriesName(const Labels &labels);

} // namespace prometheus
