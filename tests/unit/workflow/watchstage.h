// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/plannedwork.h"
#include "workflow/watch.h"

namespace support {

/// Two monitors that are never asked: the test says what was measured.
struct WatchStage
{
    Office office;
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};

    WatchStage()
    {
        add(QStringLiteral("host"), {});
        add(QStringLiteral("shop"), QStringLiteral("host"));
    }

    void add(const QString &name, const QString &below)
    {
        source::MonitorSpec spec;
        spec.id = name;
        spec.name = name;
        spec.address = QStringLiteral("http://192.0.2.1/") + name;
        spec.dependsOn = below;
        if (!watch.add(spec))
            qFatal("the monitor cannot be watched");
    }

    void measure(const QString &monitor, health::Quality quality,
                 source::Finding finding = source::Finding::TimedOut)
    {
        source::ProbeVerdict verdict;
        verdict.at = office.clock.nowMs();
        verdict.quality = quality;
        verdict.finding = quality == health::Quality::Ok ? source::Finding::Ok : finding;
        emit sources.sampled(
            {monitor, monitor + QStringLiteral("/response"), verdict.sample(), {}, verdict});
    }

    /// Between two looks at the host.
    void shopFailsOften()
    {
        for (int i = 0; i < 3; ++i) {
            office.clock.advance(std::chrono::seconds(5));
            measure(QStringLiteral("shop"), health::Quality::Failed);
        }
    }

    void both(health::Quality host, health::Quality shop)
    {
        office.clock.advance(std::chrono::seconds(20));
        measure(QStringLiteral("host"), host);
        measure(QStringLiteral("shop"), shop);
    }
};

} // namespace support
