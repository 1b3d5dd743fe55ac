// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/metrickey.h"

#include <algorithm>

namespace exposition {

namespace {

// Bytes that valid UTF-8 does not have.
constexpr char afterName = '\xFE';
constexpr char afterValue = '\xFF';

bool isBefore(const Label &a, const Label &b)
{
    return a.name < b.name;
}

void append(const Label &label, QByteArrayView left, QByteArray &key)
{
    if (label.value.isEmpty() || label.name == left)
        return;
    key.append(label.name);
    key += afterName;
    key.append(label.value);
    key += afterValue;
}

} // namespace

void appendMetricKey(const std::vector<Label> &labels, QByteArrayView left, QByteArray &key)
{
    if (std::is_sorted(labels.begin(), labels.end(), isBefore)) {
        for (const Label &label : labels)
            append(label, left, key);
        return;
    }
    std::vector<Label> sorted = labels;
    std::sort(sorted.begin(), sorted.end(), isBefore);
    for (const Label &label : sorted)
        append(label, left, key);
}

} // namespace exposition
