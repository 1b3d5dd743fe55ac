// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "prometheus/answer.h"

#include <QJsonValue>

/// From the data of an answer to values. Each refuses, with a sentence, what is not of its shape;
/// fields it does not know are left alone, and those that newer servers add may be missing.
namespace prometheus {

/// Of query and query_range.
[[nodiscard]] base::Result<Answer> answerFrom(const QJsonValue &data);
/// Of series.
[[nodiscard]] base::Result<QList<Labels>> seriesFrom(const QJsonValue &data);
/// Of labels and label values.
[[nodiscard]] base::Result<QStringList> namesFrom(const QJsonValue &data);
/// Of metadata. Where targets differ, the first of them is heard.
[[nodiscard]] base::Result<MetaTable> metaFrom(const QJsonValue &data);
/// Of alerts.
[[nodiscard]] base::Result<std::vector<Alert>> alertsFrom(const QJsonValue &data);
/// Of rules.
[[nodiscard]] base::Result<std::vector<Rule>> rulesFrom(const QJsonValue &data);

} // namespace prometheus
