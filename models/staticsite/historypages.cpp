// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/frame.h"
#include "staticsite/pages.h"
#include "staticsite/sitewords.h"
#include "wording/termwords.h"

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

QString affectedWords(const Thread &thread)
{
    QStringList names;
    for (const publish::ComponentEffect &effect : thread.components)
        names.append(effect.name);
    return names.isEmpty() ? QString() : Words::tr("Affects: %1").arg(names.join(u", "_s));
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
    };
    return framedPage(
        edition, {u"history.html"_s, Words::tr("History"), u"../"_s, Section::History}, values);
}

QByteArray monthPage(const Edition &edition, const QString &month)
{
    ValueList threads;
    for (const Thread *thread : edition.months().at(month)) {
        threads.append(ValueMap{
            {u"stateClass"_s, stateClass(*thread)},
            {u"icon"_s, stateIcon(*thread)},
            {u"kind"_s, wording::words(thread->kind)},
            {u"status"_s, statusWords(*thread)},
            {u"title"_s, thread->title},
            {u"href"_s, threadPath(*thread)},
            {u"times"_s, whenWords(*thread, edition)},
            {u"affected"_s, affectedWords(*thread)},
        });
    }
    const QString heading = edition.times().month(firstOf(month));
    const ValueMap values{
        {u"heading"_s, heading},
        {u"threads"_s, threads},
        {u"allHistory"_s, Words::tr("All months")},
    };
    return framedPage(edition, {u"month.html"_s, heading, u"../"_s, Section::History}, values);
}

} // namespace staticsite
