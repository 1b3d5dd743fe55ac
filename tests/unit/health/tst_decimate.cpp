// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/decimate.h"
#include "support/manualclock.h"
#include "support/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Picture;
using health::Quality;
using health::Sample;
using health::Series;
using health::Stretch;
using health::View;

namespace {

const base::InstantMs start = support::utc("2026-11-22T00:00:00Z");
constexpr auto step = 10s;

double ms(base::InstantMs at)
{
    return double(at.time_since_epoch().count());
}

/// `seconds` after the start.
double x(double seconds)
{
    return ms(start) + seconds * 1000;
}

Series seriesOf(QByteArrayView history)
{
    return support::seriesOf(support::samples(history, start, step), step);
}

/// One column a second: no two samples share one. Seen from well after the last sample.
View wide(double fromSeconds, double toSeconds)
{
    return {x(fromSeconds), x(toSeconds), 0, toSeconds - fromSeconds, x(1000)};
}

} // namespace

class TestDecimate : public QObject
{
    Q_OBJECT

private slots:
    void joinsGoodSamplesOnly();
    void silenceIsNotWatchedAndNeverDown();
    void beforeTheFirstAndAfterTheLast();
    void nothingIsSaidAboutTheFuture();
    void linesLeadOutOfTheView();
    void stretchesLeadOutOfTheView();
    void oneColumnKeepsSpikeAndGap();
    void columnsFollowTheDeviceGrid();
    void emptyViews();
    void equalsBruteForce_data();
    void equalsBruteForce();
    void crowdedColumnsLoseNothing();
};

void TestDecimate::joinsGoodSamplesOnly()
{
    const Picture picture = decimate(seriesOf("12F3N45P"), wide(0, 90));
    QCOMPARE(picture.lines.size(), 2);
    QCOMPARE(picture.lines[0], (QList<QPointF>{{x(0), 10}, {x(10), 20}}));
    QCOMPARE(picture.lines[1], (QList<QPointF>{{x(50), 40}, {x(60), 50}}));
    QCOMPARE(picture.dots, (QList<QPointF>{{x(30), 30}}));
    QCOMPARE(picture.stretches, (QList<Stretch>{{x(20), x(30), Quality::Failed},
                                                {x(40), x(50), Quality::NotMeasured},
                                                {x(70), x(80), Quality::Paused},
                                                {x(80), x(1000), Quality::NotMeasured}}));
    QCOMPARE(*picture.lowest, 10.0);
    QCOMPARE(*picture.highest, 50.0);
}

void TestDecimate::silenceIsNotWatchedAndNeverDown()
{
    const Picture picture = decimate(seriesOf("11.11...FF....1"), wide(0, 150));
    QCOMPARE(picture.lines.size(), 1);
    QCOMPARE(picture.lines[0].first().x(), x(0));
    QCOMPARE(picture.lines[0].last().x(), x(40)); // two steps apart still hang together
    QCOMPARE(picture.dots, (QList<QPointF>{{x(140), 10}}));
    QCOMPARE(picture.stretches, (QList<Stretch>{{x(50), x(80), Quality::NotMeasured},
                                                {x(80), x(100), Quality::Failed},
                                                {x(100), x(140), Quality::NotMeasured},
                                                {x(150), x(1000), Quality::NotMeasured}}));
}

void TestDecimate::beforeTheFirstAndAfterTheLast()
{
    const Series series = seriesOf("1F");
    View view = wide(-100, 200);
    view.now = x(100);
    QCOMPARE(decimate(series, view).stretches,
             (QList<Stretch>{{x(-100), x(0), Quality::NotMeasured},
                             {x(10), x(20), Quality::Failed},
                             {x(20), x(100), Quality::NotMeasured}}));
    // A failure that is not yet old goes on until now.
    view.now = x(30);
    QCOMPARE(decimate(series, view).stretches.last(), (Stretch{x(10), x(30), Quality::Failed}));
    QCOMPARE(decimate(seriesOf("...."), view).stretches,
             (QList<Stretch>{{x(-100), x(30), Quality::NotMeasured}}));
    // A view wholly after the last sample.
    view = wide(500, 600);
    QCOMPARE(decimate(series, view).stretches,
             (QList<Stretch>{{x(20), x(1000), Quality::NotMeasured}}));
    QVERIFY(!decimate(series, view).lowest);
}

