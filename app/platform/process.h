// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace app {

/// Sends what Qt and Watchkeeper log to standard error, without secrets.
void installLog();

/// Keeps what is in memory out of core dumps: a dump would hold drafts and secrets.
void forbidCoreDumps();

} // namespace app
