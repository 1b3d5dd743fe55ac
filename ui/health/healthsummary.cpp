// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/healthsummary.h"

#include "timing/zone.h"
#include "ui/health/axisticks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using health::Quality;
using std::chrono::seconds;

QString said(const char *text, int n = -1)
{
    return QCoreApplication::translate("HealthSummary", text, nullptr, n);
}

QString momentText(base::InstantMs at, const ChartContent &content)
{
    const auto local = [&](base::InstantMs when) {
        return timing::toLocal(std::chrono::floor<seconds>(when), content.zone);
    };
    const QDateTime time = local(at);
    const QString clock = time.toString(u"HH:mm"_s);
    if (time.date() == local(content.now).date())
        return clock;
    return QLocale().toString(time.date(), u"d MMM "_s) + clock;
}

/// The last sample of a quality. Counting halves costs next to nothing, however long the history.
std::optional<health::Sample> lastWith(const health::Series &series, Quality quality)
{
    qsizetype low = 0;
    qsizetype high = series.size();
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if (series.summary(middle, series.size()).count(quality) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return std::nullopt;
    return series.at(low - 1);
}

QString stateSentence(const MonitorInfo &monitor, const health::Series *series,
                      const ChartContent &content)
{
    const QString word = stateWord(monitor.state);
    const auto lastGood = series ? lastWith(*series, Quality::Ok) : std::nullopt;
    const bool speaks = monitor.state != State::Up && monitor.state != State::Degraded;
    if (speaks && lastGood) {
        const auto since = std::chrono::floor<seconds>(content.now - lastGood->at);
        return said(QT_TRANSLATE_NOOP("HealthSummary", "%1: %2 for %3, last good %4."))
            .arg(monitor.name, word, plainLength(since), momentText(lastGood->at, content));
    }
    if (monitor.value.isEmpty())
        return said(QT_TRANSLATE_NOOP("HealthSummary", "%1: %2.")).arg(monitor.name, word);
    return said(QT_TRANSLATE_NOOP("HealthSummary", "%1: %2, latest %3."))
        .arg(monitor.name, word, monitor.value);
}

QString spanSentence(const health::Series &series, const ChartContent &content)
{
    const health::Summary shown =
        series.summary(content.from, content.to + std::chrono::milliseconds(1));
    const auto length = std::chrono::floor<seconds>(content.to - content.from);
    QStringList parts;
    const auto count = [&](Quality quality, const char *text) {
        if (shown.count(quality) > 0)
            parts.append(said(text, int(shown.count(quality))));
    };
    count(Quality::Ok, QT_TRANSLATE_N_NOOP("HealthSummary", "%n good"));
    count(Quality::Failed, QT_TRANSLATE_N_NOOP("HealthSummary", "%n failed"));
    count(Quality::NotMeasured, QT_TRANSLATE_N_NOOP("HealthSummary", "%n not measured"));
    count(Quality::Paused, QT_TRANSLATE_N_NOOP("HealthSummary", "%n paused"));
    if (const auto extent = shown.extent()) {
        parts.append(said(QT_TRANSLATE_NOOP("HealthSummary", "from %1 to %2"))
                         .arg(quantityText(extent->min.value, series.info().unit),
                              quantityText(extent->max.value, series.info().unit)));
    }
    if (content.to < content.now) {
        const QString from = momentText(content.from, content);
        const QString to = momentText(content.to, content);
        if (parts.isEmpty()) {
            return said(QT_TRANSLATE_NOOP("HealthSummary",
                                          "Nothing was measured between %1 and %2."))
                .arg(from, to);
        }
        return said(QT_TRANSLATE_NOOP("HealthSummary", "Between %1 and %2: %3."))
            .arg(from, to, parts.join(u", "_s));
    }
    if (parts.isEmpty()) {
        return said(QT_TRANSLATE_NOOP("HealthSummary", "Nothing was measured in the last %1."))
            .arg(plainLength(length));
    }
    return said(QT_TRANSLATE_NOOP("HealthSummary", "In the last %1: %2."))
        .arg(plainLength(length), parts.join(u", "_s));
}

} // namespace

QString plainLength(seconds length)
{
    const qint64 total = std::max<qint64>(0, length.count());
    if (total < 60)
        return said(QT_TRANSLATE_N_NOOP("HealthSummary", "%n seconds"), int(total));
    if (total < 2 * 3600)
        return said(QT_TRANSLATE_N_NOOP("HealthSummary", "%n minutes"), int(total / 60));
    if (total < 2 * 86400)
        return said(QT_TRANSLATE_N_NOOP("HealthSummary", "%n hours"), int(total / 3600));
    return said(QT_TRANSLATE_N_NOOP("HealthSummary", "%n days"), int(total / 86400));
}

QString summaryOf(const MonitorInfo &monitor, const health::Series *series,
                  const ChartContent &content)
{
    const QString state = stateSentence(monitor, series, content);
    QStringList sentences{state};
    if (series)
        sentences.append(spanSentence(*series, content));
    if (!monitor.details.isEmpty())
        sentences.append(
            said(QT_TRANSLATE_NOOP("HealthSummary", "Last look: %1.")).arg(monitor.details));
    return sentences.join(u' ');
}

} // namespace ui
