// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/rough.h"

#include <QString>
#include <QTimeZone>

/// Times and lengths in words for readers. Minutes, not seconds: an instant is named by the minute
/// that it lies in, a length is never rounded down and a limit never below itself. No relative
/// words ("this morning"): texts are read years later.
namespace wording {

using base::Instant;
using base::Span;
using timing::RoughDuration;
using timing::RoughInstant;

/// For whom, and beside what, a time is named.
struct Reader
{
    QTimeZone zone;
    Instant day{};      ///< any instant of the day that needs no date beside its times
    bool named = false; ///< name the zone after the (last) time

    /// The same with the zone named.
    [[nodiscard]] Reader withZone() const;
};

enum class TimeForm {
    Plain, ///< "16:08", "around 16:08", "some time between 16:08 and 16:40"
    At,    ///< "at 16:08", "around 16:08", "between 16:08 and 16:40"
    Since, ///< "since 16:08", "since around 16:08"
    By,    ///< "by 16:08": its latest minute
};

/// Empty if the instant is unknown.
[[nodiscard]] QString timeWords(const RoughInstant &at, const Reader &reader,
                                TimeForm form = TimeForm::At);
/// Whether it is told as one clock time, "at" or "around", rather than as a frame or a limit.
[[nodiscard]] bool isOneTime(const RoughInstant &at);
/// "from 16:08 to 16:20", each end with its own precision; empty if one is unknown.
[[nodiscard]] QString rangeWords(const RoughInstant &start, const RoughInstant &end,
                                 const Reader &reader);
/// "between 01:00 and 02:00": the frame in which something lies; empty if it is not bounded.
[[nodiscard]] QString frameWords(const RoughInstant &start, const RoughInstant &end,
                                 const Reader &reader);

enum class LengthForm {
    Plain,  ///< "10 minutes", "about 10 minutes", "between 30 and 40 minutes"
    Within, ///< "in 10 minutes", "in about 10 minutes", "within half an hour"; empty for "at least"
};

/// Empty if the length is unknown.
[[nodiscard]] QString lengthWords(const RoughDuration &length, LengthForm form = LengthForm::Plain);

/// What is known to a minute or two is one time, or one length, to the public: "around 16:08" for
/// 16:08 to 16:09, and about the longer of two lengths. Everything else stays as it is.
[[nodiscard]] RoughInstant forReaders(const RoughInstant &at);
[[nodiscard]] RoughDuration forReaders(const RoughDuration &length);

/// The minute by which an instant is named in public: the one it lies in.
[[nodiscard]] Instant publicMinute(Instant at);
/// "16:08" in the zone; "01:30 (UTC+01:00)" in an hour that the zone has twice.
[[nodiscard]] QString clockWords(Instant at, const QTimeZone &zone);
/// "22 November", with the year if it is not the year of `beside`.
[[nodiscard]] QString dateWords(Instant at, const QTimeZone &zone, Instant beside);
/// "London time", "UTC"
[[nodiscard]] QString zoneWords(const QTimeZone &zone);

} // namespace wording
