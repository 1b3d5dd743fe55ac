// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

namespace workflow {

/// Planned work that keeps the alerts of its parts quiet, until its end and no longer.
struct WorkMute
{
    QString incident;
    QString ref;
    incident::Mute mute;
};

/// Follows the mutes of the work that runs. What fires before the work, or after the mute has
/// ended, is told as ever.
class WorkMutes : public QObject
{
    Q_OBJECT

public:
    explicit WorkMutes(Desk &desk);

    /// The first one that holds now for one of these names of a part; nothing if none does.
    [[nodiscard]] std::optional<WorkMute> of(const QStringList &parts) const;

private:
    void reload();

    Desk &m_desk;
    std::vector<WorkMute> m_mutes;
};

} // namespace workflow
