// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/verdict.h"

#include <algorithm>

namespace wording {

Verdict verdictOn(const timing::RoughDuration &expected, const timing::RoughDuration &actual)
{
    // Of "no more than 30" and "at least 30" the stated number is what it is measured against.
    const auto upper = expected.hi() ? expected.hi() : expected.lo();
    const bool oneNumber = expected.precision() == timing::Precision::AtMost;
    const auto lower = expected.lo() && !oneNumber ? expected.lo() : upper;
    if (!upper || !lower || !actual.lo() || !actual.hi())
        return Verdict::Unknown;
    const auto floor = *lower - *lower / 5;
    const auto ceiling = *upper + *upper / 5;
    if (*actual.lo() >= floor && *actual.hi() <= ceiling)
        return Verdict::Expected;
    if (*actual.hi() < floor)
        return Verdict::Sooner;
    return *actual.lo() > ceiling ? Verdict::Later : Verdict::Unknown;
}

} // namespace wording
