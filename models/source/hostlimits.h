// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/hostwords.h"
#include "source/monitorspec.h"
#include "source/verdict.h"

namespace source {

/// Over this a figure of this machine has failed.
struct HostLimit
{
    QString measure;  ///< HostMeasure::id
    double above = 0; ///< in the unit of the measure; 0 or more, a percentage under 100

    bool operator==(const HostLimit &) const = default;
};

/// What MonitorSpec::expression holds for this machine: "cpu>90, disk>95", nothing if it is empty.
/// Errors: Input.
[[nodiscard]] base::Result<QList<HostLimit>> hostLimits(const QString &text);
[[nodiscard]] QString textOf(const QList<HostLimit> &limits);

/// The limit that this machine has for one of its figures.
[[nodiscard]] std::optional<double> limitOf(const MonitorSpec &machine, const QString &measure);

/// How long this machine has to be beyond a limit for an alert, and sets it; 0 s to 1 h.
[[nodiscard]] base::Span limitHeld(const MonitorSpec &machine);
void setLimitHeld(MonitorSpec &machine, base::Span atLeast);

/// What the limits make of a reading: failed with a figure over its limit, not measured while one
/// that has a limit is not known. Nothing without limits.
[[nodiscard]] std::optional<ProbeVerdict> judge(const QList<HostLimit> &limits,
                                                const QList<HostMeasure> &measures);

} // namespace source
