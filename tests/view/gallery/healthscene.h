// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "view/fakehealthmodel.h"

namespace gallery {

/// A service in trouble: one monitor down, one slow, one flapping, one paused, one that nobody has
/// measured for a while, and some that are well.
void fillTrouble(support::FakeHealthModel &model);

/// Sixty monitors, of which a few are not well.
void fillWall(support::FakeHealthModel &model);

} // namespace gallery
