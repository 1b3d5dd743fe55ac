// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <QByteArray>
#include <QList>
#include <QString>

/// What the files of Linux' /proc say. Each takes the content of one file and gives nothing if it
/// is not as expected. See proc(5).
namespace source {

/// Ticks since the machine started, over all processors.
struct CpuTimes
{
    quint64 busy = 0;
    quint64 total = 0;

    bool operator==(const CpuTimes &) const = default;
};

/// Bytes since the machine started, over all interfaces that lead out of it.
struct Traffic
{
    quint64 received = 0;
    quint64 sent = 0;

    bool operator==(const Traffic &) const = default;
};

[[nodiscard]] std::optional<CpuTimes> cpuTimes(const QByteArray &stat);
/// Memory that is not available to programs, in percent.
[[nodiscard]] std::optional<double> memoryPercent(const QByteArray &meminfo);
/// The load of the last minute.
[[nodiscard]] std::optional<double> load(const QByteArray &loadavg);
[[nodiscard]] std::optional<Traffic> traffic(const QByteArray &netDev);
/// Where the file systems are mounted that can fill up: on a disk, writable, each one once.
[[nodiscard]] QStringList realMounts(const QByteArray &mounts);

} // namespace source
