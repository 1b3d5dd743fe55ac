// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/drain.h"

#include <algorithm>
#include <QEventLoop>
#include <QTimer>

namespace app {

using namespace std::chrono_literals;

namespace {

constexpr auto lookInterval = 20ms;

} // namespace

base::Result<std::vector<outbox::Waiting>> drain(Workplace &place, std::chrono::seconds deadline)
{
    place.startPublishing();
    workflow::Publishing &publishing = place.publishing();
    publishing.flush();
    QEventLoop loop;
    QTimer look;
    const auto dueNow = [&] {
        const auto due = place.ledger().outbox().due(place.clock().now());
        return due && !due->empty();
    };
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (publishing.isIdle() && !dueNow())
            loop.quit();
    });
    QTimer::singleShot(deadline, &loop, &QEventLoop::quit);
    look.start(lookInterval);
    loop.exec();
    return publishing.outbox().waiting();
}

} // namespace app
