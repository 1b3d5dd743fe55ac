// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text.h"

namespace base {

/// A text as a tool tip that shows it as it is. Tool tips guess: a text with something like a tag
/// in it would be taken for markup, and could show pictures and links of somebody else's.
[[nodiscard]] inline QString plainTip(QStringView text)
{
    if (text.isEmpty())
        return {};
    const QString lines = escapeMarkup(text).replace(QLatin1Char('\n'), QLatin1String("<br>"));
    return QLatin1String("<p>") + lines + QLatin1String("</p>");
}

} // namespace base
