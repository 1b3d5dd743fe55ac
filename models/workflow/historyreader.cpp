// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/historyreader.h"

#include <algorithm>

namespace workflow {

namespace {

/// So many are read between two events: some milliseconds.
constexpr size_t turnSize = 20;

} // namespace

HistoryReader::HistoryReader(const Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&m_turn, &QTimer::timeout, this, &HistoryReader::takeTurn);
}

void HistoryReader::read(const ledger::Filter &filter)
{
    m_filter = filter;
    m_found.reset();
    m_incidents.clear();
    m_turn.start(0);
}

void HistoryReader::stop()
{
    m_turn.stop();
}

void HistoryReader::giveUp(const base::Error &error)
{
    stop();
    emit failed(error);
}

void HistoryReader::takeTurn()
{
    if (!m_found) {
        auto found = m_desk.ledger().list(m_filter);
        if (!found)
            return giveUp(found.error());
        m_found = std::move(*found);
    }
    const size_t end = std::min(m_incidents.size() + turnSize, m_found->size());
    while (m_incidents.size() < end) {
        auto incident = m_desk.load(m_found->at(m_incidents.size()).id);
        if (!incident)
            return giveUp(incident.error());
        m_incidents.push_back(std::move(*incident));
    }
    if (end < m_found->size()) {
        emit progressed(int(end), int(m_found->size()));
        return;
    }
    stop();
    emit finished(m_incidents);
}

} // namespace workflow
