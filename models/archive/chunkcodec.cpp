// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/chunk.h"
#include "archive/decimals.h"
#include "archive/numbermodel.h"
#include "archive/words.h"

namespace archive {

using namespace Qt::StringLiterals;
using health::Quality;
using health::Sample;

namespace {

// A chunk is a version byte, the coded bits, and a checksum of both.
constexpr char version = 1;
constexpr qsizetype checksumSize = 2;

// Sizes of the head's fields in bits.
constexpr int countBits = 17;
constexpr int timeBits = 44; // ms since 1970, until the year 2527
constexpr int stepBits = 32;
constexpr int codeBits = 4;
constexpr int smoothingBits = 3;
constexpr int qualityBits = 2;

/// Values mostly jump about a slowly moving middle, some wander. 0 expects the last value again, n
/// an average that follows each new value by 1/2^n. Whatever makes the chunk smallest is used.
constexpr int smoothings[] = {0, 2, 4};

/// What the next value is expected to be.
class Expectation
{
public:
    Expectation(const Decimals &decimals, int smoothing)
        : m_shift(decimals.areNumbers() ? smoothing : 0)
    {}

    [[nodiscard]] quint64 next() const { return quint64(qint64(m_sum) >> m_shift); }

    void learn(qint64 number)
    {
        m_sum = m_isFirst ? quint64(number) << m_shift : m_sum - next() + quint64(number);
        m_isFirst = false;
    }

private:
    int m_shift;
    bool m_isFirst = true;
    quint64 m_sum = 0; ///< unsigned: differences of bit patterns wrap round
};

/// What both directions learn as they go along the samples. An irregular one is not on time, not
/// Ok, or without a value.
struct Models
{
    BitModel irregular;
    NumberModel times;
    BitModel quality[health::qualityCount][1 << qualityBits]; ///< by the quality before
    BitModel hasValue[health::qualityCount];
    NumberModel first;
    NumberModel values;
};

struct Head
{
    qsizetype count;
    base::InstantMs first;
    std::chrono::milliseconds step;
    Decimals decimals;
    int smoothing;
};

void putIrregular(BitWriter &out, Models &models, const Sample &sample, Quality before,
                  std::chrono::milliseconds late)
{
    models.times.put(out, late.count());
    const int quality = int(sample.quality);
    BitModel *contexts = models.quality[size_t(before)];
    out.put(contexts[1], quality & 2);
    out.put(contexts[2 + (quality >> 1)], quality & 1);
    out.put(models.hasValue[size_t(quality)], sample.hasValue());
}

QByteArray bitsOf(std::span<const Sample> samples, const Head &head)
{
    BitWriter out;
    out.putPlain(quint64(head.count), countBits);
    out.putPlain(quint64(head.first.time_since_epoch().count()), timeBits);
    out.putPlain(quint64(head.step.count()), stepBits);
    out.putPlain(quint64(head.decimals.code()), codeBits);
    out.putPlain(quint64(head.smoothing), smoothingBits);

    Models models;
    Expectation expected(head.decimals, head.smoothing);
    NumberModel *values = &models.first;
    base::InstantMs due = head.first;
    auto before = Quality::Ok;
    for (const Sample &sample : samples) {
        const bool regular = sample.at == due && sample.quality == Quality::Ok && sample.hasValue();
        out.put(models.irregular, !regular);
        if (!regular)
            putIrregular(out, models, sample, before, sample.at - due);
        due = sample.at + head.step;
        before = sample.quality;
        if (!sample.hasValue())
            continue;
        const qint64 number = head.decimals.toNumber(sample.value);
        values->put(out, qint64(quint64(number) - expected.next()));
        expected.learn(number);
        values = &models.values;
    }
    return out.finish();
}

/// Wraps round: damaged bytes can hold any number.
base::InstantMs after(base::InstantMs at, qint64 ms)
{
    const auto sum = qint64(quint64(at.time_since_epoch().count()) + quint64(ms));
    return base::InstantMs(std::chrono::milliseconds(sum));
}

std::optional<Head> readHead(BitReader &in)
{
    const auto count = qsizetype(in.getPlain(countBits));
    const base::InstantMs first(std::chrono::milliseconds(in.getPlain(timeBits)));
    const std::chrono::milliseconds step(in.getPlain(stepBits));
    const auto decimals = Decimals::fromCode(int(in.getPlain(codeBits)));
    const int smoothing = int(in.getPlain(smoothingBits));
    if (count == 0 || !decimals)
        return std::nullopt;
    return Head{count, first, step, *decimals, smoothing};
}

/// Says whether a value follows.
bool readIrregular(BitReader &in, Models &models, Sample &sample, Quality before)
{
    sample.at = after(sample.at, models.times.get(in));
    BitModel *contexts = models.quality[size_t(before)];
    const int upper = int(in.get(contexts[1]));
    sample.quality = Quality(upper * 2 + int(in.get(contexts[2 + upper])));
    return in.get(models.hasValue[size_t(sample.quality)]);
}

std::vector<Sample> readSamples(BitReader &in, const Head &head)
{
    std::vector<Sample> samples(size_t(head.count));
    Models models;
    Expectation expected(head.decimals, head.smoothing);
    NumberModel *values = &models.first;
    base::InstantMs due = head.first;
    auto before = Quality::Ok;
    for (Sample &sample : samples) {
        sample.at = due;
        sample.quality = Quality::Ok;
        const bool hasValue =
            !in.get(models.irregular) || readIrregular(in, models, sample, before);
        due = after(sample.at, head.step.count());
        before = sample.quality;
        if (!hasValue)
            continue;
        const auto number = qint64(expected.next() + quint64(values->get(in)));
        sample.value = head.decimals.toValue(number);
        expected.learn(number);
        values = &models.values;
    }
    return samples;
}

QByteArray checksumOf(QByteArrayView bytes)
{
    const quint16 sum = qChecksum(bytes);
    return QByteArray(1, char(sum & 0xff)) + char(sum >> 8);
}

std::vector<double> valuesOf(std::span<const Sample> samples)
{
    std::vector<double> values;
    values.reserve(samples.size());
    for (const Sample &sample : samples) {
        if (sample.hasValue())
            values.push_back(sample.value);
    }
    return values;
}

tl::unexpected<base::Error> damaged(const QString &detail)
{
    return base::fail(base::ErrorKind::Format,
                      Words::tr("A part of the health history is damaged and cannot be read. The "
                                "rest is still there."),
                      detail);
}

} // namespace

QByteArray encode(std::span<const Sample> samples, std::chrono::milliseconds step)
{
    const std::vector<double> values = valuesOf(samples);
    Head head{qsizetype(samples.size()), samples.front().at, step, Decimals::of(values), 0};
    QByteArray shortest;
    for (const int smoothing : smoothings) {
        head.smoothing = smoothing;
        const QByteArray bits = bitsOf(samples, head);
        if (shortest.isEmpty() || bits.size() < shortest.size())
            shortest = bits;
    }
    shortest.prepend(version);
    return shortest + checksumOf(shortest);
}

base::Result<std::vector<Sample>> decode(QByteArrayView bytes)
{
    if (bytes.size() <= checksumSize || bytes.front() != version)
        return damaged(u"not a chunk of version 1"_s);
    const QByteArrayView content = bytes.chopped(checksumSize);
    if (checksumOf(content) != bytes.last(checksumSize))
        return damaged(u"wrong checksum"_s);
    BitReader in(content.sliced(1));
    const auto head = readHead(in);
    if (!head)
        return damaged(u"impossible head"_s);
    return readSamples(in, *head);
}

} // namespace archive