void TestDecimate::nothingIsSaidAboutTheFuture()
{
    View view = wide(100, 200);
    view.now = x(50);
    QCOMPARE(decimate(seriesOf("1"), view).stretches, QList<Stretch>());
    QCOMPARE(decimate(seriesOf(""), view).stretches, QList<Stretch>());
}

void TestDecimate::linesLeadOutOfTheView()
{
    const Series series = seriesOf("123456789");
    const Picture picture = decimate(series, wide(25, 55));
    QCOMPARE(picture.lines.size(), 1);
    QCOMPARE(picture.lines[0].first(), QPointF(x(20), 30));
    QCOMPARE(picture.lines[0].last(), QPointF(x(60), 70));
    QCOMPARE(*picture.lowest, 40.0); // the axis follows what is inside
    QCOMPARE(*picture.highest, 60.0);
    // Between two samples only the line that passes through is left.
    const Picture between = decimate(series, wide(32, 38));
    QCOMPARE(between.lines, (QList<QList<QPointF>>{{{x(30), 40}, {x(40), 50}}}));
    QVERIFY(!between.lowest);
    QVERIFY(between.dots.isEmpty());
    // A lone sample outside is not a dot inside.
    QVERIFY(decimate(seriesOf("1F1"), wide(5, 15)).dots.isEmpty());
}

void TestDecimate::stretchesLeadOutOfTheView()
{
    const Picture picture = decimate(seriesOf("1FFFFFF1"), wide(32, 38));
    QCOMPARE(picture.stretches, (QList<Stretch>{{x(30), x(40), Quality::Failed}}));
    QCOMPARE(decimate(seriesOf("1........1"), wide(32, 38)).stretches,
             (QList<Stretch>{{x(10), x(90), Quality::NotMeasured}}));
}

void TestDecimate::oneColumnKeepsSpikeAndGap()
{
    // All in one pixel: "111191111F22N31".
    const View view{x(0), x(150), 0, 1, x(150)};
    const Picture picture = decimate(seriesOf("111191111F22N31"), view);
    QCOMPARE(picture.lines.size(), 2);
    QCOMPARE(picture.lines[0].first(), QPointF(x(0), 10));
    QVERIFY(picture.lines[0].contains(QPointF(x(40), 90)));
    QCOMPARE(picture.lines[0].last(), QPointF(x(80), 10));
    QCOMPARE(picture.dots, (QList<QPointF>{{x(100), 20}}));
    QCOMPARE(picture.lines[1], (QList<QPointF>{{x(130), 30}, {x(140), 10}}));
    QCOMPARE(picture.stretches, (QList<Stretch>{{x(90), x(100), Quality::Failed},
                                                {x(120), x(130), Quality::NotMeasured}}));
}

void TestDecimate::columnsFollowTheDeviceGrid()
{
    const auto history = QByteArray("1").repeated(10) + "5" + QByteArray("1").repeated(9);
    const Series spike = seriesOf(history);
    // The spike lies at 100 s: on whole edges it begins the third column of 50 s, so the second one
    // needs two points only.
    const View columns{x(0), x(200), 0, 4, x(200)};
    const auto line = decimate(spike, columns).lines[0];
    QVERIFY(line.contains(QPointF(x(90), 10)) && line.contains(QPointF(x(100), 50)) &&
            line.contains(QPointF(x(140), 10)));
    View moved = columns;
    moved.left = 0.5; // columns now begin at -25, 25, 75, 125 s
    const auto movedLine = decimate(spike, moved).lines[0];
    QVERIFY(movedLine.contains(QPointF(x(80), 10)) && movedLine.contains(QPointF(x(100), 50)) &&
            movedLine.contains(QPointF(x(120), 10)));
    QVERIFY(!movedLine.contains(QPointF(x(140), 10)));
}

void TestDecimate::emptyViews()
{
    const Series series = seriesOf("123");
    QCOMPARE(decimate(series, {}), Picture());
    QCOMPARE(decimate(series, {x(0), x(20), 0, 0, x(20)}), Picture());
    QCOMPARE(decimate(series, {x(20), x(0), 0, 100, x(20)}), Picture());
}

