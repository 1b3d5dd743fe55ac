// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/historystats.h"

#include "app/command/incidentjson.h"
#include "app/command/options.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "incident/statistics.h"
#include "wording/factorwords.h"
#include "wording/statwords.h"
#include "wording/termwords.h"
#include "workflow/lookback.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace app {

using namespace Qt::StringLiterals;

namespace {

QString row(const QString &figure, const QString &median, const QString &used,
            const QString &leftOut)
{
    return u"%1  %2  %3  %4"_s.arg(figure, -26).arg(median, -26).arg(used, 4).arg(leftOut);
}

QString spanText(const std::optional<base::Span> &span)
{
    return span ? wording::figureWords(timing::RoughDuration::exact(*span)) : Words::tr("open");
}

void print(const Invocation &call, const std::vector<incident::FigureRange> &figures)
{
    call.say(row(Words::tr("figure"), Words::tr("median"), Words::tr("used"),
                 Words::tr("range; left out, and why")));
    for (const incident::FigureRange &figure : figures) {
        const incident::Aggregate &aggregate = figure.aggregate;
        QStringList rest;
        if (aggregate.used > 1)
            rest += Words::tr("%1 to %2").arg(spanText(figure.least), spanText(figure.most));
        rest += wording::leftOutWords(aggregate);
        rest.removeAll(QString());
        const QString line =
            row(wording::words(aggregate.figure), wording::figureWords(aggregate.median),
                QString::number(aggregate.used), rest.join(u"; "_s));
        call.say(line.trimmed());
    }
}

QJsonObject promisesJson(const incident::Statistics &statistics)
{
    QJsonObject promises;
    for (const auto &[status, count] : statistics.promises)
        promises.insert(base::toName(status), count);
    return promises;
}

void printMonths(const Invocation &call, const incident::Statistics &statistics)
{
    if (statistics.months.empty())
        return;
    call.say(u'\n' + Words::tr("down, by month"));
    for (const incident::MonthShare &month : statistics.months)
        call.say(
            u"%1  %2  %3"_s.arg(month.month.toString(u"yyyy-MM"_s), -26)
                .arg(month.downtime.isKnown() ? wording::figureWords(month.downtime) : u"-"_s, -26)
                .arg(month.incidents, 4));
}

void printShares(const Invocation &call, const QString &heading,
                 const std::vector<incident::Share> &shares, bool causes)
{
    if (shares.empty())
        return;
    call.say(u'\n' + heading);
    for (const incident::Share &share : shares) {
        const QString name = share.name.isEmpty() ? Words::tr("not stated")
                             : causes             ? wording::factorWords(share.name)
                                                  : share.name;
        call.say(
            u"%1  %2  %3"_s.arg(name, -26)
                .arg(share.downtime.isKnown() ? wording::figureWords(share.downtime) : u"-"_s, -26)
                .arg(share.incidents, 4));
    }
}

QJsonArray sharesJson(const std::vector<incident::Share> &shares)
{
    QJsonArray all;
    for (const incident::Share &share : shares)
        all.append(QJsonObject{{u"name"_s, share.name},
                               {u"incidents"_s, share.incidents},
                               {u"downtime"_s, lengthJson(share.downtime)}});
    return all;
}

QJsonArray monthsJson(const std::vector<incident::MonthShare> &months)
{
    QJsonArray all;
    for (const incident::MonthShare &month : months)
        all.append(QJsonObject{{u"month"_s, month.month.toString(u"yyyy-MM"_s)},
                               {u"incidents"_s, month.incidents},
                               {u"downtime"_s, lengthJson(month.downtime)}});
    return all;
}

void printPromises(const Invocation &call, const incident::Statistics &statistics)
{
    if (statistics.promises.empty())
        return;
    call.say(u'\n' + Words::tr("promises"));
    for (const auto &[status, count] : statistics.promises)
        call.say(u"%1  %2"_s.arg(wording::words(status), -26).arg(count));
}

QJsonObject figuresJson(const std::vector<incident::FigureRange> &ranges)
{
    const auto seconds = [](const std::optional<base::Span> &span) {
        return span ? QJsonValue(qint64(span->count())) : QJsonValue();
    };
    QJsonObject figures;
    for (const incident::FigureRange &range : ranges) {
        const incident::Aggregate &aggregate = range.aggregate;
        QJsonObject why;
        int leftOut = 0;
        for (const auto &[reason, count] : aggregate.leftOut) {
            why.insert(base::toName(reason), count);
            leftOut += count;
        }
        figures.insert(base::toName(aggregate.figure),
                       QJsonObject{{u"median"_s, lengthJson(aggregate.median)},
                                   {u"least"_s, seconds(range.least)},
                                   {u"most"_s, seconds(range.most)},
                                   {u"used"_s, aggregate.used},
                                   {u"left_out"_s, leftOut},
                                   {u"why"_s, why}});
    }
    return figures;
}

/// Which incidents; the error says which option cannot be read.
base::Result<ledger::Filter> filterOf(const Options &options, const workflow::Desk &desk)
{
    const timing::FieldContext context{desk.zone(), desk.clock().now(), timing::Lean::Past};
    ledger::Filter filter;
    filter.component = options.get(u"component"_s);
    const auto since = timing::instantFromField(options.get(u"since"_s), context);
    if (!since)
        return base::passOn(since);
    const auto until = timing::instantFromField(options.get(u"until"_s), context);
    if (!until)
        return base::passOn(until);
    filter.from = since->lo();
    filter.to = until->hi();
    return filter;
}

} // namespace

int historyStats(Invocation &call)
{
    Options options(call, Words::tr("Medians over incidents, and what they stand on. What is not "
                                    "known is left out and counted, never taken for 0."));
    options.value(u"since"_s, Words::tr("only what lasted until then or longer"))
        .value(u"until"_s, Words::tr("only what started before then"))
        .value(u"component"_s, Words::tr("only what affected this part"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const workflow::Desk &desk = (*place)->desk();
    const auto filter = filterOf(options, desk);
    if (!filter)
        return call.fail(filter.error());
    const auto incidents = workflow::incidentsOf(desk, *filter);
    if (!incidents)
        return call.fail(incidents.error());
    const incident::Statistics statistics = incident::statisticsOf(*incidents, desk.zone());
    print(call, statistics.figures);
    printMonths(call, statistics);
    printShares(call, Words::tr("down, by part"), statistics.components, false);
    printShares(call, Words::tr("what set it off"), statistics.causes, true);
    printPromises(call, statistics);
    call.answer(QJsonObject{{u"incidents"_s, int(incidents->size())},
                            {u"figures"_s, figuresJson(statistics.figures)},
                            {u"months"_s, monthsJson(statistics.months)},
                            {u"components"_s, sharesJson(statistics.components)},
                            {u"causes"_s, sharesJson(statistics.causes)},
                            {u"promises"_s, promisesJson(statistics)}});
    return Done;
}

} // namespace app
