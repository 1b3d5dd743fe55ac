// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

namespace workflow {

/// A stretch of two texts that are compared.
struct TextPiece
{
    enum class In { Both, Theirs, Ours };

    In in = In::Both;
    QString text;

    bool operator==(const TextPiece &) const = default;
};

/// Where two texts differ, word by word. The pieces of both and of theirs give `theirs`, those of
/// both and of ours give `ours`. Texts that have next to nothing in common, or are longer than
/// anybody compares by eye, differ as a whole.
[[nodiscard]] std::vector<TextPiece> textDifference(const QString &theirs, const QString &ours);

/// The same as lines to be read, or to be heard: "There: …", "Ours: …", "Both: …".
[[nodiscard]] QString differenceWords(const std::vector<TextPiece> &pieces);

} // namespace workflow
