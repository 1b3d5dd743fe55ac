// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/page.h"
#include "workflow/desk.h"

#include <map>
#include <QTimer>

namespace workflow {

/// The public page of one target, as the ledger says it is. Incidents that have not changed since
/// they were last asked for are not read again, so a post costs the same after ten years as after
/// one.
class SiteHistory final : public QObject
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    SiteHistory(Desk &desk, QString target, QObject *parent = nullptr);

    /// Every thread with what the target has shown so far.
    [[nodiscard]] base::Result<publish::Page> page();

    /// Reads what is not known yet, a few incidents in each turn of the event loop, so that the
    /// first page() finds it.
    void readAhead();
    /// How many incidents were read so far.
    [[nodiscard]] int reads() const { return m_reads; }

private:
    struct Known
    {
        ledger::Summary summary;
        base::Instant readAt{};
        std::optional<publish::Thread> thread; ///< nothing: the target has shown nothing of it
    };

    [[nodiscard]] bool isFresh(const ledger::Summary &summary) const;
    [[nodiscard]] base::Done read(const ledger::Summary &summary);
    void readSome();

    Desk &m_desk;
    QString m_target;
    std::map<QString, Known> m_known;
    std::vector<ledger::Summary> m_ahead;
    QTimer m_timer;
    int m_reads = 0;
};

} // namespace workflow
