// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/procfiles.h"

#include <algorithm>
#include <QSet>

namespace source {

namespace {

constexpr int columnsOfCpu = 8;   ///< user nice system idle iowait irq softirq steal
constexpr int columnsOfNet = 16;  ///< eight of receiving, eight of sending
constexpr int columnsOfMount = 4; ///< device, place, type, options

QList<QByteArray> words(const QByteArray &line)
{
    return line.simplified().split(' ');
}

std::optional<QList<quint64>> numbers(const QList<QByteArray> &words, qsizetype count)
{
    if (words.size() < count)
        return std::nullopt;
    QList<quint64> all;
    for (const QByteArray &word : words.first(count)) {
        bool isNumber = false;
        all.append(word.toULongLong(&isNumber));
        if (!isNumber)
            return std::nullopt;
    }
    return all;
}

/// "MemTotal:  16384 kB"
std::optional<double> kilobytes(const QByteArray &meminfo, const QByteArray &name)
{
    for (const QByteArray &line : meminfo.split('\n')) {
        if (!line.startsWith(name + ':'))
            continue;
        bool isNumber = false;
        const double value = words(line).value(1).toDouble(&isNumber);
        if (isNumber)
            return value;
    }
    return std::nullopt;
}

/// What goes through a bridge or into a container goes through the card as well.
bool leadsOut(const QByteArray &interface)
{
    static const QByteArray inside[] = {"veth", "docker", "br-", "virbr",
                                        "vnet", "tap",    "tun", "wg"};
    return interface != "lo" &&
           std::none_of(std::begin(inside), std::end(inside),
                        [&](const QByteArray &start) { return interface.startsWith(start); });
}

bool isDiskType(const QByteArray &type)
{
    static const QSet<QByteArray> types{"ext2", "ext3",  "ext4",    "xfs",     "btrfs",
                                        "zfs",  "f2fs",  "jfs",     "ntfs3",   "bcachefs",
                                        "vfat", "exfat", "fuseblk", "reiserfs"};
    return types.contains(type);
}

/// Blanks in the name of a mount point are written as octal numbers.
QString unescaped(const QByteArray &place)
{
    QByteArray out;
    for (qsizetype i = 0; i < place.size(); ++i) {
        bool isOctal = false;
        const int code = place[i] == '\\' ? place.mid(i + 1, 3).toInt(&isOctal, 8) : 0;
        if (isOctal)
            i += 3;
        out += isOctal ? char(code) : place[i];
    }
    return QString::fromLocal8Bit(out);
}

} // namespace

std::optional<CpuTimes> cpuTimes(const QByteArray &stat)
{
    const QList<QByteArray> line = words(stat.split('\n').first());
    if (line.value(0) != "cpu")
        return std::nullopt;
    // The columns after these are time of guests, which is in the first two already.
    const auto ticks = numbers(line.sliced(1), columnsOfCpu);
    if (!ticks)
        return std::nullopt;
    CpuTimes times;
    for (const quint64 part : *ticks)
        times.total += part;
    times.busy = times.total - ticks->at(3) - ticks->at(4);
    return times;
}

std::optional<double> memoryPercent(const QByteArray &meminfo)
{
    const auto total = kilobytes(meminfo, "MemTotal");
    const auto available = kilobytes(meminfo, "MemAvailable");
    if (!total || !available || *total <= 0)
        return std::nullopt;
    return std::clamp(100 * (*total - *available) / *total, 0.0, 100.0);
}

std::optional<double> load(const QByteArray &loadavg)
{
    bool isNumber = false;
    const double value = words(loadavg).value(0).toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<Traffic> traffic(const QByteArray &netDev)
{
    std::optional<Traffic> sum;
    for (const QByteArray &line : netDev.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !leadsOut(line.left(colon).trimmed()))
            continue;
        const auto columns = numbers(words(line.mid(colon + 1)), columnsOfNet);
        if (!columns)
            return std::nullopt;
        sum = sum.value_or(Traffic());
        sum->received += columns->at(0);
        sum->sent += columns->at(columnsOfNet / 2);
    }
    return sum;
}

QStringList realMounts(const QByteArray &mounts)
{
    QStringList places;
    QSet<QByteArray> devices;
    for (const QByteArray &line : mounts.split('\n')) {
        const QList<QByteArray> columns = words(line);
        if (columns.size() < columnsOfMount)
            continue;
        const QByteArray &device = columns[0];
        const QByteArray &place = columns[1];
        const bool isContainerRoot = columns[2] == "overlay" && place == "/";
        const bool isReadOnly = columns[3].split(',').contains("ro");
        if ((!isDiskType(columns[2]) && !isContainerRoot) || isReadOnly || devices.contains(device))
            continue;
        devices.insert(device);
        places.append(unescaped(place));
    }
    return places;
}

} // namespace source
