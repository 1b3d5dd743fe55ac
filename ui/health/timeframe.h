// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <optional>

namespace ui {

/// Which part of time the charts show: the latest, as long as the chosen span, or whatever was
/// zoomed and panned to. It never leaves what there is, and is never shorter than a minute.
class TimeFrame
{
public:
    using Length = std::chrono::milliseconds;

    /// What there is to see. Call it before reading, as time goes on.
    void setBounds(base::InstantMs earliest, base::InstantMs now);

    [[nodiscard]] base::InstantMs from() const { return to() - m_length; }
    /// While live a little of what is to come, which keeps the latest off the edge.
    [[nodiscard]] base::InstantMs to() const;
    [[nodiscard]] Length length() const { return m_length; }

    /// It follows the present.
    [[nodiscard]] bool isLive() const { return !m_to; }
    /// Nothing was zoomed or panned.
    [[nodiscard]] bool isReset() const { return isLive() && m_length == m_span; }

    [[nodiscard]] Length span() const { return m_span; }
    /// Chooses the span that reset() goes back to, and goes there.
    void setSpan(Length span);
    void reset() { setSpan(m_span); }
    /// The latest, as long as what is shown now.
    void toLiveEdge() { m_to.reset(); }

    /// Under 1 comes closer. `anchor` stays where it is.
    void zoom(double factor, base::InstantMs anchor);
    /// By so many times its own length; under 0 into the past.
    void pan(double lengths);
    void show(base::InstantMs from, base::InstantMs to);
    /// Moves by as little as brings `at` into sight.
    void reveal(base::InstantMs at);

private:
    void settle(base::InstantMs from, base::InstantMs to);

    Length m_span = std::chrono::hours(1);
    Length m_length = m_span;
    std::optional<base::InstantMs> m_to; ///< none: live
    base::InstantMs m_earliest{};
    base::InstantMs m_now{};
};

} // namespace ui
