// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/office.h"

namespace support {

/// Ten minutes of work at the shop, from now on.
inline QString startWork(Office &office)
{
    const auto now = timing::RoughInstant::exact(office.clock.now());
    workflow::NewMaintenance request;
    request.title = QStringLiteral("Upgrade the shop");
    request.components = {QStringLiteral("shop")};
    request.start = now;
    request.expected = timing::RoughDuration::atMost(std::chrono::minutes(10));
    const auto planned = office.desk->plan(request);
    if (!planned || !office.desk->run(planned->id, incident::StartMaintenance{now}))
        qFatal("the work does not start");
    return planned->id;
}

} // namespace support
