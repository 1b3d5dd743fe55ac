// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/frame.h"
#include "staticsite/pages.h"
#include "staticsite/threadrows.h"

#include <algorithm>

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::Thread;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

QDate firstOf(const QString &month)
{
    return QDate::fromString(month, u"yyyy-MM"_s);
}

QString countWords(const std::vector<const Thread *> &threads)
{
    const auto planned = int(std::ranges::count_if(
        threads, [](const Thread *thread) { return thread->isMaintenance(); }));
    const int incidents = int(threads.size()) - planned;
    QStringList parts;
    if (incidents == 1)
        parts.append(Words::tr("1 incident"));
    else if (incidents > 1)
        parts.append(Words::tr("%n incidents", nullptr, incidents));
    if (planned == 1)
        parts.append(Words::tr("1 maintenance"));
    else if (planned > 1)
        parts.append(Words::tr("%n maintenances", nullptr, planned));
    return parts.join(u", "_s);
}

} // namespace

QByteArray historyPage(const Edition &edition)
{
    // Newest first; the months of a year are together.
    ValueList years;
    QString year;
    ValueList months;
    const auto closeYear = [&] {
        if (!months.isEmpty())
            years.append(ValueMap{{u"year"_s, year}, {u"months"_s, months}});
        months.clear();
    };
    const auto &all = edition.months();
    for (auto month = all.rbegin(); month != all.rend(); ++month) {
        if (month->first.left(4) != year)
            closeYear();
        year = month->first.left(4);
        months.append(ValueMap{{u"href"_s, month->first + u".html"_s},
                               {u"month"_s, edition.times().month(firstOf(month->first))},
                               {u"counts"_s, countWords(month->second)}});
    }
    closeYear();
    const ValueMap values{
        {u"heading"_s, Words::tr("History")},
        {u"years"_s, years},
        {u"empty"_s, Words::tr("Nothing has been reported yet.")},
        {u"searchLabel"_s, Words::tr("Search all posts")},
        {u"searchIndex"_s, u"../search/index.json"_s},
        {u"searchRoot"_s, u"../"_s},
        {u"searchOne"_s, Words::tr("1 match")},
        //: %1 is a number above 1
        {u"searchMany"_s, Words::tr("%1 matches")},
        {u"searchFirst"_s, Words::tr("%1 matches; the newest %2 of them")},
        {u"searchNone"_s, Words::tr("No match. Every word has to occur in a post.")},
        {u"searchBroken"_s, Words::tr("The search cannot be loaded. The months below hold "
                                      "everything.")},
    };
    return framedPage(
        edition, {u"history.html"_s, Words::tr("History"), u"../"_s, Section::History}, values);
}

QByteArray monthPage(const Edition &edition, const QString &month)
{
    const QString heading = edition.times().month(firstOf(month));
    const ValueMap values{
        {u"heading"_s, heading},
        {u"threads"_s, threadRows(edition.months().at(month), edition)},
        {u"allHistory"_s, Words::tr("All months")},
    };
    return framedPage(edition, {u"month.html"_s, heading, u"../"_s, Section::History}, values);
}

} // namespace staticsite
