// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/frame.h"
#include "staticsite/monthgrid.h"
#include "staticsite/pages.h"
#include "staticsite/threadcards.h"
#include "staticsite/threadrows.h"

#include <algorithm>

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::Thread;

namespace {

/// How long work that is over stays on this page; the history keeps it for ever.
constexpr auto recentSpan = std::chrono::days(90);

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

template <class Wanted>
std::vector<const Thread *> works(const std::vector<const Thread *> &threads, Wanted wanted)
{
    std::vector<const Thread *> found;
    std::ranges::copy_if(threads, std::back_inserter(found), [&](const Thread *thread) {
        return thread->isMaintenance() && wanted(*thread);
    });
    return found;
}

} // namespace

QByteArray maintenancePage(const Edition &edition)
{
    const publish::Overview &overview = edition.overview();
    const auto any = [](const Thread &) {
        return true;
    };
    const auto recent = [&](const Thread &thread) {
        return thread.changedAt() >= edition.now() - recentSpan;
    };
    const auto running = works(overview.running, any);
    const ValueMap values{
        {u"up"_s, u"../"_s},
        {u"heading"_s, Words::tr("Maintenance")},
        {u"subscribe"_s, Words::tr("Subscribe to this calendar")},
        {u"subscribeHint"_s,
         Words::tr("Calendar programs keep it up to date; changed and called-off work changes "
                   "there too.")},
        {u"hasRunning"_s, !running.empty()},
        {u"runningTitle"_s, Words::tr("Under way")},
        {u"running"_s, threadCards(running, edition)},
        {u"plannedTitle"_s, Words::tr("Coming")},
        {u"planned"_s, threadCards(overview.planned, edition)},
        {u"plannedEmpty"_s, Words::tr("No maintenance is planned.")},
        {u"grids"_s, monthGrids(edition)},
        {u"overTitle"_s, Words::tr("The last 90 days")},
        {u"threads"_s, threadRows(works(overview.over, recent), edition)},
        {u"overEmpty"_s, Words::tr("There was none.")},
        {u"historyHref"_s, u"../history/index.html"_s},
        {u"historyLink"_s, Words::tr("All history")},
    };
    return framedPage(
        edition, {u"maintenance.html"_s, Words::tr("Maintenance"), u"../"_s, Section::Maintenance},
        values);
}

} // namespace staticsite
