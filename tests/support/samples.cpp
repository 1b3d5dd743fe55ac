// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samples.h"

namespace support {

using namespace Qt::StringLiterals;
using health::Quality;
using health::Sample;

std::vector<Sample> samples(QByteArrayView history, base::InstantMs start,
                            std::chrono::milliseconds step)
{
    std::vector<Sample> all;
    base::InstantMs at = start;
    for (const char c : history) {
        Sample sample;
        sample.at = at;
        at += step;
        if (c == '.')
            continue;
        if (c == 'F') {
            sample.quality = Quality::Failed;
        } else if (c == 'P') {
            sample.quality = Quality::Paused;
        } else if (c >= '0' && c <= '9') {
            sample.quality = Quality::Ok;
            sample.value = (c - '0') * 10;
        } else if (c != 'N') {
            qFatal("'%c' is no sample", c);
        }
        all.push_back(sample);
    }
    return all;
}

std::vector<Sample> randomSamples(quint32 seed, int count, base::InstantMs start,
                                  std::chrono::milliseconds step)
{
    QRandomGenerator random(seed);
    std::vector<Sample> all;
    base::InstantMs at = start;
    auto quality = Quality::Ok;
    for (int left = 0; int(all.size()) < count; --left) {
        if (left <= 0) {
            const auto kind = random.bounded(8);
            quality = kind < 5 ? Quality::Ok : Quality(kind - 4);
            left = 1 + int(random.bounded(quality == Quality::Ok ? 120 : 12));
            if (random.bounded(6) == 0)
                at += step * int(3 + random.bounded(20));
        }
        Sample sample{at, quality};
        if (quality == Quality::Ok)
            sample.value = random.bounded(50) + (random.bounded(40) == 0 ? 500 : 0);
        all.push_back(sample);
        at += step / 2 + std::chrono::milliseconds(random.bounded(int(step.count())));
    }
    return all;
}

health::Series seriesOf(const std::vector<Sample> &samples, std::chrono::milliseconds step)
{
    health::Series series({u"web/response"_s, u"Response"_s, u"ms"_s, step});
    for (const Sample &sample : samples)
        series.append(sample);
    return series;
}

} // namespace support
