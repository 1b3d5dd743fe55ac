// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/componentrows.h"
#include "staticsite/frame.h"
#include "staticsite/pages.h"
#include "staticsite/sitewords.h"
#include "staticsite/threadcards.h"

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using publish::Thread;

namespace {

constexpr auto recentSpan = std::chrono::days(14);

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

ValueList componentsOf(const Edition &edition)
{
    ValueList components;
    for (const publish::ComponentNow &component : edition.overview().components)
        components.append(componentRow(component, edition));
    return components;
}

ValueList recentOf(const Edition &edition)
{
    ValueList rows;
    for (const Thread *thread : edition.overview().over) {
        if (thread->changedAt() < edition.now() - recentSpan)
            continue;
        rows.append(ValueMap{
            {u"href"_s, threadPath(*thread)},
            {u"title"_s, thread->title},
            {u"status"_s, capitalised(statusWords(*thread))},
            {u"times"_s, whenLine(*thread, edition)},
        });
    }
    return rows;
}

} // namespace

QByteArray indexPage(const Edition &edition)
{
    const publish::Overview &overview = edition.overview();
    const ValueMap values{
        {u"stateClass"_s, stateClass(overview.worst)},
        {u"icon"_s, stateIcon(overview.worst)},
        {u"headline"_s, headline(overview)},
        {u"asOf"_s, Words::tr("As of")},
        {u"asOfTime"_s, edition.timesAmongWords().momentMarkup(edition.now())},
        {u"showsMore"_s, true},
        {u"hasRunning"_s, !overview.running.empty()},
        {u"runningTitle"_s, Words::tr("Happening now")},
        {u"running"_s, threadCards(overview.running, edition)},
        {u"hasPlanned"_s, !overview.planned.empty()},
        {u"plannedTitle"_s, Words::tr("Planned maintenance")},
        {u"planned"_s, threadCards(overview.planned, edition)},
        {u"allPlanned"_s, Words::tr("Maintenance calendar")},
        {u"hasComponents"_s, !overview.components.empty()},
        {u"componentsTitle"_s, Words::tr("Components")},
        {u"components"_s, componentsOf(edition)},
        {u"legendTitle"_s, Words::tr("What the bars mean")},
        {u"legend"_s, barLegend()},
        {u"recentTitle"_s, Words::tr("The last 14 days")},
        {u"recent"_s, recentOf(edition)},
        {u"recentEmpty"_s, Words::tr("Nothing else was reported.")},
        {u"allHistory"_s, Words::tr("All history")},
    };
    return framedPage(edition, {u"index.html"_s, headline(overview), QString(), Section::Now},
                      values);
}

} // namespace staticsite
