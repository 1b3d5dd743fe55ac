// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/sample.h"

#include <cmath>
#include <QRandomGenerator>
#include <vector>

/// The load on which stores are compared: 50 monitors, a probe each 20 s, five days, whole
/// milliseconds, two failures in a thousand.
namespace load {

inline constexpr int monitors = 50;
inline constexpr std::chrono::seconds step(20);
inline constexpr std::chrono::hours length(5 * 24);
inline constexpr int samplesEach = length / step;
inline const base::InstantMs begin(std::chrono::milliseconds(1'772'409'600'000)); // 2026-03-02

inline double normal(QRandomGenerator &random)
{
    const double u = 1 - random.generateDouble();
    return std::sqrt(-2 * std::log(u)) * std::cos(2 * M_PI * random.generateDouble());
}

/// Answers take their time about a middle that follows the hour of the day, and now and then far
/// longer.
inline std::vector<health::Sample> monitor(int number)
{
    QRandomGenerator random(quint32(1000 + number));
    const double middle = 20 * std::pow(20, random.generateDouble());
    std::vector<health::Sample> samples;
    samples.reserve(samplesEach);
    for (int i = 0; i < samplesEach; ++i) {
        const double day = 2 * M_PI * i * step.count() / 86400.0;
        double ms = middle * (1 + 0.15 * std::sin(day) + 0.05 * normal(random));
        if (random.bounded(200) == 0)
            ms *= 1 + 4 * random.generateDouble();
        const bool failed = random.bounded(1000) < 2;
        samples.push_back({begin + i * step, failed ? health::Quality::Failed : health::Quality::Ok,
                           std::round(std::max(1.0, ms))});
    }
    return samples;
}

} // namespace load
