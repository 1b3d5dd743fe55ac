// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sitehistory.h"

#include "publish/threadof.h"
#include "workflow/sitepage.h"

namespace workflow {

using namespace std::chrono_literals;
using base::Result;

namespace {

/// Incidents in one turn of the event loop.
constexpr int readsATurn = 8;
/// The newest event of an incident is known to the second: what was read within it may lack one.
constexpr auto sameSecond = 2s;

} // namespace

SiteHistory::SiteHistory(Desk &desk, QString target, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_target(std::move(target))
{
    connect(&m_timer, &QTimer::timeout, this, &SiteHistory::readSome);
    // Names the incident when it was this process that wrote; others show in the summaries.
    connect(&m_desk, &Desk::changed, this, [this](const QString &id) { m_known.erase(id); });
}

bool SiteHistory::isFresh(const ledger::Summary &summary) const
{
    const auto known = m_known.find(summary.id);
    return known != m_known.end() && known->second.summary == summary &&
           known->second.readAt > summary.changed + sameSecond;
}

base::Done SiteHistory::read(const ledger::Summary &summary)
{
    const base::Instant now = m_desk.clock().now();
    const auto incident = m_desk.load(summary.id);
    if (!incident)
        return base::passOn(incident);
    ++m_reads;
    Known known{summary, now, publish::threadOf(*incident, {}, m_target)};
    if (known.thread->updates.empty())
        known.thread.reset();
    m_known.insert_or_assign(summary.id, std::move(known));
    return {};
}

Result<publish::Page> SiteHistory::page()
{
    const auto summaries = m_desk.ledger().list();
    if (!summaries)
        return base::passOn(summaries);
    std::vector<publish::Thread> threads;
    for (const ledger::Summary &summary : *summaries) {
        if (!isFresh(summary)) {
            if (const base::Done done = read(summary); !done)
                return base::passOn(done);
        }
        if (const auto &thread = m_known.at(summary.id).thread)
            threads.push_back(*thread);
    }
    return sitePageOf(m_desk, std::move(threads));
}

void SiteHistory::readAhead()
{
    // What cannot be read now is said when it is needed.
    m_ahead = m_desk.ledger().list().value_or(std::vector<ledger::Summary>());
    m_timer.start(0);
}

void SiteHistory::readSome()
{
    for (int turn = 0; turn < readsATurn && !m_ahead.empty(); ++turn) {
        if (!isFresh(m_ahead.back()))
            static_cast<void>(read(m_ahead.back()));
        m_ahead.pop_back();
    }
    if (m_ahead.empty())
        m_timer.stop();
}

} // namespace workflow
