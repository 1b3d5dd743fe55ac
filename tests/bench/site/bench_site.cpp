// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pasthistory.h"
#include "staticsite/build.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using staticsite::Edition;
using staticsite::SiteFolder;

namespace {

constexpr int publishes = 21;

struct Figures
{
    double buildSeconds = 0;
    int files = 0;
    double publishMs = 0;   ///< median
    double processorMs = 0; ///< median; of the publishes
    double worstMs = 0;
    int touched = 0; ///< files whose bytes a publish changed
};

double millis(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Of the processor: what other programs do and what disks take is not in it.
double processorMillis()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

double medianOf(std::vector<double> times)
{
    std::ranges::sort(times);
    return times[times.size() / 2];
}

Figures measure(const QString &root, int posts)
{
    Figures figures;
    publish::Page page = pasthistory::page(posts);
    QElapsedTimer timer;
    timer.start();
    {
        const Edition edition(page, support::sampleNow());
        const auto folder = SiteFolder::open(root);
        if (!folder)
            qFatal("%s", qPrintable(folder.error().text));
        figures.files = staticsite::buildAll(**folder, edition).value().made;
    }
    figures.buildSeconds = millis(timer) / 1000;
    std::vector<double> times;
    std::vector<double> processor;
    for (int i = 0; i < publishes; ++i) {
        pasthistory::post(page, i);
        timer.start();
        const double begun = processorMillis();
        const Edition edition(page, support::sampleNow());
        const auto folder = SiteFolder::open(root);
        figures.touched = staticsite::buildChanges(**folder, edition).value().changed;
        times.push_back(millis(timer));
        processor.push_back(processorMillis() - begun);
    }
    figures.publishMs = medianOf(times);
    figures.processorMs = medianOf(processor);
    figures.worstMs = std::ranges::max(times);
    return figures;
}

} // namespace

/// bench_site [FOLDER [POSTS]]: leaves the largest site in FOLDER, to be looked at.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    std::printf("%8s %10s %8s %14s %14s %10s %8s\n", "posts", "full, s", "files", "publish, ms",
                "processor, ms", "worst, ms", "touched");
    const int largest = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 30000;
    for (const int posts : {100, 1000, 3000, 10000, 30000}) {
        if (posts > largest)
            break;
        const QTemporaryDir folder;
        const bool kept = posts == 10000 && argc > 1;
        const Figures figures =
            measure(kept ? QString::fromLocal8Bit(argv[1]) : folder.filePath(u"site"_s), posts);
        std::printf("%8d %10.2f %8d %14.1f %14.1f %10.1f %8d\n", posts, figures.buildSeconds,
                    figures.files, figures.publishMs, figures.processorMs, figures.worstMs,
                    figures.touched);
        std::fflush(stdout);
    }
    return 0;
}
