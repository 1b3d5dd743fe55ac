// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/postmortempicture.h"

#include "incident/metrics.h"
#include "wording/listwords.h"
#include "wording/termwords.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

namespace wording {

using namespace std::chrono_literals;
using namespace incident;
using base::InstantMs;
using health::Interval;
using health::Quality;
using health::Sample;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

constexpr std::chrono::minutes leastAround{10};
constexpr std::chrono::hours longest{7 * 24};

/// Each window that users felt, as long as it can have been.
std::vector<Interval> feltWindows(const Incident &incident)
{
    std::vector<Interval> felt;
    for (const Window &window : incident.windows) {
        const auto from = startOf(window).lo();
        const auto to = endOf(window).hi();
        if (!window.planned && window.effect != Effect::None && from && to && *to > *from)
            felt.push_back({*from, *to});
    }
    return felt;
}

std::vector<PostmortemPicture::Mark> marksOf(const Incident &incident, const Interval &frame)
{
    std::vector<PostmortemPicture::Mark> marks;
    for (int round = 1; round <= incident.round; ++round) {
        for (const Milestone name : {Milestone::Detected, Milestone::FirstPost, Milestone::Fixed,
                                     Milestone::BackToNormal}) {
            const auto at = incident.milestone(name, round).middle();
            if (at && *at >= frame.from && *at < frame.to)
                marks.push_back({*at, words(name)});
        }
    }
    std::ranges::stable_sort(marks, {}, &PostmortemPicture::Mark::at);
    return marks;
}

bool isWithin(const Sample &sample, const std::vector<Interval> &windows)
{
    return std::ranges::any_of(windows, [&](const Interval &window) {
        return sample.at >= window.from && sample.at < window.to;
    });
}

QString summaryOf(std::span<const Sample> samples, const std::vector<Interval> &windows,
                  const QString &unit)
{
    int looks = 0;
    int failed = 0;
    std::optional<double> highest;
    for (const Sample &sample : samples) {
        const bool counts = sample.quality == Quality::Ok || sample.quality == Quality::Failed;
        if (!counts || (!windows.empty() && !isWithin(sample, windows)))
            continue;
        ++looks;
        failed += sample.quality == Quality::Failed ? 1 : 0;
        if (sample.hasValue())
            highest = std::max(highest.value_or(sample.value), sample.value);
    }
    if (looks == 0)
        return Words::tr("Nothing was measured while it lasted.");
    const QString failures =
        failed == 0 ? Words::tr("All %n measurements while it lasted succeeded.", nullptr, looks)
                    : Words::tr("%1 of %n measurements failed while it lasted.", nullptr, looks)
                          .arg(failed);
    if (!highest)
        return failures;
    const QString value = QLocale().toString(*highest, 'g', 4);
    return failures + QLatin1Char(' ') +
           Words::tr("The highest value was %1.")
               .arg(unit.isEmpty() ? value : value + QLatin1Char(' ') + unit);
}

} // namespace

std::optional<Interval> pictureFrame(const Incident &incident, base::Instant now)
{
    std::optional<base::Instant> from = incident.milestone(Milestone::Started, 1).lo();
    std::optional<base::Instant> to = incident.milestone(Milestone::BackToNormal).hi();
    for (const Window &window : incident.windows) {
        if (window.planned)
            continue;
        if (const auto start = startOf(window).lo())
            from = std::min(from.value_or(*start), *start);
        if (const auto end = window.isOpen() ? std::optional(now) : endOf(window).hi())
            to = std::max(to.value_or(*end), *end);
    }
    if (!from || !to || *to <= *from)
        return std::nullopt;
    const auto around = std::max<std::chrono::seconds>(leastAround, (*to - *from) / 3);
    const base::Instant last = std::min(*to + around, std::max(now, *to));
    return Interval{*from - around, std::min(last, *from + longest)};
}

std::optional<PostmortemPicture> pictureOf(const Incident &incident,
                                           const health::SeriesInfo &series,
                                           std::span<const Sample> samples, const Interval &frame,
                                           const QTimeZone &zone)
{
    PostmortemPicture picture;
    picture.caption = series.unit.isEmpty() ? phraseText(series.name)
                                            : Words::tr("%1, in %2", "what was measured, unit")
                                                  .arg(phraseText(series.name), series.unit);
    picture.unit = series.unit;
    picture.zone = zone;
    picture.frame = frame;
    picture.windows = feltWindows(incident);
    picture.marks = marksOf(incident, frame);
    std::vector<Sample> shown;
    std::optional<InstantMs> lineEnd;
    for (const Sample &sample : samples) {
        if (sample.at < frame.from || sample.at >= frame.to)
            continue;
        shown.push_back(sample);
        if (sample.quality == Quality::Failed)
            picture.failures.push_back(sample.at);
        if (sample.quality != Quality::Ok || !sample.hasValue()) {
            lineEnd.reset();
            continue;
        }
        if (!lineEnd || sample.at - *lineEnd > health::longestSilence(series.step))
            picture.lines.emplace_back();
        picture.lines.back().push_back({sample.at, sample.value});
        lineEnd = sample.at;
    }
    if (picture.lines.empty() && picture.failures.empty())
        return std::nullopt;
    picture.summary = summaryOf(shown, picture.windows, series.unit);
    return picture;
}

} // namespace wording
