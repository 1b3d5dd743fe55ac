// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

using namespace Qt::StringLiterals;
using bench::Part;

namespace {

constexpr double width = 1150; // px of the plot, near enough to move by whole ones
constexpr int frames = 40;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Milliseconds of processor time of one of `count` frames, each of another part. The time on the
/// clock would say more about what else the machine is doing.
double timed(int count, const std::function<Part(int)> &part,
             const std::function<void(const Part &)> &draw)
{
    draw(part(-1));
    QList<double> each;
    for (int i = 0; i < count; ++i) {
        const Part shown = part(i);
        const std::clock_t before = std::clock();
        draw(shown);
        each.append(double(std::clock() - before) * 1000 / CLOCKS_PER_SEC);
    }
    return median(each);
}

/// Everything, a few pixels further each time.
std::function<Part(int)> everything(const Part &all)
{
    return [all](int i) {
        const double shift = (all.to - all.from) / width * (i + 2);
        return Part{all.from + shift, all.to + shift};
    };
}

/// Half of it, panned through.
std::function<Part(int)> panned(const Part &all)
{
    return [all](int i) {
        const double half = (all.to - all.from) / 2;
        const double shift = half * (i + 1) / (frames + 1);
        return Part{all.from + shift, all.from + shift + half};
    };
}

/// From everything to a five hundredth.
std::function<Part(int)> zoomed(const Part &all)
{
    return [all](int i) {
        const double length = (all.to - all.from) * std::pow(0.002, double(i + 1) / frames);
        const double middle = all.from + (all.to - all.from) * 0.618;
        const double from = std::max(all.from, middle - length / 2);
        return Part{from, from + length};
    };
}

struct Row
{
    qsizetype samples = 0;
    double whole = 0;
    double pan = 0;
    double zoom = 0;
};

Row measureOurs(const health::Series &series, const Part &all, QImage &image)
{
    bench::OurChart chart(series);
    const auto draw = [&](const Part &part) {
        chart.frame(part, image);
    };
    const Row row{series.size(), timed(frames, everything(all), draw),
                  timed(frames, panned(all), draw), timed(frames, zoomed(all), draw)};
    out() << u"  Watchkeeper, set + paint   all %1 ms, pan %2 ms, zoom %3 ms\n"_s
                 .arg(row.whole, 0, 'f', 2)
                 .arg(row.pan, 0, 'f', 2)
                 .arg(row.zoom, 0, 'f', 2)
          << Qt::flush;
    return row;
}

void compareWithNaive(const health::Series &series, const Part &all, QImage &image)
{
    bench::OurChart chart(series);
    bench::Likeness worst;
    for (const Part &part : {all, panned(all)(7), zoomed(all)(20), zoomed(all)(34)}) {
        QImage naive(image.size(), image.format());
        QImage empty(image.size(), image.format());
        chart.frame(part, image);
        chart.naiveFrame(part, naive);
        chart.emptyFrame(part, empty);
        const auto likeness = bench::compare(image, naive, empty, chart.plot());
        for (size_t level = 0; level < worst.inkDifference.size(); ++level)
            worst.inkDifference[level] =
                std::max(worst.inkDifference[level], likeness.inkDifference[level]);
        worst.lostExtrema += likeness.lostExtrema;
    }
    out() << u"  against every sample drawn by QPainter: columns with a lost extremum %1; pixels "
             "inked in only one picture"_s.arg(worst.lostExtrema);
    for (size_t level = 0; level < worst.inkDifference.size(); ++level)
        out() << u" %1 % (over %2 of 255)"_s.arg(worst.inkDifference[level] * 100, 0, 'f', 2)
                     .arg(bench::inkLevels[level]);
    out() << u"\n"_s << Qt::flush;
}

void measureRival(const QString &name, std::unique_ptr<bench::Rival> rival, int count,
                  const QList<QPointF> &points, const Part &all, double ours, QImage &image)
{
    const double both = timed(count, everything(all), [&](const Part &part) {
        rival->set(points);
        rival->paint(part.from, part.to, image);
    });
    const double paint = timed(count, everything(all),
                               [&](const Part &part) { rival->paint(part.from, part.to, image); });
    out() << u"  %1 set + paint %2 ms (%3 times ours), pan only %4 ms (%5 times)\n"_s.arg(name, -26)
                 .arg(both, 0, 'f', 1)
                 .arg(both / ours, 0, 'f', 1)
                 .arg(paint, 0, 'f', 1)
                 .arg(paint / ours, 0, 'f', 1)
          << Qt::flush;
}

void measureUPlot(const QString &name, const std::optional<bench::UPlotFrames> &frames,
                  const Row &ours)
{
    if (!frames) {
        out() << u"  %1 not there; see --modules\n"_s.arg(name, -26) << Qt::flush;
        return;
    }
    out() << u"  %1 set + paint %2 ms (%3 times ours), pan only %4 ms (%5 times)\n"_s.arg(name, -26)
                 .arg(frames->all, 0, 'f', 1)
                 .arg(frames->all / ours.whole, 0, 'f', 1)
                 .arg(frames->pan, 0, 'f', 1)
                 .arg(frames->pan / ours.pan, 0, 'f', 1)
          << Qt::flush;
}

} // namespace

