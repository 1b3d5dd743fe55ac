// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/historystats.h"

#include "app/command/incidentjson.h"
#include "app/command/options.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "wording/statwords.h"
#include "workflow/lookback.h"

#include <QCoreApplication>

namespace app {

using namespace Qt::StringLiterals;

namespace {

QString row(const QString &figure, const QString &median, const QString &used,
            const QString &leftOut)
{
    return u"%1  %2  %3  %4"_s.arg(figure, -26).arg(median, -26).arg(used, 4).arg(leftOut);
}

void print(const Invocation &call, const std::vector<incident::Aggregate> &aggregates)
{
    call.say(row(Words::tr("figure"), Words::tr("median"), Words::tr("used"),
                 Words::tr("left out, and why")));
    for (const incident::Aggregate &aggregate : aggregates) {
        const QString line =
            row(wording::words(aggregate.figure), wording::figureWords(aggregate.median),
                QString::number(aggregate.used), wording::leftOutWords(aggregate));
        call.say(line.trimmed());
    }
}

QJsonObject figuresJson(const std::vector<incident::Aggregate> &aggregates)
{
    QJsonObject figures;
    for (const incident::Aggregate &aggregate : aggregates) {
        QJsonObject why;
        int leftOut = 0;
        for (const auto &[reason, count] : aggregate.leftOut) {
            why.insert(base::toName(reason), count);
            leftOut += count;
        }
        figures.insert(base::toName(aggregate.figure),
                       QJsonObject{{u"median"_s, lengthJson(aggregate.median)},
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
    const auto aggregates = incident::aggregateAll(*incidents);
    print(call, aggregates);
    call.answer(QJsonObject{{u"incidents"_s, int(incidents->size())},
                            {u"figures"_s, figuresJson(aggregates)}});
    return Done;
}

} // namespace app
