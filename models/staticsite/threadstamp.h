// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/thread.h"

namespace staticsite {

/// Changes whenever anything does that the site may tell of this thread. Made of all of the history
/// at every publish, so no text is written only to be hashed.
[[nodiscard]] QString stampOf(const publish::Thread &thread);

} // namespace staticsite
