// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace source {

/// Whether this machine has a network at all: an interface other than loopback that is up and has
/// an address of more than its own link.
[[nodiscard]] bool isConnected();

} // namespace source
