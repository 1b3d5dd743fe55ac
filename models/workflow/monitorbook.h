// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settings.h"
#include "source/monitorspec.h"

#include <QList>

namespace workflow {

/// The list of monitors as it is kept in the settings.
class MonitorBook
{
public:
    explicit MonitorBook(settings::Settings &settings)
        : m_settings(settings)
    {}

    /// One entry each, with an error in the place of one that cannot be used. This machine comes
    /// last, unless it is switched off.
    [[nodiscard]] QList<base::Result<source::MonitorSpec>> load() const;
    /// This machine, whether it is switched on or off.
    [[nodiscard]] static source::MonitorSpec machine();
    /// The same, with the limits that it has been given.
    [[nodiscard]] source::MonitorSpec machineAsSet() const;
    /// Of this machine the limits only, if it is among them. Entries that cannot be used stay as
    /// they are until somebody mends them.
    [[nodiscard]] base::Done save(const QList<source::MonitorSpec> &monitors);

private:
    [[nodiscard]] base::Done saveMachine(const source::MonitorSpec &machine);

    settings::Settings &m_settings;
};

} // namespace workflow
