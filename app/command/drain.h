// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/composition/workplace.h"

#include <chrono>

namespace app {

/// Works on the outbox until nothing is being sent and nothing is due, at most for `deadline`.
/// Answers with what still waits.
[[nodiscard]] base::Result<std::vector<outbox::Waiting>>
drain(Workplace &place, std::chrono::seconds deadline = std::chrono::seconds(60));

} // namespace app
