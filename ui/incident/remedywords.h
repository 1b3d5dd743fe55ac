// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/values.h"

namespace ui {

/// How a run that has ended went, in a sentence. Its output stands beside it.
[[nodiscard]] QString outcomeWords(const incident::RemedyRun &run);

[[nodiscard]] inline bool wentWell(const incident::RemedyRun &run)
{
    return run.exitCode == 0 && !run.timedOut;
}

} // namespace ui
