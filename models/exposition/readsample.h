// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/parse.h"

namespace exposition {

/// A sample as its line gives it, before it is known what it belongs to.
struct ReadSample
{
    QByteArrayView name;
    std::vector<Label> labels; ///< those with an empty value too
    double value = 0;
    QByteArrayView stampText; ///< empty without a timestamp
    std::optional<Stamp> at;
    std::optional<Exemplar> exemplar; ///< its labels are in the document

    [[nodiscard]] std::optional<QByteArrayView> label(QByteArrayView name) const;
};

/// Adds labels to a document, without the empty ones.
[[nodiscard]] LabelRange addLabels(const std::vector<Label> &labels, Document &document);

/// Reads a sample's line of OpenMetrics into `sample`. The error is the reason.
[[nodiscard]] tl::expected<void, QString>
readOpenMetricsSample(QByteArrayView line, Document &document, ReadSample &sample);
/// The same of the text format.
[[nodiscard]] tl::expected<void, QString> readTextSample(QByteArrayView line, Document &document,
                                                         ReadSample &sample);

/// The name behind HELP and TYPE in the text format, which may stand in quotes. Empty if there is
/// none; blanks before it are skipped.
[[nodiscard]] tl::expected<QByteArrayView, QString> takeTextName(class Cursor &cursor,
                                                                 Document &document);

} // namespace exposition
