// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/address.h"
#include "source/prober.h"
#include "support/faultserver.h"
#include "support/manualclock.h"
#include "support/waiting.h"

/// What the tests of probes have in common: one probe, at a fixed time, of a server on loopback.
namespace probing {

const base::Instant now = support::utc("2026-11-22T02:00:00Z");

inline source::MonitorSpec specOf(const QUrl &url)
{
    return *source::specFromAddress(url.toString(QUrl::FullyEncoded));
}

inline source::ProbeVerdict probe(const source::MonitorSpec &spec, bool isConnected = true)
{
    const support::ManualClock clock(now);
    source::Prober prober(clock, [isConnected](QObject *, const auto &then) { then(isConnected); });
    return *support::waitFor(prober.probe(spec));
}

/// The verdict on a page that behaves like this, for a spec that is changed like that.
template <class Change>
source::ProbeVerdict probeOf(const support::Fault &fault, Change change)
{
    support::FaultServer server;
    server.set("/page", fault);
    source::MonitorSpec spec = specOf(server.url("/page"));
    change(spec);
    return probe(spec);
}

inline source::ProbeVerdict probeOf(const support::Fault &fault)
{
    return probeOf(fault, [](source::MonitorSpec &) {});
}

} // namespace probing
