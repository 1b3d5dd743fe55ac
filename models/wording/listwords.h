// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace wording {

/// "images", "images and search", "images, search and mail"
[[nodiscard]] QString listWords(const QStringList &items);
/// What people typed as a part of a sentence: one line, without the full stop at its end.
[[nodiscard]] QString phraseText(const QString &typed, qsizetype longest = 500);
/// The same without a capital at its beginning, where the first word cannot be a name: "a change of
/// the router". A word that may be one keeps it ("Postgres ran out of room").
[[nodiscard]] QString inSentence(const QString &text);
/// The same with a capital at its beginning.
[[nodiscard]] QString withCapital(const QString &text);

} // namespace wording
