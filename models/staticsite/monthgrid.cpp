// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/monthgrid.h"

#include <map>

#include <QStringList>

namespace staticsite {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using publish::Thread;

namespace {

constexpr int monthsAhead = 11;
constexpr int daysInWeek = 7;

using Work = std::map<QDate, std::vector<const Thread *>>;

void add(Work &work, const Thread &thread, const Edition &edition)
{
    const auto span = publish::plannedSpan(thread.planned);
    if (!span || thread.cancelled)
        return;
    // Work that ends at midnight does not take up the next day.
    const base::Instant last = std::max(span->from, span->until.value_or(span->from) - 1s);
    const QDate end = std::min(edition.times().day(last),
                               edition.times().day(edition.now()).addMonths(monthsAhead + 1));
    for (QDate day = edition.times().day(span->from); day <= end; day = day.addDays(1))
        work[day].push_back(&thread);
}

Work workOf(const Edition &edition)
{
    Work work;
    for (const auto *threads : {&edition.overview().running, &edition.overview().planned}) {
        for (const Thread *thread : *threads) {
            if (thread->isMaintenance())
                add(work, *thread, edition);
        }
    }
    return work;
}

ValueList headOf(const Times &times)
{
    ValueList names;
    for (int i = 0; i < daysInWeek; ++i) {
        const int day = (times.firstWeekday() - 1 + i) % daysInWeek + 1;
        names.append(
            ValueMap{{u"name"_s, times.weekday(day)}, {u"short"_s, times.shortWeekday(day)}});
    }
    return names;
}

Value cellOf(QDate day, const Work &work, const Edition &edition)
{
    ValueMap cell{{u"number"_s, QString::number(day.day())},
                  {u"today"_s, day == edition.times().day(edition.now())}};
    const auto found = work.find(day);
    if (found == work.end())
        return cell;
    QStringList titles;
    for (const Thread *thread : found->second)
        titles.append(thread->title);
    cell.insert(u"href"_s, threadPath(*found->second.front()));
    cell.insert(u"what"_s, u"%1: %2"_s.arg(edition.times().date(day), titles.join(u"; "_s)));
    return cell;
}

Value gridOf(QDate month, const Work &work, const Edition &edition)
{
    const int lead = (month.dayOfWeek() - edition.times().firstWeekday() + daysInWeek) % daysInWeek;
    ValueList weeks;
    ValueList week;
    for (int i = 0; i < lead; ++i)
        week.append(ValueMap{});
    const auto close = [&] {
        weeks.append(ValueMap{{u"days"_s, week}});
        week.clear();
    };
    for (QDate day = month; day.month() == month.month(); day = day.addDays(1)) {
        week.append(cellOf(day, work, edition));
        if (week.size() == daysInWeek)
            close();
    }
    while (!week.isEmpty() && week.size() < daysInWeek)
        week.append(ValueMap{});
    if (!week.isEmpty())
        close();
    return ValueMap{{u"month"_s, edition.times().month(month)}, {u"weeks"_s, weeks}};
}

} // namespace

ValueList monthGrids(const Edition &edition)
{
    const Work work = workOf(edition);
    const QDate today = edition.times().day(edition.now());
    const QDate first(today.year(), today.month(), 1);
    ValueList grids;
    for (int ahead = 0; ahead <= monthsAhead; ++ahead) {
        const QDate month = first.addMonths(ahead);
        const auto begun = work.lower_bound(month);
        if (ahead == 0 || (begun != work.end() && begun->first < month.addMonths(1)))
            grids.append(gridOf(month, work, edition));
    }
    const ValueList head = headOf(edition.times());
    for (Value &grid : grids) {
        ValueMap map = *grid.map();
        map.insert(u"head"_s, head);
        grid = map;
    }
    return grids;
}

} // namespace staticsite
