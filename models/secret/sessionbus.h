// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace secret {

/// Where a message bus listens.
struct BusSocket
{
    QString path;
    bool abstract = false; ///< a name of its own, not a file

    bool operator==(const BusSocket &) const = default;
};

/// The first socket of a D-Bus address ("unix:path=/run/user/1000/bus"). Empty if it names none.
[[nodiscard]] BusSocket socketOf(const QByteArray &address);

/// Whether something listens where this session says that its message bus is.
[[nodiscard]] bool isSessionBusReachable();

} // namespace secret
