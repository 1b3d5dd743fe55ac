// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/procfiles.h"

#include <chrono>
#include <functional>

namespace source {

/// How this machine is. What could not be read has no value.
struct HostFigures
{
    std::optional<double> cpuPercent;        ///< since the reading before
    std::optional<double> memoryPercent;     ///< not available to programs
    std::optional<double> diskPercent;       ///< of the fullest real file system
    QString fullest;                         ///< where that one is mounted
    std::optional<double> load;              ///< of the last minute
    std::optional<double> receivedPerSecond; ///< bytes, since the reading before
    std::optional<double> sentPerSecond;

    bool operator==(const HostFigures &) const = default;
};

/// How full a file system is for programs without privileges, in percent; nothing if unknown.
using DiskUsage = std::function<std::optional<double>(const QString &mount)>;
[[nodiscard]] std::optional<double> diskUsage(const QString &mount);

/// Reads /proc. Rates need two readings: the first one has none.
class HostReader
{
public:
    explicit HostReader(QString proc = QStringLiteral("/proc"), DiskUsage usage = &diskUsage);

    /// `since`: the time that has passed since the reading before, over 0.
    [[nodiscard]] HostFigures read(std::chrono::milliseconds since);
    /// The next reading has no rates: nobody knows what the last one belongs to.
    void forget();

private:
    [[nodiscard]] QByteArray content(const QString &file) const;
    void readCpu(HostFigures &figures);
    void readTraffic(HostFigures &figures, std::chrono::milliseconds since);
    void readDisks(HostFigures &figures) const;

    QString m_proc;
    DiskUsage m_usage;
    std::optional<CpuTimes> m_cpu;
    std::optional<Traffic> m_traffic;
};

} // namespace source
