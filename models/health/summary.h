// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/sample.h"

#include <array>
#include <optional>

namespace health {

/// A measured value at its time.
struct Point
{
    base::InstantMs at{};
    double value = 0;

    bool operator==(const Point &) const = default;
};

/// What has to be drawn of a stretch of Ok samples without a gap, however long it is.
struct Stroke
{
    Point first;
    Point min;
    Point max;
    Point last;

    /// Lengthens it by what follows without a gap.
    void extend(const Stroke &next)
    {
        if (next.min.value < min.value)
            min = next.min;
        if (next.max.value > max.value)
            max = next.max;
        last = next.last;
    }

    bool operator==(const Stroke &) const = default;
};

/// The lowest and the highest of some Ok values that do not hang together.
struct Extent
{
    Point min;
    Point max;

    bool operator==(const Extent &) const = default;
};

/// From `from` up to, not including, `to`.
struct Interval
{
    base::InstantMs from{};
    base::InstantMs to{};

    bool operator==(const Interval &) const = default;
};

/// What is left of any number of successive samples when they have to share one pixel: extremes,
/// gaps and every bad state survive, whatever the number. Summaries of neighbours add up.
///
/// The first sample always counts as beginning a stroke; whether a line leads to it from what came
/// before is decided when the two are added.
class Summary
{
public:
    /// Of nothing.
    Summary() = default;
    /// Of one sample. An Ok sample without a number counts as not measured.
    explicit Summary(const Sample &sample);
    /// Of `count` Ok samples, over 0, that one stroke stands for.
    Summary(const Stroke &stroke, quint32 count);

    /// Adds what follows in time. `step` is the nominal step of the series, over 0.
    void add(const Summary &next, std::chrono::milliseconds step);
    void add(const Sample &next, std::chrono::milliseconds step);

    [[nodiscard]] bool isEmpty() const { return m_counts == decltype(m_counts){}; }
    /// How many samples of a quality.
    [[nodiscard]] qint64 count(Quality quality) const { return m_counts[size_t(quality)]; }
    /// Time and quality of the first and the last sample; only when not empty.
    [[nodiscard]] base::InstantMs firstAt() const { return m_firstAt; }
    [[nodiscard]] base::InstantMs lastAt() const { return m_lastAt; }
    [[nodiscard]] Quality firstQuality() const { return m_firstQuality; }
    [[nodiscard]] Quality lastQuality() const { return m_lastQuality; }

    /// Whether something interrupts the line inside. Without, head() is all there is.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// The stroke from the first sample to the first interruption.
    [[nodiscard]] const std::optional<Stroke> &head() const { return m_head; }
    /// What lies between two interruptions.
    [[nodiscard]] const std::optional<Extent> &middle() const { return m_middle; }
    /// The stroke from the last interruption to the last sample.
    [[nodiscard]] const std::optional<Stroke> &tail() const { return m_tail; }
    /// Over head, middle and tail; nothing without an Ok value.
    [[nodiscard]] std::optional<Extent> extent() const;

    /// The smallest interval that holds all time spent in a state other than Ok, silences included
    /// (as NotMeasured). A bad sample lasts until the next sample, or one step if a silence
    /// follows. The last sample is not in it yet.
    [[nodiscard]] const std::optional<Interval> &spell(Quality quality) const
    {
        return m_spells[size_t(quality)];
    }

    bool operator==(const Summary &) const = default;

private:
    void addSpell(Quality quality, Interval interval);
    void join(const Summary &next);
    void separate(const Summary &next);

    std::array<quint32, qualityCount> m_counts{};
    base::InstantMs m_firstAt{};
    base::InstantMs m_lastAt{};
    Quality m_firstQuality = Quality::NotMeasured;
    Quality m_lastQuality = Quality::NotMeasured;
    bool m_broken = false;
    std::optional<Stroke> m_head;
    std::optional<Extent> m_middle;
    std::optional<Stroke> m_tail;
    std::array<std::optional<Interval>, qualityCount> m_spells;
};

} // namespace health
