// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/thread.h"

#include <algorithm>

namespace publish {

namespace {

using incident::Window;

/// A stated frame is taken whole; a loosely named time by its middle.
bool isFrame(const Window &window, const RoughInstant &at)
{
    return window.inside || at.precision() == timing::Precision::Between ||
           at.precision() == timing::Precision::Daypart;
}

std::optional<Instant> beginOf(const Window &window)
{
    return isFrame(window, window.start) ? window.start.lo() : window.start.middle();
}

std::optional<Instant> endOf(const Window &window)
{
    if (window.end.isKnown())
        return isFrame(window, window.end) ? window.end.hi() : window.end.middle();
    const auto begin = beginOf(window);
    const auto longest = window.duration.hi();
    return begin && longest ? std::optional(*begin + *longest) : std::nullopt;
}

} // namespace

bool Thread::isOver() const
{
    return cancelled || status == PublicStatus::Resolved || status == PublicStatus::Completed;
}

bool Thread::carries(const QString &revision) const
{
    return !updates.empty() && (retraction == revision || updateWith(revision));
}

const Update *Thread::updateWith(const QString &revision) const
{
    const auto found = std::ranges::find(updates, revision, &Update::revision);
    return found == updates.end() ? nullptr : &*found;
}

Instant Thread::publishedAt() const
{
    return std::ranges::min(updates, {}, &Update::publishedAt).publishedAt;
}

Instant Thread::changedAt() const
{
    return std::ranges::max(updates, {}, &Update::changedAt).changedAt();
}

std::optional<PlannedSpan> plannedSpan(const std::vector<Window> &planned)
{
    std::optional<PlannedSpan> span;
    for (const Window &window : planned) {
        const auto begin = beginOf(window);
        const auto end = endOf(window);
        if (begin && !span)
            span = PlannedSpan{*begin, {}};
        if (begin)
            span->from = std::min(span->from, *begin);
        if (span && end)
            span->until = std::max(span->until.value_or(*end), *end);
    }
    return span;
}

} // namespace publish