namespace {

/// Checks a picture against the raw samples, column by column.
struct BruteForce
{
    const std::vector<Sample> &samples;
    const View &view;
    const Picture &picture;

    [[nodiscard]] int columnOf(double at) const
    {
        const double perColumn = (view.to - view.from) / view.width;
        return int(std::floor(view.left + (at - view.from) / perColumn));
    }
    [[nodiscard]] bool isInside(double at) const { return at >= view.from && at <= view.to; }
    [[nodiscard]] bool isGood(size_t i) const { return samples[i].quality == Quality::Ok; }
    [[nodiscard]] bool areJoined(size_t i) const // with the next one
    {
        return isGood(i) && isGood(i + 1) &&
               samples[i + 1].at - samples[i].at <= health::longestSilence(step);
    }

    using Extremes = std::map<int, std::pair<double, double>>;

    static void note(Extremes &extremes, int column, double value)
    {
        const auto [place, isNew] = extremes.try_emplace(column, value, value);
        place->second.first = std::min(place->second.first, value);
        place->second.second = std::max(place->second.second, value);
    }

    /// Without the samples in the last `without` ms of each column.
    [[nodiscard]] Extremes rawExtremes(double without) const
    {
        Extremes extremes;
        for (size_t i = 0; i < samples.size(); ++i) {
            const double at = ms(samples[i].at);
            if (isGood(i) && isInside(at) && columnOf(at) == columnOf(at + without))
                note(extremes, columnOf(at), samples[i].value);
        }
        return extremes;
    }

    /// What is drawn in the last `shared` ms of a column counts for the next one too.
    [[nodiscard]] Extremes drawnExtremes(double shared) const
    {
        Extremes extremes;
        for (const auto &line : picture.lines) {
            for (const QPointF &point : line) {
                if (isInside(point.x())) {
                    note(extremes, columnOf(point.x()), point.y());
                    note(extremes, columnOf(point.x() + shared), point.y());
                }
            }
        }
        for (const QPointF &dot : picture.dots) {
            note(extremes, columnOf(dot.x()), dot.y());
            note(extremes, columnOf(dot.x() + shared), dot.y());
        }
        return extremes;
    }

    [[nodiscard]] size_t indexAt(double at) const
    {
        const auto found =
            std::lower_bound(samples.begin(), samples.end(), at,
                             [](const Sample &sample, double t) { return ms(sample.at) < t; });
        return size_t(found - samples.begin());
    }

    /// No line passes over anything but good samples that hang together.
    void verifyLinesBridgeNothing() const
    {
        for (const auto &line : picture.lines) {
            QVERIFY(line.size() >= 2);
            for (size_t i = indexAt(line.first().x()); ms(samples[i].at) < line.last().x(); ++i)
                QVERIFY(areJoined(i));
        }
    }

    /// Every joint between two columns is drawn.
    void verifyJointsAreDrawn() const
    {
        for (size_t i = 0; i + 1 < samples.size(); ++i) {
            const double at = ms(samples[i].at);
            const double next = ms(samples[i + 1].at);
            if (!areJoined(i) || columnOf(at) == columnOf(next) || next < view.from || at > view.to)
                continue;
            const bool drawn = std::any_of(
                picture.lines.begin(), picture.lines.end(), [&](const QList<QPointF> &line) {
                    return line.contains(QPointF(at, samples[i].value)) &&
                           line.contains(QPointF(next, samples[i + 1].value));
                });
            QVERIFY(drawn);
        }
    }

    [[nodiscard]] std::vector<Stretch> rawSpells() const
    {
        std::vector<Stretch> spells;
        for (size_t i = 0; i + 1 < samples.size(); ++i) {
            const bool silence = samples[i + 1].at - samples[i].at > health::longestSilence(step);
            const double next = ms(samples[i + 1].at);
            const double heldUntil = silence ? ms(samples[i].at + step) : next;
            if (!isGood(i))
                spells.push_back({ms(samples[i].at), heldUntil, samples[i].quality});
            if (silence)
                spells.push_back({heldUntil, next, Quality::NotMeasured});
        }
        return spells;
    }

