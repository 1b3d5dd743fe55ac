// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/hostwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace source {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("source", text);
}

QString number(const std::optional<double> &value, int decimals = 0)
{
    return QLocale().toString(value.value_or(0), 'f', decimals);
}

QString rate(const std::optional<double> &bytesPerSecond)
{
    return say(QT_TRANSLATE_NOOP("source", "%1/s"))
        .arg(QLocale().formattedDataSize(qint64(bytesPerSecond.value_or(0))));
}

} // namespace

QList<HostMeasure> measuresOf(const HostFigures &figures)
{
    const auto measure = [](const QString &id, const char *name, const QString &unit,
                            const std::optional<double> &value, const QString &sentence) {
        return HostMeasure{id, say(name), unit, value, value ? sentence : QString()};
    };
    return {
        measure(u"cpu"_s, QT_TRANSLATE_NOOP("source", "CPU"), u"%"_s, figures.cpuPercent,
                say(QT_TRANSLATE_NOOP("source", "The CPU is %1 % busy."))
                    .arg(number(figures.cpuPercent))),
        measure(u"memory"_s, QT_TRANSLATE_NOOP("source", "Memory"), u"%"_s, figures.memoryPercent,
                say(QT_TRANSLATE_NOOP("source", "%1 % of the memory is in use."))
                    .arg(number(figures.memoryPercent))),
        measure(u"disk"_s, QT_TRANSLATE_NOOP("source", "Fullest disk"), u"%"_s, figures.diskPercent,
                say(QT_TRANSLATE_NOOP("source", "%1 is %2 % full."))
                    .arg(figures.fullest, number(figures.diskPercent))),
        measure(u"load"_s, QT_TRANSLATE_NOOP("source", "Load"), {}, figures.load,
                say(QT_TRANSLATE_NOOP("source", "The load is %1.")).arg(number(figures.load, 2))),
        measure(
            u"received"_s, QT_TRANSLATE_NOOP("source", "Network in"), u"B/s"_s,
            figures.receivedPerSecond,
            say(QT_TRANSLATE_NOOP("source", "%1 come in.")).arg(rate(figures.receivedPerSecond))),
        measure(u"sent"_s, QT_TRANSLATE_NOOP("source", "Network out"), u"B/s"_s,
                figures.sentPerSecond,
                say(QT_TRANSLATE_NOOP("source", "%1 go out.")).arg(rate(figures.sentPerSecond))),
    };
}

QString amountOf(const HostMeasure &measure, double value)
{
    if (measure.unit == u"B/s")
        return rate(value);
    const QString figure = QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
    return measure.unit.isEmpty() ? figure : u"%1 %2"_s.arg(figure, measure.unit);
}

QString limitSentence(const HostMeasure &measure, double limit)
{
    return say(QT_TRANSLATE_NOOP("source", "The limit is %1.")).arg(amountOf(measure, limit));
}

QString notToldSentence()
{
    return say(QT_TRANSLATE_NOOP("source", "Not measured: this machine does not tell."));
}

} // namespace source