/// Prints how long a frame of the large chart takes at growing numbers of samples, and rivals in
/// the same run.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption most(u"most"_s, u"the largest number of samples"_s, u"samples"_s,
                                  u"100000000"_s);
    const QCommandLineOption rivals(u"rivals-until"_s, u"rivals up to so many samples"_s,
                                    u"samples"_s, u"1000000"_s);
    const QCommandLineOption modules(u"modules"_s, u"the node_modules with uPlot"_s, u"folder"_s,
                                     qEnvironmentVariable("RIVAL_MODULES"));
    parser.addOptions({most, rivals, modules});
    parser.process(application);

    QImage image(bench::frameSize, QImage::Format_ARGB32_Premultiplied);
    QList<Row> rows;
    for (qsizetype count = 100'000; count <= parser.value(most).toLongLong(); count *= 10) {
        const health::Series series = bench::makeSeries(count);
        const Part all{double(series.at(0).at.time_since_epoch().count()),
                       double(series.last()->at.time_since_epoch().count())};
        out() << u"%L1 samples, %2x%3\n"_s.arg(count)
                     .arg(bench::frameSize.width())
                     .arg(bench::frameSize.height());
        rows.append(measureOurs(series, all, image));
        if (count <= 1'000'000)
            compareWithNaive(series, all, image);
        if (count > parser.value(rivals).toLongLong())
            continue;
        measureUPlot(u"uPlot in Chromium"_s, bench::runUPlot(parser.value(modules), count),
                     rows.last());
        measureUPlot(u"uPlot in Node, Skia"_s, bench::runUPlotInNode(parser.value(modules), count),
                     rows.last());
        const QList<QPointF> points = bench::pointsOf(series);
        const int times = count > 200'000 ? 3 : 7;
        measureRival(u"Qt Charts, every sample"_s, bench::makeNaiveQtChart(), times, points, all,
                     rows.last().whole, image);
#ifdef WITH_CUSTOMPLOT
        measureRival(u"QCustomPlot"_s, bench::makeCustomPlot(), 4 * times, points, all,
                     rows.last().whole, image);
#endif
    }
    const Row &first = rows.first();
    const Row &last = rows.last();
    out() << u"growth from %L1 to %L2 samples: all %3, pan %4, zoom %5 times\n"_s.arg(first.samples)
                 .arg(last.samples)
                 .arg(last.whole / first.whole, 0, 'f', 2)
                 .arg(last.pan / first.pan, 0, 'f', 2)
                 .arg(last.zoom / first.zoom, 0, 'f', 2);
    return 0;
}
