// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <set>

namespace workflow {

/// Says when an incident is suspected that was not there before, whoever proposed it: our own
/// monitors, a server that watches for us, or another console.
class Arrivals : public QObject
{
    Q_OBJECT

public:
    explicit Arrivals(Desk &desk);

signals:
    void arrived(const ledger::Summary &incident);

private:
    void look();

    Desk &m_desk;
    std::set<QString> m_known; ///< ids of what is open
};

} // namespace workflow
