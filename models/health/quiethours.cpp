// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/quiethours.h"

#include "timing/zone.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace health {

using namespace std::chrono_literals;
using base::Instant;
using base::Span;

namespace {

constexpr Span quarter = 15min;
constexpr int quartersOfDay = 96;
constexpr int quartersOfWeek = 7 * quartersOfDay;

/// What the weeks before say about one quarter of an hour of the week.
struct Quarter
{
    double sum = 0;
    qint64 count = 0;
    std::set<qint64> weeks;

    [[nodiscard]] double mean() const { return sum / double(count); }
};

using Week = std::array<Quarter, quartersOfWeek>;

/// By the wall clock: what is quiet at three in the morning is so in summer and in winter.
int quarterOf(Instant at, const QTimeZone &zone)
{
    const QDateTime local = timing::toLocal(at, zone);
    return (local.date().dayOfWeek() - 1) * quartersOfDay +
           local.time().msecsSinceStartOfDay() / int(std::chrono::milliseconds(quarter).count());
}

Week weekOf(std::span<const Sample> past, const QTimeZone &zone)
{
    Week week;
    // Samples come in order of time: the quarter is looked up once for all that lie in it.
    std::optional<qint64> slot;
    Quarter *into = nullptr;
    for (const Sample &sample : past) {
        if (sample.quality != Quality::Ok || !sample.hasValue())
            continue;
        const Instant at = std::chrono::floor<std::chrono::seconds>(sample.at);
        const qint64 here = at.time_since_epoch() / quarter;
        if (slot != here) {
            slot = here;
            into = &week[std::size_t(quarterOf(at, zone))];
            into->weeks.insert(timing::toLocal(at, zone).date().toJulianDay() / 7);
        }
        into->sum += sample.value;
        ++into->count;
    }
    return week;
}

double meanOf(const Week &week)
{
    double sum = 0;
    int measured = 0;
    for (const Quarter &one : week) {
        if (one.count) {
            sum += one.mean();
            ++measured;
        }
    }
    return measured ? sum / measured : 0;
}

std::optional<QuietWindow> windowAt(const Week &week, const QTimeZone &zone, Instant from,
                                    Span length, double usual)
{
    QuietWindow window{from, from + length};
    int quarters = 0;
    for (Instant at = from; at < window.to; at += quarter) {
        const Quarter &one = week[std::size_t(quarterOf(at, zone))];
        if (!one.count)
            return std::nullopt;
        const int weeks = int(one.weeks.size());
        window.weeks = quarters ? std::min(window.weeks, weeks) : weeks;
        window.highest = quarters ? std::max(window.highest, one.mean()) : one.mean();
        window.mean += one.mean();
        ++quarters;
    }
    window.mean /= quarters;
    window.share = usual > 0 ? window.mean / usual : 0;
    return window;
}

} // namespace

std::vector<QuietWindow> quietWindows(std::span<const Sample> past, const QTimeZone &zone,
                                      Instant now, Span length, int count)
{
    const Week week = weekOf(past, zone);
    const double usual = meanOf(week);
    std::vector<QuietWindow> all;
    // Zones differ from UTC by whole quarters of an hour.
    const Instant first = Instant((now.time_since_epoch() + quarter - 1s) / quarter * quarter);
    for (Instant from = first; from < now + 24h * 7; from += quarter) {
        if (const auto window = windowAt(week, zone, from, length, usual))
            all.push_back(*window);
    }
    std::ranges::stable_sort(
        all, {}, [](const QuietWindow &window) { return std::pair(window.mean, window.highest); });
    std::vector<QuietWindow> quietest;
    for (const QuietWindow &window : all) {
        const bool shares = std::ranges::any_of(quietest, [&](const QuietWindow &other) {
            return window.from < other.to && other.from < window.to;
        });
        if (!shares && int(quietest.size()) < count)
            quietest.push_back(window);
    }
    return quietest;
}

} // namespace health
