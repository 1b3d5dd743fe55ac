// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/sample.h"

namespace health {

/// A sample as it is kept: time and quality share one number, 16 bytes in all. An Ok sample without
/// a number becomes one that was not measured.
class Cell
{
public:
    explicit Cell(const Sample &sample)
        : m_key(sample.at.time_since_epoch().count() * (1 << qualityBits) +
                qint64(qualityOf(sample)))
        , m_value(sample.value)
    {}

    [[nodiscard]] base::InstantMs at() const
    {
        return base::InstantMs(std::chrono::milliseconds(m_key >> qualityBits));
    }
    [[nodiscard]] Quality quality() const { return Quality(m_key & ((1 << qualityBits) - 1)); }
    [[nodiscard]] double value() const { return m_value; }
    [[nodiscard]] Sample sample() const { return {at(), quality(), m_value}; }

private:
    static constexpr int qualityBits = 2;

    static Quality qualityOf(const Sample &sample)
    {
        const bool isUnusable = sample.quality == Quality::Ok && !sample.hasValue();
        return isUnusable ? Quality::NotMeasured : sample.quality;
    }

    qint64 m_key;
    double m_value;
};

} // namespace health
