// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/archive.h"
#include "archive/archivefile.h"

#include "prometheus.h"
#include "sqliterows.h"
#include "support/manualclock.h"

#include <algorithm>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int runs = 51;
constexpr auto day = 24h;

template <class Work>
double medianMs(Work work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work(i % load::monitors);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

QString seriesId(int monitor)
{
    return u"%1/time"_s.arg(monitor);
}

/// As the console does it: a batch of each series every now and then.
void record(archive::Archive &archive, support::ManualClock &clock,
            const std::vector<std::vector<health::Sample>> &all)
{
    constexpr size_t batch = 90;
    for (size_t i = 0; i < all.front().size(); i += batch) {
        clock.set(std::chrono::floor<std::chrono::seconds>(all.front()[i].at));
        for (int monitor = 0; monitor < load::monitors; ++monitor) {
            const auto &samples = all[size_t(monitor)];
            const size_t count = std::min(batch, samples.size() - i);
            const health::SeriesInfo info{seriesId(monitor), seriesId(monitor), u"ms"_s,
                                          load::step};
            if (!archive.append(info, std::span(samples).subspan(i, count)))
                qFatal("a batch was refused");
        }
    }
}

struct Row
{
    const char *name;
    double bytesPerSample;
    double readMs; ///< 0: not measured
};

void print(const std::vector<Row> &rows)
{
    std::printf("%-34s %14s %10s %18s\n", "store", "bytes/sample", "ratio", "24 h of one, ms");
    const Row &ours = rows.front();
    for (const Row &row : rows) {
        std::printf("%-34s %14.3f %10.2f", row.name, row.bytesPerSample,
                    row.bytesPerSample / ours.bytesPerSample);
        if (row.readMs > 0)
            std::printf(" %10.3f (x%.1f)", row.readMs, row.readMs / ours.readMs);
        std::printf("\n");
    }
}

} // namespace

/// Stores one load in every store and compares their size and how fast a day is read.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    std::vector<std::vector<health::Sample>> all;
    for (int monitor = 0; monitor < load::monitors; ++monitor)
        all.push_back(load::monitor(monitor));
    const double samples = double(load::monitors) * load::samplesEach;
    std::printf("%d monitors, %lld s, %d samples each\n", load::monitors,
                static_cast<long long>(load::step.count()), load::samplesEach);

    support::ManualClock clock(std::chrono::floor<std::chrono::seconds>(load::begin));
    qint64 ourBytes = 0;
    {
        auto opened = archive::Archive::open(folder.path(), clock);
        QElapsedTimer timer;
        timer.start();
        record(*opened->archive, clock, all);
        std::printf("recording: %.1f us a sample\n", double(timer.nsecsElapsed()) / 1e3 / samples);
        ourBytes = *opened->archive->bytes();
    }
    auto opened = archive::Archive::open(folder.path(), clock);
    archive::Archive &archive = *opened->archive;
    const base::InstantMs to = load::begin + load::length;
    const double ourRead = medianMs([&](int monitor) {
        if (archive.samples(seriesId(monitor), to - day, to)->samples.size() != day / load::step)
            qFatal("samples are missing");
    });

    SqliteRows text(folder.filePath(u"text.db"_s), true);
    text.store(all);
    SqliteRows narrow(folder.filePath(u"narrow.db"_s), false);
    narrow.store(all);

    Prometheus prometheus(folder.path());
    prometheus.store(all);
    const qint64 promBytes = prometheus.bytes();
    prometheus.start();
    const double promRead = medianMs([&](int monitor) {
        if (prometheus.read(monitor, to - day, to).size() != day / load::step)
            qFatal("Prometheus has lost samples");
    });

    print({{"archive.db", double(ourBytes) / samples, ourRead},
           {"Prometheus blocks, read over HTTP", double(promBytes) / samples, promRead},
           {"SQLite, a narrow row a sample", double(narrow.bytes()) / samples, 0},
           {"SQLite, a row with text a sample", double(text.bytes()) / samples, 0}});
    return 0;
}
