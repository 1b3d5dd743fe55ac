// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/console/consoleview.h"
#include "wording/timewords.h"
#include "workflow/lookalikes.h"

namespace ui {

using namespace std::chrono_literals;

namespace {

/// Later on, whoever is at it has other things to read.
constexpr auto freshFor = 1h;

} // namespace

/// "This looks like": once for each incident, when it comes up.
void ConsoleView::recallSimilar()
{
    const base::Instant now = m_desk.clock().now();
    const bool isFresh = m_incident.exists() && !m_incident.isMaintenance() &&
                         incident::isRunning(m_incident.state) &&
                         now - m_incident.opened < freshFor;
    if (!isFresh || m_recalled.contains(m_incident.id))
        return;
    m_recalled.insert(m_incident.id);
    const auto found = workflow::lookalikesOf(m_desk.ledger(), m_incident, 1);
    if (!found || found->empty())
        return;
    const workflow::Lookalike &like = found->front();
    const QString when =
        wording::timeWords(like.summary.started, {m_desk.zone(), now}, wording::TimeForm::Plain);
    const QString looksLike = tr("This looks like “%1”, %2.").arg(like.summary.title, when);
    const QString ended = like.fixedBy.isEmpty() ? tr("What ended it was not written down.")
                                                 : tr("What ended it: %1").arg(like.fixedBy);
    offer({Notice::Level::Info,
           looksLike + u' ' + ended,
           {},
           {{tr("Show it"), {}}, {tr("Close"), {}}}},
          [this, id = like.summary.id] { emit similarChosen(id); });
}

} // namespace ui
