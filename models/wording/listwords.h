// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace wording {

/// "images", "images and search", "images, search and mail"
[[nodiscard]] QString listWords(const QStringList &items);
/// What people typed as a part of a sentence: one line, without the full stop at its end.
[[nodiscard]] QString phraseText(const QString &typed);
/// The same with a capital at its beginning.
[[nodiscard]] QString withCapital(const QString &text);

} // namespace wording
