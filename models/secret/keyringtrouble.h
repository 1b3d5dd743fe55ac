// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <chrono>
#include <qt6keychain/keychain.h>

namespace secret {

/// What stands between a program and its keyring.
enum class KeyringTrouble {
    MissingOrLocked, ///< there is no such entry, or the keyring is locked
    Locked,          ///< it cannot be opened without a person, and no window can ask one
    Denied,          ///< a person was asked and said no
    NoBus,           ///< the session has no message bus through which to reach a keyring
    NoService,       ///< nothing on the bus keeps secrets
    StartsTooSlowly, ///< the bus gave up waiting for the keyring to start
    NoAnswer,        ///< starting still, or waiting for a person
    Broken,          ///< anything else
};

/// `elapsed` is the time that the job has taken.
[[nodiscard]] KeyringTrouble troubleOf(QKeychain::Error code, std::chrono::milliseconds elapsed);

/// What is wrong and what to do about it.
[[nodiscard]] base::Error keyringError(KeyringTrouble trouble);

} // namespace secret
