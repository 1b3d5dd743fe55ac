// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/archive.h"
#include "workflow/monitorbook.h"
#include "workflow/review.h"

#include <algorithm>
#include <QCoreApplication>
#include <set>

namespace workflow {

using namespace Qt::StringLiterals;
using archive::Archive;
using health::SeriesInfo;

namespace {

constexpr size_t mostPictures = 4;

struct ReviewPictures
{
    Q_DECLARE_TR_FUNCTIONS(workflow::ReviewPictures)
};

/// One series around an incident.
struct Candidate
{
    SeriesInfo series;
    std::vector<health::Sample> samples;
    bool ledToIt = false; ///< of a monitor that raised the alert
    qsizetype failures = 0;
};

std::set<QString> monitorsOf(const incident::Incident &incident)
{
    std::set<QString> monitors;
    for (const incident::AlertEvidence &alert : incident.alerts)
        monitors.insert(alert.monitor);
    monitors.insert(incident.monitor);
    monitors.erase(QString());
    return monitors;
}

/// Which of the pictures is of what: a series has the same name for every monitor.
QString nameOf(const SeriesInfo &series, const QString &dataDir)
{
    const auto settings = settings::Settings::open(dataDir);
    const QString id = series.id.section(u'/', 0, 0);
    for (const auto &monitor :
         settings ? MonitorBook(**settings).load() : QList<base::Result<source::MonitorSpec>>()) {
        if (monitor && monitor->id == id)
            //: %1 a monitor, %2 what was measured of it
            return ReviewPictures::tr("%1: %2").arg(monitor->name, series.name);
    }
    return series.name;
}

bool isOf(const SeriesInfo &series, const std::set<QString> &monitors)
{
    return std::ranges::any_of(monitors, [&](const QString &monitor) {
        return series.id == monitor || series.id.startsWith(monitor + u'/');
    });
}

/// What has something to say about the incident, what led to it first.
std::vector<Candidate> candidates(Archive &archive, const incident::Incident &incident,
                                  const health::Interval &frame)
{
    std::vector<Candidate> found;
    const std::set<QString> monitors = monitorsOf(incident);
    for (const SeriesInfo &series : archive.series().value_or(QList<SeriesInfo>())) {
        auto samples = archive.samples(series.id, frame.from, frame.to);
        if (!samples || samples->samples.empty())
            continue;
        Candidate candidate{series, std::move(samples->samples), isOf(series, monitors), 0};
        candidate.failures = std::ranges::count(candidate.samples, health::Quality::Failed,
                                                &health::Sample::quality);
        if (candidate.ledToIt || candidate.failures > 0)
            found.push_back(std::move(candidate));
    }
    std::ranges::stable_sort(found, [](const Candidate &a, const Candidate &b) {
        return std::pair(a.ledToIt, a.failures) > std::pair(b.ledToIt, b.failures);
    });
    if (found.size() > mostPictures)
        found.resize(mostPictures);
    return found;
}

} // namespace

std::vector<wording::PostmortemPicture> picturesOf(const QString &dataDir, const base::Clock &clock,
                                                   const incident::Incident &incident,
                                                   const QTimeZone &zone)
{
    const auto frame = wording::pictureFrame(incident, clock.now());
    const auto archive = Archive::look(dataDir, clock);
    if (!frame || !archive)
        return {};
    std::vector<wording::PostmortemPicture> pictures;
    for (Candidate &candidate : candidates(**archive, incident, *frame)) {
        candidate.series.name = nameOf(candidate.series, dataDir);
        auto picture =
            wording::pictureOf(incident, candidate.series, candidate.samples, *frame, zone);
        if (picture)
            pictures.push_back(std::move(*picture));
    }
    return pictures;
}

} // namespace workflow
