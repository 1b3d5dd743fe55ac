// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <QObject>
#include <QTimer>

namespace workflow {

/// Reads many incidents whole, a few at a time between events, so that the window stays awake
/// however long the history is.
class HistoryReader final : public QObject
{
    Q_OBJECT

public:
    explicit HistoryReader(const Desk &desk, QObject *parent = nullptr);

    /// Begins; what was being read before is given up. Nothing is emitted before it returns.
    void read(const ledger::Filter &filter);
    /// Gives up; nothing more is emitted.
    void stop();
    [[nodiscard]] bool isReading() const { return m_turn.isActive(); }

signals:
    void progressed(int done, int total);
    /// All of them, newest first.
    void finished(const std::vector<incident::Incident> &incidents);
    void failed(const base::Error &error);

private:
    void takeTurn();
    void giveUp(const base::Error &error);

    const Desk &m_desk;
    ledger::Filter m_filter;
    QTimer m_turn;
    std::optional<std::vector<ledger::Summary>> m_found;
    std::vector<incident::Incident> m_incidents;
};

} // namespace workflow