    /// Every bad spell is covered, and no column is painted bad that has none of it.
    void verifyStretches() const
    {
        const auto spells = rawSpells();
        for (const Stretch &spell : spells) {
            if (spell.to <= view.from || spell.from > view.to)
                continue;
            QVERIFY(std::any_of(picture.stretches.begin(), picture.stretches.end(),
                                [&](const Stretch &drawn) {
                                    return drawn.quality == spell.quality &&
                                           drawn.from <= spell.from && drawn.to >= spell.to;
                                }));
        }
        const double perColumn = (view.to - view.from) / view.width;
        for (const Stretch &drawn : picture.stretches) {
            double covered = drawn.from; // no hole of more than a column between its spells
            for (const Stretch &spell : spells) {
                if (spell.quality != drawn.quality || spell.to < drawn.from ||
                    spell.from > drawn.to)
                    continue;
                QVERIFY(spell.from - covered <= perColumn);
                covered = std::max(covered, spell.to);
            }
            QVERIFY(covered >= drawn.to);
        }
    }
};

} // namespace

void TestDecimate::equalsBruteForce_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

namespace {

/// Of the samples from a seed, with columns of up to so many steps.
View randomView(QRandomGenerator &random, const std::vector<Sample> &samples, int mostSteps)
{
    const double length = ms(samples.back().at) - ms(samples.front().at);
    View view;
    view.width = 1 + int(random.bounded(700));
    // A quarter of a column is a whole number of milliseconds, so that both sides of the
    // comparison mean the same border.
    const double most = std::min(length / view.width, mostSteps * 1000.0 * step.count());
    const double quarter = 1 + int(random.bounded(most / 4));
    view.left = random.bounded(4) * 0.25;
    view.from = ms(samples.front().at) + double(random.bounded(int(length / 2)));
    view.to = view.from + quarter * 4 * view.width;
    view.now = ms(samples.back().at);
    return view;
}

} // namespace

void TestDecimate::equalsBruteForce()
{
    QFETCH(quint32, seed);
    const auto samples = support::randomSamples(seed, 4000, start, step);
    const Series series = support::seriesOf(samples, step);
    QRandomGenerator random(seed * 977);
    for (int i = 0; i < 8; ++i) {
        const View view = randomView(random, samples, 30);
        const Picture picture = decimate(series, view);
        const BruteForce raw{samples, view, picture};
        QCOMPARE(raw.drawnExtremes(0), raw.rawExtremes(0));
        raw.verifyLinesBridgeNothing();
        raw.verifyJointsAreDrawn();
        raw.verifyStretches();
        qsizetype points = picture.dots.size();
        for (const auto &line : picture.lines)
            points += line.size();
        QVERIFY(points <= 10 * (qsizetype(view.width) + 3));
        QVERIFY(picture.stretches.size() <= 3 * (qsizetype(view.width) + 3));
        if (QTest::currentTestFailed())
            return;
    }
}

/// Where many samples share a column, the last quarter of them may count to the next one; but every
/// extreme is drawn, and where it is.
void TestDecimate::crowdedColumnsLoseNothing()
{
    const auto samples = support::randomSamples(31, 60'000, start, step);
    const Series series = support::seriesOf(samples, step);
    QRandomGenerator random(977);
    for (int i = 0; i < 8; ++i) {
        const View view = randomView(random, samples, 60'000);
        const double perColumn = (view.to - view.from) / view.width;
        const Picture picture = decimate(series, view);
        const BruteForce raw{samples, view, picture};
        const auto drawn = raw.drawnExtremes(perColumn / 4);
        for (const auto &[column, sure] : raw.rawExtremes(perColumn / 4)) {
            const auto found = drawn.find(column);
            QVERIFY(found != drawn.end());
            QVERIFY(found->second.first <= sure.first && found->second.second >= sure.second);
        }
        const auto all = raw.rawExtremes(0);
        for (const auto &[column, extremes] : raw.drawnExtremes(0)) {
            QVERIFY(all.at(column).first <= extremes.first);
            QVERIFY(all.at(column).second >= extremes.second);
        }
        raw.verifyLinesBridgeNothing();
        raw.verifyStretches();
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestDecimate)
#include "tst_decimate.moc"
