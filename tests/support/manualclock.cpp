// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"

#include <QDateTime>

namespace support {

base::Instant utc(const char *iso)
{
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        qFatal("'%s' is no UTC time", iso);
    return base::Instant(base::Span(time.toSecsSinceEpoch()));
}

} // namespace support
