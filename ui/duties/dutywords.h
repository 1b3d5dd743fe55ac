// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/textrole.h"
#include "workflow/duties.h"

namespace ui {

/// "Promise", "Follow-up", "Ask again", "Explanation".
[[nodiscard]] QString wordsOf(workflow::Duty::Kind kind);
/// "due in 2:19", "due tomorrow, 14:00", or what it waits for, or that nobody has said; with its
/// age.
[[nodiscard]] QString whenOf(const workflow::Duty &duty, base::Instant now, const QTimeZone &zone);
/// What is overdue stands out.
[[nodiscard]] Tone toneOf(const workflow::Duty &duty, base::Instant now);

} // namespace ui
