// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Pages of other programs, which dress a text up in their own way.
namespace publish {

/// The characters that numeric references stand for, where those are no markup.
[[nodiscard]] QString withoutReferences(const QString &html);

/// What a reader can see of a page and nothing of how it looks: letters and digits in one case,
/// without what typographic filters change.
[[nodiscard]] QString readable(const QString &html);

} // namespace publish
