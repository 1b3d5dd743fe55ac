// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "timing/rough.h"

#include <QString>
#include <QTimeZone>

/// The text of a timing field, both ways: entry forms and the command line speak the same language.
/// docs/time-entry.md lists what may be written.
namespace timing {

/// Which day a wall time without a date is on.
enum class Lean {
    Past,   ///< the latest such time that is not later than the reference and a minute
    Future, ///< the next such time from the reference on
};

struct FieldContext
{
    QTimeZone zone;      ///< of wall times that carry no offset
    Instant reference{}; ///< now, or when the text was entered; "now" means this instant
    Lean lean = Lean::Past;
};

/// Empty, "not yet" and "unknown" are the unknown instant, "n/a" the one that does not apply.
/// Error Input: not understood (says what may be written), or a wall time that the zone's clock
/// change skips or repeats (a question that names the choices).
[[nodiscard]] base::Result<RoughInstant> instantFromField(QStringView text,
                                                          const FieldContext &context);
/// A text that instantFromField() turns back into the same value in the same context; "" if
/// unknown.
[[nodiscard]] QString fieldText(const RoughInstant &at, const FieldContext &context);

/// A number without a unit means minutes. Empty and "unknown" are the unknown length.
/// Error Input: not understood; lengths are 0 or more.
[[nodiscard]] base::Result<RoughDuration> durationFromField(QStringView text);
/// A text that durationFromField() turns back into the same value (0 or more); "" if unknown.
[[nodiscard]] QString fieldText(const RoughDuration &length);

} // namespace timing
