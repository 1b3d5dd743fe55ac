// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/daybars.h"
#include "staticsite/frame.h"
#include "staticsite/pages.h"
#include "staticsite/sitewords.h"
#include "timing/arithmetic.h"
#include "wording/timewords.h"

#include <algorithm>

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using publish::Thread;
using publish::Update;

namespace {

constexpr int shownDays = 90;
constexpr auto recentSpan = std::chrono::days(14);

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

/// "Update 2 · 22 November 2026, 16:24 GMT"
Markup updatedMarkup(const Update &update, const Edition &edition)
{
    Markup words = Markup::escaped(Words::tr("Update %1 · ").arg(update.number));
    words += edition.times().momentMarkup(update.publishedAt);
    if (!update.edits.empty()) {
        words += Markup::escaped(Words::tr(", edited "));
        words += edition.times().momentMarkup(update.edits.back().at);
    }
    return words;
}

Value cardOf(const Thread &thread, const Edition &edition)
{
    const Update &newest = thread.updates.back();
    const bool more = thread.updates.size() > 1;
    return ValueMap{
        {u"stateClass"_s, stateClass(thread)},
        {u"icon"_s, stateIcon(thread)},
        {u"status"_s, statusWords(thread)},
        {u"href"_s, threadPath(thread)},
        {u"title"_s, thread.title},
        {u"times"_s, whenWords(thread, edition)},
        {u"body"_s, bodyMarkup(newest.body)},
        {u"updated"_s, updatedMarkup(newest, edition)},
        {u"next"_s, nextUpdateWords(newest, edition)},
        {u"more"_s, more ? Words::tr("All %n updates", nullptr, int(thread.updates.size()))
                         : Words::tr("Details")},
    };
}

ValueList cardsOf(const std::vector<const Thread *> &threads, const Edition &edition)
{
    ValueList cards;
    for (const Thread *thread : threads)
        cards.append(cardOf(*thread, edition));
    return cards;
}

/// "Trouble on 2 of these days, between 33 and 35 minutes in all."
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
        words.append(
            Words::tr("Recorded since %1.").arg(edition.times().date(edition.times().day(*since))));
    } else if (unknown > 0) {
        words.append(Words::tr("The other days are not recorded."));
    }
    return words.join(u' ');
}

Value componentOf(const publish::ComponentNow &now, const Edition &edition)
{
    const Times &times = edition.times();
    const publish::Component &component = now.component;
    const auto since = component.since ? component.since : edition.page().since;
    const auto days = daysOf(edition.trouble().of(component.name), since, times.day(edition.now()),
                             shownDays, times);
    const QString sum = sumWords(days, edition, component);
    return ValueMap{
        {u"name"_s, component.name},
        {u"description"_s, component.description},
        {u"stateClass"_s, stateClass(now.state)},
        {u"icon"_s, stateIcon(now.state)},
        {u"state"_s, stateWords(now.state)},
        {u"bars"_s, dayBars(days, times, Words::tr("The last 90 days. %1").arg(sum))},
        {u"firstDay"_s, times.date(days.front().date)},
        {u"today"_s, times.date(days.back().date)},
        {u"sum"_s, sum},
    };
}

ValueList componentsOf(const Edition &edition)
{
    ValueList components;
    for (const publish::ComponentNow &component : edition.overview().components)
        components.append(componentOf(component, edition));
    return components;
}

ValueList legend()
{
    ValueList rows;
    for (const DayState state :
         {DayState::Quiet, DayState::Maintenance, DayState::Degraded, DayState::PartialOutage,
          DayState::MajorOutage, DayState::NotRecorded})
        rows.append(ValueMap{{u"swatch"_s, daySwatch(state)}, {u"label"_s, dayWords(state)}});
    return rows;
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
            {u"status"_s, statusWords(*thread)},
            {u"times"_s, whenWords(*thread, edition)},
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
        {u"asOfTime"_s, edition.times().momentMarkup(edition.now())},
        {u"hasRunning"_s, !overview.running.empty()},
        {u"runningTitle"_s, Words::tr("Happening now")},
        {u"running"_s, cardsOf(overview.running, edition)},
        {u"hasPlanned"_s, !overview.planned.empty()},
        {u"plannedTitle"_s, Words::tr("Planned maintenance")},
        {u"planned"_s, cardsOf(overview.planned, edition)},
        {u"hasComponents"_s, !overview.components.empty()},
        {u"componentsTitle"_s, Words::tr("Components")},
        {u"components"_s, componentsOf(edition)},
        {u"legendTitle"_s, Words::tr("What the bars mean")},
        {u"legend"_s, legend()},
        {u"recentTitle"_s, Words::tr("The last 14 days")},
        {u"recent"_s, recentOf(edition)},
        {u"recentEmpty"_s, Words::tr("Nothing else was reported.")},
        {u"allHistory"_s, Words::tr("All history")},
    };
    return framedPage(edition, {u"index.html"_s, headline(overview), QString(), Section::Now},
                      values);
}

} // namespace staticsite
