// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/document.h"

namespace exposition {

/// What a sample of an OpenMetrics family is to its metric.
enum class Part {
    Value, ///< of a gauge or an unknown
    Total,
    Created,
    Bucket,
    Count, ///< _count or _gcount
    Sum,   ///< _sum or _gsum
    Quantile,
    State,
    Info,
};

struct SuffixedPart
{
    QByteArrayView suffix;
    Part part;
};

/// The samples that a family of this type may have.
[[nodiscard]] std::span<const SuffixedPart> partsOf(Type type);

/// Nothing if the sample does not belong to the family.
[[nodiscard]] std::optional<Part> partOf(const Family &family, QByteArrayView sample);

} // namespace exposition
