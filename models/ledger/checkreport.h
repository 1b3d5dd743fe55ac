// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

namespace ledger {

/// One thing that is not as it should be.
struct Fault
{
    enum class Kind {
        Damage,     ///< the file itself: pages, indexes, types
        Chain,      ///< an event was changed, or its hash was
        Hole,       ///< an event of a console's sequence is missing
        Unreadable, ///< an event whose payload this version cannot read
        Projection, ///< a derived row differs from the events; rebuild() mends it
    };

    Kind kind = Kind::Damage;
    QString sentence;

    bool operator==(const Fault &) const = default;
};

/// What check() found.
struct CheckReport
{
    std::vector<Fault> faults;
    qint64 events = 0;
    qint64 incidents = 0;
    qint64 consoles = 0;
    int schema = 0;
    QString advice; ///< what to do; empty if all is well

    [[nodiscard]] bool isSound() const { return faults.empty(); }
};

} // namespace ledger
