// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/story.h"

namespace reading {

/// Whether what happened is compared with what was predicted, in a clause that tells of the past.
void judge(Story &story, const Scene &scene);
/// Reads a length of such a clause: "20 minutes early", "the 10 minutes predicted". Returns whether
/// the length is used up by that.
[[nodiscard]] bool judgeLength(Story &story, const Scene &scene, const Mention &mention);

} // namespace reading
