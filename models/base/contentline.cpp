// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/contentline.h"

#include <QDateTime>

namespace base {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineLimit = 75;

} // namespace

QByteArray foldedLine(const QString &line)
{
    QByteArray out;
    qsizetype used = 0;
    for (const QByteArray octets = line.toUtf8(); const char octet : octets) {
        const bool begins = (uchar(octet) & 0xc0) != 0x80;
        // A character of up to four octets must fit as a whole.
        if (begins && used + 4 > lineLimit) {
            out += "\r\n ";
            used = 1;
        }
        out += octet;
        ++used;
    }
    return out + "\r\n";
}

QString calendarStamp(Instant at)
{
    return QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

} // namespace base
