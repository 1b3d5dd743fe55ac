// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace support {

/// Whether some connection, also one of this process, still holds the lock that keeps others from
/// taking the write-ahead log of a SQLite file away: the shared lock of SQLite's file format. To
/// ask ends the locks of this process on the file, so ask once, and last.
[[nodiscard]] inline bool isHeldOpen(const QString &path)
{
    constexpr off_t firstShared = 0x4000'0002;
    constexpr off_t sharedBytes = 510;
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    struct flock range = {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    range.l_start = firstShared;
    range.l_len = sharedBytes;
    // Asked for an open file description: so the locks of this process count as another's.
    const bool asked = ::fcntl(file, F_OFD_GETLK, &range) == 0;
    ::close(file);
    return asked && range.l_type != F_UNLCK;
}

} // namespace support
