// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/clock.h"
#include "entry/entry.h"

namespace entry {

/// Finds the instants that clock times mean, and what has to be asked for that.
class Moments
{
public:
    Moments(timing::FieldContext context, std::vector<Question> &questions)
        : m_context(std::move(context))
        , m_questions(questions)
    {}

    /// The day of all times that have none of their own.
    void setDay(const std::optional<Day> &day) { m_day = day; }
    [[nodiscard]] const std::optional<Day> &day() const { return m_day; }
    [[nodiscard]] const timing::FieldContext &context() const { return m_context; }
    [[nodiscard]] timing::Instant now() const { return m_context.reference; }

    /// The first time of a line: on its day, else today, else yesterday. Nothing if it is asked.
    [[nodiscard]] std::optional<timing::Instant> first(const Clock &clock);
    /// A later time of the line: the next such time from then on; where that is still to come, the
    /// latest before now.
    [[nodiscard]] std::optional<timing::Instant> next(const Clock &clock, timing::Instant from);
    /// What a day without a time spans, as far as it has passed.
    [[nodiscard]] std::pair<timing::Instant, timing::Instant> span(const Day &day) const;

private:
    struct Candidate
    {
        QDate date;
        QTime time;
        std::vector<timing::Instant> named; ///< none in a gap, two in a repeated hour
    };

    [[nodiscard]] std::vector<Candidate> candidates(const Clock &clock, QDate date,
                                                    const std::optional<Daypart> &part) const;
    [[nodiscard]] std::optional<timing::Instant> settle(const Clock &clock,
                                                        std::vector<Candidate> candidates);
    [[nodiscard]] bool isPast(timing::Instant at) const;
    [[nodiscard]] bool mayBePast(const Candidate &candidate) const;
    void askHalf(const Clock &clock, const std::vector<Candidate> &candidates);
    void askChange(const Clock &clock, const Candidate &candidate);

    timing::FieldContext m_context;
    std::optional<Day> m_day;
    std::vector<Question> &m_questions;
};

/// "16:08", with its seconds if it has some.
[[nodiscard]] QString clockText(QTime time);

} // namespace entry
