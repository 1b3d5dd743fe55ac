// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secret/keyringtrouble.h"

#include "secret/sessionbus.h"

#include <QCoreApplication>

namespace secret {

using namespace std::chrono_literals;
using base::ErrorKind;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(secret)
};

/// A message bus gives a service 25 s to start. Everything else that fails does so at once.
constexpr auto slowStart = 20s;
constexpr auto nextLook = 30s;

} // namespace

KeyringTrouble troubleOf(QKeychain::Error code, std::chrono::milliseconds elapsed)
{
    switch (code) {
    case QKeychain::EntryNotFound:
        return KeyringTrouble::MissingOrLocked;
    case QKeychain::AccessDenied:
        return KeyringTrouble::Locked;
    case QKeychain::AccessDeniedByUser:
        return KeyringTrouble::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::OtherError:
        break;
    default:
        return KeyringTrouble::Broken;
    }
    // The library has one code for all of these.
    if (elapsed >= slowStart)
        return KeyringTrouble::StartsTooSlowly;
    return isSessionBusReachable() ? KeyringTrouble::NoService : KeyringTrouble::NoBus;
}

base::Error keyringError(KeyringTrouble trouble)
{
    switch (trouble) {
    case KeyringTrouble::MissingOrLocked:
        return {ErrorKind::NotFound,
                Words::tr("Your keyring does not give this password out: it is locked, or it does "
                          "not hold it. Unlock the keyring and try again, or type the password "
                          "once more."),
                {},
                {}};
    case KeyringTrouble::Locked:
        return {ErrorKind::Auth,
                Words::tr("Your keyring is locked, and it cannot ask for its password here. Unlock "
                          "it first, or keep the password only until Watchkeeper ends."),
                {},
                {}};
    case KeyringTrouble::Denied:
        return {ErrorKind::Auth,
                Words::tr("The keyring was not opened. Try again and let it be opened, or keep the "
                          "password only until Watchkeeper ends."),
                {},
                {}};
    case KeyringTrouble::NoBus:
        return {ErrorKind::Storage,
                Words::tr("There is no keyring here: this session has no message bus (D-Bus). Keep "
                          "the password only until Watchkeeper ends."),
                {},
                {}};
    case KeyringTrouble::NoService:
        return {ErrorKind::Storage,
                Words::tr("No keyring runs in this session. Install and start one, such as GNOME "
                          "Keyring or KWallet, or keep the password only until Watchkeeper ends."),
                {},
                {}};
    case KeyringTrouble::StartsTooSlowly:
        return {ErrorKind::Timeout,
                Words::tr("The keyring did not start in time. It is asked again soon; look at it "
                          "if this stays, or keep the password only until Watchkeeper ends."),
                {},
                {base::Retry::When::After, nextLook}};
    case KeyringTrouble::NoAnswer:
        return {ErrorKind::Timeout,
                Words::tr("Your keyring has not answered yet. If a window asks for its password, "
                          "type it there; otherwise it may still be starting."),
                {},
                {base::Retry::When::After, nextLook}};
    case KeyringTrouble::Broken:
        break;
    }
    return {ErrorKind::Storage,
            Words::tr("Your keyring cannot be used. Look at it with its own program, or keep the "
                      "password only until Watchkeeper ends."),
            {},
            {}};
}

} // namespace secret
