// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/hostlimits.h"

#include "base/commalist.h"

#include <algorithm>
#include <cmath>
#include <QCoreApplication>
#include <QLocale>

namespace source {

using namespace Qt::StringLiterals;
using health::Quality;

namespace {

constexpr double whole = 100; ///< percent

tl::unexpected<base::Error> refuse(const QString &entry)
{
    const QString text = QCoreApplication::translate(
        "source", QT_TRANSLATE_NOOP("source", "“%1” is no limit of this machine. Write for example "
                                              "cpu>90, with cpu, memory, disk (percent), load, "
                                              "received or sent (bytes a second), each once."));
    return base::fail(base::ErrorKind::Input, text.arg(entry));
}

std::optional<HostLimit> limitFrom(const QString &entry)
{
    const QList<HostMeasure> known = measuresOf({});
    bool isNumber = false;
    const HostLimit limit{entry.section(u'>', 0, 0).trimmed(),
                          entry.section(u'>', 1).trimmed().toDouble(&isNumber)};
    const auto measure = std::ranges::find(known, limit.measure, &HostMeasure::id);
    if (measure == known.end() || !isNumber || !std::isfinite(limit.above) || limit.above < 0)
        return std::nullopt;
    const bool canBeOver = measure->unit != u'%' || limit.above < whole;
    return canBeOver ? std::optional(limit) : std::nullopt;
}

const HostLimit *find(const QList<HostLimit> &limits, const QString &measure)
{
    const auto found = std::ranges::find(limits, measure, &HostLimit::measure);
    return found == limits.end() ? nullptr : &*found;
}

} // namespace

base::Result<QList<HostLimit>> hostLimits(const QString &text)
{
    QList<HostLimit> limits;
    for (const QString &entry : base::commaList(text)) {
        const auto limit = limitFrom(entry);
        if (!limit || find(limits, limit->measure))
            return refuse(entry);
        limits.append(*limit);
    }
    return limits;
}

QString textOf(const QList<HostLimit> &limits)
{
    QStringList entries;
    for (const HostLimit &limit : limits)
        entries << limit.measure + u'>' +
                       QString::number(limit.above, 'g', QLocale::FloatingPointShortest);
    return entries.join(u", "_s);
}

std::optional<double> limitOf(const MonitorSpec &machine, const QString &measure)
{
    const auto limits = hostLimits(machine.expression);
    const HostLimit *limit = limits ? find(*limits, measure) : nullptr;
    return limit ? std::optional(limit->above) : std::nullopt;
}

/// Two looks in a row lie one interval apart.
base::Span limitHeld(const MonitorSpec &machine)
{
    return std::chrono::floor<base::Span>(machine.interval * (machine.failAfter - 1));
}

void setLimitHeld(MonitorSpec &machine, base::Span atLeast)
{
    const std::chrono::milliseconds held = atLeast;
    const auto step = machine.interval;
    machine.failAfter = 1 + int((held + step - std::chrono::milliseconds(1)) / step);
    machine.failOutOf = machine.failAfter;
}

std::optional<ProbeVerdict> judge(const QList<HostLimit> &limits,
                                  const QList<HostMeasure> &measures)
{
    if (limits.isEmpty())
        return std::nullopt;
    QStringList beyond;
    bool isKnown = true;
    for (const HostMeasure &measure : measures) {
        const HostLimit *limit = find(limits, measure.id);
        isKnown &= !limit || measure.value;
        if (limit && measure.value && *measure.value > limit->above)
            beyond << measure.sentence << limitSentence(measure, limit->above);
    }
    ProbeVerdict verdict;
    if (!beyond.isEmpty()) {
        verdict.quality = Quality::Failed;
        verdict.finding = Finding::OutOfLimits;
    } else {
        verdict.quality = isKnown ? Quality::Ok : Quality::NotMeasured;
        verdict.finding = isKnown ? Finding::Ok : Finding::NoFigure;
    }
    verdict.sentence = beyond.join(u' ');
    return verdict;
}

} // namespace source
