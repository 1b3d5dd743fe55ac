// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/componentrows.h"
#include "staticsite/frame.h"
#include "staticsite/pages.h"
#include "staticsite/sitewords.h"
#include "staticsite/threadrows.h"

#include <algorithm>

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::Thread;

namespace {

/// The page stays small; what is older stands in the history.
constexpr size_t shownThreads = 50;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

/// The bars in words: every day that was not quiet.
ValueList dayRows(const publish::Component &component, const Edition &edition)
{
    ValueList rows;
    const std::vector<Day> days = shownDaysOf(component, edition);
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        if (day->state <= DayState::NotRecorded)
            continue;
        rows.append(ValueMap{{u"day"_s, edition.times().date(day->date)},
                             {u"state"_s, dayWords(day->state)},
                             {u"titles"_s, day->titles.join(u"; "_s)}});
    }
    return rows;
}

} // namespace

QByteArray componentPage(const Edition &edition, const publish::ComponentNow &now)
{
    const QString &name = now.component.name;
    std::vector<const Thread *> threads = edition.threadsOf(name);
    const bool all = threads.size() <= shownThreads;
    threads.resize(std::min(threads.size(), shownThreads));
    const ValueList days = dayRows(now.component, edition);
    ValueMap values = componentRow(now, edition);
    values.insert({
        {u"legendTitle"_s, Words::tr("What the bars mean")},
        {u"legend"_s, barLegend()},
        {u"daysTitle"_s, Words::tr("Day by day")},
        {u"dayLabel"_s, Words::tr("Day")},
        {u"stateLabel"_s, Words::tr("Worst state")},
        {u"titlesLabel"_s, Words::tr("What happened")},
        {u"hasDays"_s, !days.isEmpty()},
        {u"days"_s, days},
        {u"threadsTitle"_s, Words::tr("Incidents and maintenance")},
        {u"threads"_s, threadRows(threads, edition)},
        {u"empty"_s, Words::tr("Nothing has been reported yet.")},
        {u"historyHref"_s, u"../history/index.html"_s},
        {u"historyLink"_s,
         all ? Words::tr("All history") : Words::tr("Older ones are in the history")},
    });
    return framedPage(edition, {u"component.html"_s, name, u"../"_s, Section::None}, values);
}

} // namespace staticsite
