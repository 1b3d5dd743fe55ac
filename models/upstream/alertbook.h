// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/alert.h"

namespace upstream {

/// Follows the alerts of several servers from one look to the next, each alert once.
class AlertBook
{
public:
    struct Entry
    {
        Alert alert;
        QStringList servers;        ///< ids of those that tell about it
        QMap<QString, Labels> told; ///< by server: the labels that it gives it

        bool operator==(const Entry &) const = default;
    };

    struct Changes
    {
        std::vector<Alert> appeared;
        std::vector<Alert> learnt; ///< known already, and now with other times or another mute
        std::vector<Alert> vanished;
    };

    /// The alerts of one look at one server. After a look that failed there is nothing to take:
    /// what could not be asked for has not vanished.
    Changes take(const QString &server, const std::vector<Alert> &alerts, base::InstantMs at);
    /// Nobody asks this server any more: what only it told about is forgotten, and has not
    /// vanished.
    void forget(const QString &server);

    /// Those that fire, oldest first.
    [[nodiscard]] const std::vector<Entry> &firing() const { return m_firing; }

private:
    [[nodiscard]] std::vector<Entry>::iterator find(const QString &server, const Alert &alert);
    void dropUntold(const QString &server, const std::vector<bool> &told, base::InstantMs at,
                    Changes &changes);

    std::vector<Entry> m_firing;
};

} // namespace upstream
