// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timing/rough.h"

namespace wording {

/// How what happened compares with what was expected.
enum class Verdict {
    Unknown,  ///< one of the two is, or the intervals allow more than one answer
    Sooner,   ///< more than a fifth below
    Expected, ///< within a fifth
    Later,    ///< more than a fifth above
};

[[nodiscard]] Verdict verdictOn(const timing::RoughDuration &expected,
                                const timing::RoughDuration &actual);

} // namespace wording
