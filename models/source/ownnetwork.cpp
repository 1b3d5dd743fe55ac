// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/ownnetwork.h"

#include "source/address.h"

#include <algorithm>
#include <QNetworkInterface>

namespace source {

namespace {

bool leadsSomewhere(const QNetworkInterface &interface)
{
    const auto flags = interface.flags();
    if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning) ||
        flags.testFlag(QNetworkInterface::IsLoopBack))
        return false;
    const auto entries = interface.addressEntries();
    return std::any_of(entries.begin(), entries.end(),
                       [](const QNetworkAddressEntry &entry) { return !isLinkLocal(entry.ip()); });
}

} // namespace

bool isConnected()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), leadsSomewhere);
}

} // namespace source
