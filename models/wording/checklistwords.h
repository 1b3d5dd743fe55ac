// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"

#include <QString>

/// The rules of checklists for people, in the language of the user.
namespace wording {

/// When a step begins: "when a post has been seen".
[[nodiscard]] QString words(incident::Trigger trigger);
/// What closes a step: "the window has a start and a length".
[[nodiscard]] QString words(incident::DoneWhen rule);

} // namespace wording
