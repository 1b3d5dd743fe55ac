// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/fieldtext.h"

#include <array>

namespace timing {

enum class TimeField { Start, Length, End };

/// The value behind a form in which start + length = end. Two fields that were stated give the
/// third; when a person states that one too, the one stated longest ago is derived from then on.
/// An edit that contradicts the other fields is refused with a sentence and changes nothing.
class LinkedTimes
{
public:
    enum class Shape {
        Occupies, ///< from start to end
        Inside,   ///< lies somewhere between start and end: nothing is derived, it has to fit
    };

    LinkedTimes() = default;
    /// As loaded: all known values count as stated, the start last of all. Values that contradict
    /// each other stay as they are until somebody edits them.
    LinkedTimes(const RoughInstant &start, const RoughDuration &length, const RoughInstant &end,
                Shape shape = Shape::Occupies);

    [[nodiscard]] const RoughInstant &start() const { return m_start; }
    [[nodiscard]] const RoughDuration &length() const { return m_length; }
    [[nodiscard]] const RoughInstant &end() const { return m_end; }
    [[nodiscard]] Shape shape() const { return m_shape; }
    /// The field that follows from the other two; nothing if fewer than two are stated, or all
    /// three are.
    [[nodiscard]] std::optional<TimeField> derived() const;
    [[nodiscard]] bool isStated(TimeField field) const;

    /// A held field (a start that the chart shows, say) is never derived.
    void hold(TimeField field, bool held = true);

    /// An unknown value clears the field. Errors: Input, the sentence names the fields.
    base::Done setStart(const RoughInstant &start, const FieldContext &context);
    base::Done setLength(const RoughDuration &length, const FieldContext &context);
    base::Done setEnd(const RoughInstant &end, const FieldContext &context);
    base::Done setShape(Shape shape, const FieldContext &context);

    /// The same from the text of the field. Text that says what stands there already is no edit.
    base::Done edit(TimeField field, QStringView typed, const FieldContext &context);
    [[nodiscard]] QString text(TimeField field, const FieldContext &context) const;

    bool operator==(const LinkedTimes &) const = default;

private:
    void state(TimeField field, bool stated);
    [[nodiscard]] bool known(TimeField field) const;
    base::Done take(LinkedTimes next, TimeField edited, const FieldContext &context);
    void settle(std::optional<TimeField> edited);
    void clear(TimeField field);
    void derive(TimeField field);

    RoughInstant m_start;
    RoughDuration m_length;
    RoughInstant m_end;
    Shape m_shape = Shape::Occupies;
    std::array<int, 3> m_stated{}; ///< 0 = not stated, else rising with each statement
    std::array<bool, 3> m_held{};
    int m_lastStated = 0;
};

/// "+ 10 min after the start": the instant of a step told as a length after the step before it.
[[nodiscard]] RoughInstant stepAfter(const RoughInstant &previous, const RoughDuration &length);
/// The way back: the length that stepAfter() turns into `at`; nothing if no length does, as when
/// both were stated apart from each other.
[[nodiscard]] std::optional<RoughDuration> lengthAfter(const RoughInstant &previous,
                                                       const RoughInstant &at);

} // namespace timing
