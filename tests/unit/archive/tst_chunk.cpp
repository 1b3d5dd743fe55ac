// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/chunk.h"

#include <cmath>
#include <limits>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using health::Quality;
using health::Sample;

namespace {

base::InstantMs at(qint64 ms)
{
    return base::InstantMs(std::chrono::milliseconds(ms));
}

constexpr qint64 noon = 1'772'452'800'000; // 2026-03-02 12:00 UTC

/// Random samples of a made-up machine: how regular, how good and how smooth is drawn as well.
std::vector<Sample> drawn(QRandomGenerator &random, std::chrono::milliseconds step)
{
    const int jitter = random.bounded(3) * random.bounded(40);
    const int failures = random.bounded(100);
    const double scale = std::pow(10, random.bounded(8));
    const int places = random.bounded(9);
    std::vector<Sample> samples(size_t(random.bounded(1, 800)));
    qint64 ms = noon + random.bounded(7'200'000);
    for (Sample &sample : samples) {
        sample.at = at(ms);
        ms += step.count() + (jitter > 0 ? random.bounded(jitter) : 0);
        if (random.bounded(200) == 0)
            ms += random.bounded(100'000);
        sample.quality = random.bounded(100) < failures ? Quality(random.bounded(4)) : Quality::Ok;
        if (random.bounded(10) == 0 && sample.quality != Quality::Ok)
            continue;
        const double value = (random.generateDouble() - 0.2) * scale;
        const double power = std::pow(10, places);
        sample.value = places == 8 ? value : std::round(value * power) / power;
    }
    return samples;
}

} // namespace

class TestChunk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsOnEvenHours();
    void headerCountsAndSums();
    void everythingComesBack();
    void extremeValuesComeBack();
    void regularSamplesCostUnderAByte();
    void damageIsNoticed();
    void nothingIsReadFromNonsense();
};

void TestChunk::startsOnEvenHours()
{
    QCOMPARE(archive::chunkStart(at(noon)), at(noon));
    QCOMPARE(archive::chunkStart(at(noon + 7'199'999)), at(noon));
    QCOMPARE(archive::chunkStart(at(noon - 1)), at(noon - 7'200'000));
}

void TestChunk::headerCountsAndSums()
{
    const std::vector<Sample> samples{{at(noon), Quality::Ok, 4},
                                      {at(noon + 20), Quality::Failed, 900},
                                      {at(noon + 40), Quality::Ok, -2},
                                      {at(noon + 60), Quality::Paused}};
    const auto header = archive::headerOf(samples);
    QCOMPARE(header.start, at(noon));
    QCOMPARE(header.count(Quality::Ok), 2);
    QCOMPARE(header.count(Quality::Failed), 1);
    QCOMPARE(header.samples(), 4);
    QCOMPARE(header.min, -2.0);
    QCOMPARE(header.max, 4.0);
    QCOMPARE(header.sum, 2.0);
    QCOMPARE(header.values, 2);
}

void TestChunk::everythingComesBack()
{
    QRandomGenerator random(20260302);
    for (int i = 0; i < 300; ++i) {
        const auto samples = drawn(random, 20s);
        const auto back = archive::decode(archive::encode(samples, 20s));
        QVERIFY(back.has_value());
        QCOMPARE(*back, samples);
    }
}

void TestChunk::extremeValuesComeBack()
{
    using Limits = std::numeric_limits<double>;
    std::vector<Sample> samples;
    qint64 ms = noon;
    for (const double value :
         {0.0, -0.0, Limits::max(), Limits::lowest(), Limits::denorm_min(), Limits::epsilon(), 1e15,
          1e15 + 1, 0.1, 0.1 + 0.2, -1e-300, 1e300, 123456789.123456}) {
        samples.push_back({at(ms), Quality::Ok, value});
        ms += 1;
    }
    const auto back = archive::decode(archive::encode(samples, 1ms));
    QVERIFY(back.has_value());
    QCOMPARE(*back, samples);
    QVERIFY(std::signbit(back->at(1).value));
}

/// Whole milliseconds about a middle, as probes of a healthy service answer.
void TestChunk::regularSamplesCostUnderAByte()
{
    QRandomGenerator random(7);
    std::vector<Sample> samples(360);
    for (size_t i = 0; i < samples.size(); ++i) {
        double noise = 0;
        for (int n = 0; n < 12; ++n)
            noise += random.generateDouble() - 0.5;
        samples[i] = {at(noon + qint64(i) * 20000), Quality::Ok, std::round(120 + 8 * noise)};
    }
    const QByteArray bytes = archive::encode(samples, 20s);
    QVERIFY2(bytes.size() < 360, qPrintable(QString::number(bytes.size())));
}

void TestChunk::damageIsNoticed()
{
    QRandomGenerator random(3);
    const QByteArray whole = archive::encode(drawn(random, 20s), 20s);
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray bytes = whole;
        bytes[i] = char(bytes[i] ^ (1 << (i % 8)));
        const auto back = archive::decode(bytes);
        QVERIFY(!back.has_value());
        QCOMPARE(back.error().kind, base::ErrorKind::Format);
    }
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!archive::decode(whole.first(length)).has_value());
}

/// With a checksum that fits: whatever the bits say, reading them ends.
void TestChunk::nothingIsReadFromNonsense()
{
    QRandomGenerator random(5);
    for (int i = 0; i < 50; ++i) {
        QByteArray bytes(random.bounded(1, 200), '\1');
        for (qsizetype n = 1; n < bytes.size(); ++n)
            bytes[n] = char(random.bounded(256));
        const quint16 sum = qChecksum(bytes);
        bytes.append(char(sum & 0xff)).append(char(sum >> 8));
        const auto samples = archive::decode(bytes);
        QVERIFY(!samples.has_value() || samples->size() < archive::mostSamples + 1);
    }
}

QTEST_GUILESS_MAIN(TestChunk)
#include "tst_chunk.moc"
