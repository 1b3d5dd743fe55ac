// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/commalist.h"

namespace base {

QStringList commaList(const QString &text)
{
    QStringList entries;
    for (const QString &entry : text.split(u',')) {
        if (!entry.trimmed().isEmpty())
            entries << entry.trimmed();
    }
    return entries;
}

} // namespace base
