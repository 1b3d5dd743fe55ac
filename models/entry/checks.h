// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/story.h"

/// What cannot be, or could be read in two ways, is asked.
namespace entry {

/// Start, end and length: enough of them, and none against the others.
void checkWindow(const Story &story, const Entry &entry, const Moments &moments,
                 std::vector<Question> &questions);
/// The lengths of the steps against the length of the whole: 10 + 5 is not 20.
void checkSteps(const Story &story, const Entry &entry, const Moments &moments,
                std::vector<Question> &questions);
/// Nothing before the start, nothing still to come.
void checkTimes(const Story &story, const Entry &entry, const Moments &moments,
                std::vector<Question> &questions);

/// A time of what is over that is still to come; with the day before as the answer.
[[nodiscard]] Question stillToCome(const Day &day, const Moments &moments);

} // namespace entry
