// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/hostreader.h"

#include <QList>

namespace source {

/// One of the series of a machine, with what a reading says of it.
struct HostMeasure
{
    QString id;   ///< "cpu"
    QString name; ///< for people
    QString unit; ///< may be empty
    std::optional<double> value;
    QString sentence; ///< "/srv is 81 % full."; empty without a value
};

/// In the order of the series: CPU, memory, fullest disk, load, network in and out.
[[nodiscard]] QList<HostMeasure> measuresOf(const HostFigures &figures);

/// An amount of this measure with its unit: "90 %", "12.5 MiB/s".
[[nodiscard]] QString amountOf(const HostMeasure &measure, double value);
/// "The limit is 90 %."
[[nodiscard]] QString limitSentence(const HostMeasure &measure, double limit);

/// "Not measured: this machine does not tell."
[[nodiscard]] QString notToldSentence();

} // namespace source
