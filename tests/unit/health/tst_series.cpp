// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/series.h"
#include "support/manualclock.h"
#include "support/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using health::Sample;
using health::Series;
using health::Summary;

namespace {

const base::InstantMs start = support::utc("2026-11-22T00:00:00Z");

Summary oneByOne(const std::vector<Sample> &samples, qsizetype begin, qsizetype end,
                 std::chrono::milliseconds step)
{
    Summary sum;
    for (qsizetype i = begin; i < end; ++i)
        sum.add(Summary(samples[size_t(i)]), step);
    return sum;
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatIsAppended();
    void okWithoutANumberIsNotMeasured();
    void summariesCountAndKeepExtremes();
    void summariesKeepEveryState();
    void pyramidEqualsAddingOneByOne_data();
    void pyramidEqualsAddingOneByOne();
    void threeLevelsEqualAddingOneByOne();
    void oldestGoFirst();
    void clockSetBackLosesNothing();
    void knownEndsWithSilence();
};

void TestSeries::keepsWhatIsAppended()
{
    const auto samples = support::samples("12F.N3P", start, 10s);
    const Series series = support::seriesOf(samples, 10s);
    QCOMPARE(series.size(), 6);
    for (qsizetype i = 0; i < series.size(); ++i)
        QCOMPARE(series.at(i), samples[size_t(i)]);
    QCOMPARE(series.last()->quality, Quality::Paused);
    QCOMPARE(series.indexAt(start), 0);
    QCOMPARE(series.indexAt(start + 1ms), 1);
    QCOMPARE(series.indexAt(start + 30s), 3);
    QCOMPARE(series.indexAt(start + 61s), 6);
    QVERIFY(!Series({}).last());
}

void TestSeries::okWithoutANumberIsNotMeasured()
{
    Series series({u"x"_s, u"X"_s, u"ms"_s, 10s});
    series.append({start, Quality::Ok});
    QCOMPARE(series.last()->quality, Quality::NotMeasured);
    QCOMPARE(series.summary(0, 1).count(Quality::NotMeasured), 1);
}

void TestSeries::summariesCountAndKeepExtremes()
{
    const Series series = support::seriesOf(support::samples("3917F62N4", start, 10s), 10s);
    const Summary all = series.summary(start, start + 90s);
    QCOMPARE(all.count(Quality::Ok), 7);
    QCOMPARE(all.count(Quality::Failed), 1);
    QCOMPARE(all.count(Quality::NotMeasured), 1);
    QVERIFY(all.isBroken());
    QCOMPARE(all.head()->first.value, 30.0);
    QCOMPARE(all.head()->max.value, 90.0);
    QCOMPARE(all.head()->last.value, 70.0);
    QCOMPARE(all.middle()->min.value, 20.0);
    QCOMPARE(all.middle()->max.value, 60.0);
    QCOMPARE(all.tail()->first.value, 40.0);
    QCOMPARE(all.extent()->min.value, 10.0);
    QCOMPARE(all.extent()->max.value, 90.0);
    QVERIFY(series.summary(4, 4).isEmpty());
    QVERIFY(!series.summary(4, 5).extent());
}

void TestSeries::summariesKeepEveryState()
{
    using health::Interval;
    const Series series = support::seriesOf(support::samples("1FF1.....F1P1", start, 10s), 10s);
    const Summary all = series.summary(0, series.size());
    QCOMPARE(*all.spell(Quality::Failed), (Interval{start + 10s, start + 100s}));
    // Nobody looked from when the next sample was due until there was one again.
    QCOMPARE(*all.spell(Quality::NotMeasured), (Interval{start + 40s, start + 90s}));
    QCOMPARE(*all.spell(Quality::Paused), (Interval{start + 110s, start + 120s}));
    QVERIFY(!all.spell(Quality::Ok));
    // Two steps without a sample are not yet a silence.
    const Series late = support::seriesOf(support::samples("1.1", start, 10s), 10s);
    QVERIFY(!late.summary(0, 2).isBroken());
}

void TestSeries::pyramidEqualsAddingOneByOne_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestSeries::pyramidEqualsAddingOneByOne()
{
    QFETCH(quint32, seed);
    const auto samples = support::randomSamples(seed, 9000, start, 10s);
    const Series series = support::seriesOf(samples, 10s);
    QRandomGenerator random(seed);
    for (int i = 0; i < 30; ++i) {
        const qsizetype begin = random.bounded(int(samples.size()));
        const qsizetype end = begin + random.bounded(int(qsizetype(samples.size()) - begin + 1));
        QCOMPARE(series.summary(begin, end), oneByOne(samples, begin, end, 10s));
    }
}

void TestSeries::threeLevelsEqualAddingOneByOne()
{
    const auto samples = support::randomSamples(99, 64 * 64 * 64 + 5000, start, 1s);
    const Series series = support::seriesOf(samples, 1s);
    QCOMPARE(series.size(), qsizetype(samples.size()));
    QCOMPARE(series.summary(0, series.size()), oneByOne(samples, 0, series.size(), 1s));
    QCOMPARE(series.summary(3, series.size() - 5), oneByOne(samples, 3, series.size() - 5, 1s));
}

void TestSeries::oldestGoFirst()
{
    const auto samples = support::randomSamples(7, 40000, start, 60s);
    Series series({u"x"_s, u"X"_s, u"ms"_s, 60s}, 24h);
    QCOMPARE(series.capacity(), 1440);
    for (const Sample &sample : samples) {
        series.append(sample);
        QVERIFY(series.size() < series.capacity() + health::Pyramid::dropUnit);
    }
    QVERIFY(series.size() >= series.capacity());
    const qsizetype dropped = qsizetype(samples.size()) - series.size();
    QCOMPARE(series.at(0), samples[size_t(dropped)]);
    QCOMPARE(*series.last(), samples.back());
    QCOMPARE(series.summary(0, series.size()),
             oneByOne(samples, dropped, qsizetype(samples.size()), 60s));
}

void TestSeries::clockSetBackLosesNothing()
{
    const auto ahead = support::randomSamples(5, 5000, start, 10s);
    Series series = support::seriesOf(ahead, 10s);
    std::vector<Sample> all = ahead;
    const auto again = support::randomSamples(6, 500, ahead[4000].at + 1ms, 10s);
    for (const Sample &sample : again) {
        series.append(sample);
        all.push_back(sample);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Sample &a, const Sample &b) { return a.at < b.at; });
    QCOMPARE(series.size(), qsizetype(all.size()));
    for (qsizetype i = 0; i < series.size(); ++i)
        QCOMPARE(series.at(i), all[size_t(i)]);
    QCOMPARE(series.summary(0, series.size()), oneByOne(all, 0, series.size(), 10s));
}

void TestSeries::knownEndsWithSilence()
{
    const Series series = support::seriesOf(support::samples("1F", start, 10s), 10s);
    QVERIFY(!series.known(start - 1ms));
    QCOMPARE(series.known(start)->value, 10.0);
    QCOMPARE(series.known(start + 9999ms)->quality, Quality::Ok);
    QCOMPARE(series.known(start + 10s)->quality, Quality::Failed);
    QCOMPARE(series.known(start + 35s)->quality, Quality::Failed);
    QVERIFY(!series.known(start + 35001ms));
}

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
