// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/outageedges.h"

#include <algorithm>

namespace health {

namespace {

using std::chrono::milliseconds;
using timing::RoughInstant;

/// What a look says about the thing itself; Quiet: nothing.
enum class Word { Good, Bad, Quiet };

Word wordOf(const Sample &sample, const BadWhen &bad)
{
    switch (sample.quality) {
    case Quality::Failed:
        return Word::Bad;
    case Quality::Ok:
        return bad.slowFrom && sample.value >= *bad.slowFrom ? Word::Bad : Word::Good;
    case Quality::NotMeasured:
    case Quality::Paused:
        break;
    }
    return Word::Quiet;
}

/// The samples of a series that say something, one step at a time.
class Speaking
{
public:
    Speaking(const Series &series, const BadWhen &bad)
        : m_series(series)
        , m_bad(bad)
    {}

    [[nodiscard]] std::optional<qsizetype> atOrAfter(qsizetype index) const
    {
        for (; index < m_series.size(); ++index) {
            if (word(index) != Word::Quiet)
                return index;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<qsizetype> before(qsizetype index) const
    {
        while (--index >= 0) {
            if (word(index) != Word::Quiet)
                return index;
        }
        return std::nullopt;
    }

    [[nodiscard]] Word word(qsizetype index) const { return wordOf(m_series.at(index), m_bad); }
    [[nodiscard]] base::InstantMs time(qsizetype index) const { return m_series.at(index).at; }

private:
    const Series &m_series;
    const BadWhen &m_bad;
};

/// Between two samples, of which either may be missing.
RoughInstant between(std::optional<base::InstantMs> before, std::optional<base::InstantMs> after)
{
    using std::chrono::seconds;
    if (before && after)
        return RoughInstant::between(std::chrono::floor<seconds>(*before),
                                     std::chrono::ceil<seconds>(*after));
    if (before)
        return RoughInstant::notBefore(std::chrono::floor<seconds>(*before));
    return after ? RoughInstant::notAfter(std::chrono::ceil<seconds>(*after)) : RoughInstant();
}

milliseconds distance(base::InstantMs a, base::InstantMs b)
{
    return a < b ? b - a : a - b;
}

/// The pair of neighbours that lies around `at`.
Edge around(const Series &series, const Speaking &speaking, base::InstantMs at)
{
    const qsizetype next = series.indexAt(at);
    Edge edge;
    if (const auto index = speaking.before(next))
        edge.before = speaking.time(*index);
    if (const auto index = speaking.atOrAfter(next))
        edge.after = speaking.time(*index);
    edge.at = between(edge.before, edge.after);
    return edge;
}

/// The nearest turn into `into` within reach. What begins a series in that state turns there, too:
/// nobody saw the state before it.
std::optional<Edge> turnNear(const Series &series, const Speaking &speaking, base::InstantMs at,
                             milliseconds reach, Word into)
{
    const qsizetype end = series.indexAt(at + reach + milliseconds(1));
    std::optional<Edge> nearest;
    auto index = speaking.atOrAfter(series.indexAt(at - reach));
    for (; index && *index < end; index = speaking.atOrAfter(*index + 1)) {
        if (speaking.word(*index) != into)
            continue;
        const auto last = speaking.before(*index);
        if (last && speaking.word(*last) == into)
            continue;
        if (!last && into == Word::Good)
            continue;
        Edge edge;
        edge.after = speaking.time(*index);
        if (last)
            edge.before = speaking.time(*last);
        edge.at = between(edge.before, edge.after);
        edge.isTurn = true;
        if (!nearest || distance(*edge.after, at) < distance(*nearest->after, at))
            nearest = edge;
    }
    return nearest;
}

} // namespace

Edge startEdge(const Series &series, base::InstantMs at, milliseconds reach, const BadWhen &bad)
{
    const Speaking speaking(series, bad);
    const auto turn = turnNear(series, speaking, at, reach, Word::Bad);
    return turn ? *turn : around(series, speaking, at);
}

Edge endEdge(const Series &series, base::InstantMs at, milliseconds reach, const BadWhen &bad)
{
    const Speaking speaking(series, bad);
    if (const auto turn = turnNear(series, speaking, at, reach, Word::Good))
        return *turn;
    const auto last = speaking.before(series.size());
    const bool behindAll = last && speaking.time(*last) <= at + reach;
    if (behindAll && speaking.word(*last) == Word::Bad)
        return {{}, speaking.time(*last), std::nullopt, false};
    return around(series, speaking, at);
}

std::optional<MarkedStretch> badStretchAt(const Series &series, base::InstantMs at,
                                          const BadWhen &bad)
{
    const Speaking speaking(series, bad);
    auto inside = speaking.before(series.indexAt(at + milliseconds(1)));
    while (inside && speaking.word(*inside) != Word::Bad)
        inside = speaking.before(*inside);
    if (!inside) {
        inside = speaking.atOrAfter(series.indexAt(at));
        while (inside && speaking.word(*inside) != Word::Bad)
            inside = speaking.atOrAfter(*inside + 1);
    }
    if (!inside)
        return std::nullopt;
    qsizetype first = *inside;
    for (auto back = speaking.before(first); back && speaking.word(*back) == Word::Bad;
         back = speaking.before(first))
        first = *back;
    auto after = speaking.atOrAfter(*inside + 1);
    while (after && speaking.word(*after) == Word::Bad)
        after = speaking.atOrAfter(*after + 1);
    const base::InstantMs end = after ? speaking.time(*after) : speaking.time(series.size() - 1);
    return MarkedStretch{startEdge(series, speaking.time(first), milliseconds(0), bad),
                         endEdge(series, end, milliseconds(0), bad)};
}

} // namespace health
