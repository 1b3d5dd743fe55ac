// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/hostreader.h"

#include <QFile>
#include <sys/statvfs.h>

namespace source {

using namespace Qt::StringLiterals;

std::optional<double> diskUsage(const QString &mount)
{
    struct statvfs info
    {};
    if (statvfs(QFile::encodeName(mount).constData(), &info) != 0)
        return std::nullopt;
    // Blocks kept for the administrator count as neither used nor free, as df shows it.
    const auto used = double(info.f_blocks - info.f_bfree);
    const double usable = used + double(info.f_bavail);
    return usable > 0 ? std::optional(100 * used / usable) : std::nullopt;
}

HostReader::HostReader(QString proc, DiskUsage usage)
    : m_proc(std::move(proc))
    , m_usage(std::move(usage))
{}

HostFigures HostReader::read(std::chrono::milliseconds since)
{
    HostFigures figures;
    readCpu(figures);
    figures.memoryPercent = memoryPercent(content(u"meminfo"_s));
    figures.load = load(content(u"loadavg"_s));
    readTraffic(figures, since);
    readDisks(figures);
    return figures;
}

void HostReader::forget()
{
    m_cpu.reset();
    m_traffic.reset();
}

QByteArray HostReader::content(const QString &file) const
{
    QFile in(m_proc + u'/' + file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void HostReader::readCpu(HostFigures &figures)
{
    const std::optional<CpuTimes> before = std::exchange(m_cpu, cpuTimes(content(u"stat"_s)));
    if (!before || !m_cpu || m_cpu->total <= before->total || m_cpu->busy < before->busy)
        return;
    const auto busy = double(m_cpu->busy - before->busy);
    figures.cpuPercent = qMin(100.0, 100 * busy / double(m_cpu->total - before->total));
}

void HostReader::readTraffic(HostFigures &figures, std::chrono::milliseconds since)
{
    const std::optional<Traffic> before = std::exchange(m_traffic, traffic(content(u"net/dev"_s)));
    // Counters fall when an interface goes away.
    if (!before || !m_traffic || since.count() <= 0 || m_traffic->received < before->received ||
        m_traffic->sent < before->sent)
        return;
    const double seconds = double(since.count()) / 1000;
    figures.receivedPerSecond = double(m_traffic->received - before->received) / seconds;
    figures.sentPerSecond = double(m_traffic->sent - before->sent) / seconds;
}

void HostReader::readDisks(HostFigures &figures) const
{
    for (const QString &mount : realMounts(content(u"self/mounts"_s))) {
        const auto percent = m_usage(mount);
        if (percent && (!figures.diskPercent || *percent > *figures.diskPercent)) {
            figures.diskPercent = percent;
            figures.fullest = mount;
        }
    }
}

} // namespace source
