// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/componentrows.h"

#include "staticsite/daybars.h"
#include "staticsite/frame.h"
#include "staticsite/sitewords.h"

#include <algorithm>

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

/// "Trouble on 2 days. Recorded since 20 September 2026."
QString sumWords(const std::vector<Day> &days, const Edition &edition,
                 const publish::Component &component)
{
    const auto count = [&](auto wanted) {
        return int(std::ranges::count_if(days, wanted));
    };
    const int bad = count([](const Day &day) { return day.state >= DayState::Degraded; });
    const int unknown = count([](const Day &day) { return day.state == DayState::NotRecorded; });
    QStringList words;
    if (bad == 1)
        words.append(Words::tr("Trouble on 1 day."));
    else if (bad > 1)
        words.append(Words::tr("Trouble on %n days.", nullptr, bad));
    else if (unknown < int(days.size()))
        words.append(Words::tr("No trouble reported."));
    const auto since = component.since ? component.since : edition.page().since;
    if (unknown > 0 && since) {
        words.append(Words::tr("Recorded since %1.")
                         .arg(edition.timesAmongWords().date(edition.times().day(*since))));
    } else if (unknown > 0) {
        words.append(Words::tr("The other days are not recorded."));
    }
    return words.join(u' ');
}

} // namespace

std::vector<Day> shownDaysOf(const publish::Component &component, const Edition &edition)
{
    const auto since = component.since ? component.since : edition.page().since;
    return daysOf(edition.trouble().of(component.name), since, edition.times().day(edition.now()),
                  shownDays, edition.times());
}

ValueMap componentRow(const publish::ComponentNow &now, const Edition &edition)
{
    const Times &times = edition.times();
    const publish::Component &component = now.component;
    const auto days = shownDaysOf(component, edition);
    const QString sum = sumWords(days, edition, component);
    return ValueMap{
        {u"name"_s, component.name},
        {u"href"_s, componentPath(component.name)},
        {u"description"_s, component.description},
        {u"stateClass"_s, stateClass(now.state)},
        {u"icon"_s, stateIcon(now.state)},
        {u"state"_s, stateWords(now.state)},
        {u"bars"_s, dayBars(days, edition, Words::tr("The last 90 days. %1").arg(sum))},
        {u"firstDay"_s, times.date(days.front().date)},
        {u"today"_s, times.date(days.back().date)},
        {u"sum"_s, sum},
    };
}

ValueList barLegend()
{
    ValueList rows;
    for (const DayState state :
         {DayState::Quiet, DayState::Maintenance, DayState::Degraded, DayState::PartialOutage,
          DayState::MajorOutage, DayState::NotRecorded})
        rows.append(ValueMap{{u"swatch"_s, daySwatch(state)}, {u"label"_s, dayWords(state)}});
    return rows;
}

} // namespace staticsite
