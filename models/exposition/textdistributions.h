// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/parse.h"
#include "exposition/readsample.h"

#include <QHash>

namespace exposition {

/// What the text format asks of the histograms and summaries of a document, whose lines may lie
/// apart: a bucket for +Inf that equals the count, thresholds in rising order, nothing negative.
class TextDistributions
{
public:
    using Check = tl::expected<void, QString>;

    /// The next sample of a family of type histogram or summary.
    [[nodiscard]] Check add(quint32 familyIndex, const Family &family, const ReadSample &sample,
                            int line);
    /// After the last sample.
    [[nodiscard]] tl::expected<void, Fault> finish() const;

private:
    /// Those with the same labels but for le or quantile.
    struct Group
    {
        QByteArray family;
        bool isHistogram = false;
        int line = 0; ///< the last one
        std::optional<double> threshold;
        QByteArray thresholdStamp;
        std::optional<double> infinite;
        std::optional<double> count;
    };

    [[nodiscard]] static Check addThreshold(Group &group, QByteArrayView label,
                                            const ReadSample &sample);

    QHash<QByteArray, Group> m_groups;
};

} // namespace exposition
