// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/vocabulary.h"

#include <QString>

namespace wording {

/// How far an incident is, and what is known of its cause where that is open: "restored,
/// explanation pending".
[[nodiscard]] QString standing(incident::State state, incident::CauseStatus cause);

} // namespace wording
