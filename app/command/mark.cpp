// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/marks.h"

#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "timing/fieldtext.h"
#include "timing/zone.h"

#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHours = 24 * 366;

QJsonObject toJson(const marks::Mark &mark)
{
    return {{u"at"_s, timing::isoUtc(mark.at)}, {u"text"_s, mark.text}, {u"origin"_s, mark.origin}};
}

} // namespace

int runMark(Invocation &call)
{
    Options options(call, Words::tr("Marks that something was changed, for the charts."));
    options.positional(Words::tr("text"), Words::tr("deployed 4f2a"))
        .value(u"at"_s, Words::tr("when, if not now: 16:08, 10 min ago"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const workflow::Desk &desk = (*place)->desk();
    const timing::FieldContext context{desk.zone(), desk.clock().now(), timing::Lean::Past};
    const auto at = timing::instantFromField(options.get(u"at"_s), context);
    if (!at)
        return call.fail(at.error());
    workflow::Marks &marks = (*place)->marks();
    if (const base::Done added = marks.add(options.argument(0), at->middle()); !added)
        return call.fail(added.error());
    call.say(Words::tr("Marked."));
    call.answer(QJsonObject{{u"marked"_s, options.argument(0)}});
    return Done;
}

int runChanges(Invocation &call)
{
    Options options(call, Words::tr("What was changed lately, newest first."));
    options.value(u"hours"_s, Words::tr("how far back"), u"2"_s);
    if (const auto over = options.read())
        return *over;
    bool isNumber = false;
    const int hours = options.get(u"hours"_s).toInt(&isNumber);
    if (!isNumber || hours < 1 || hours > mostHours)
        return call.usage(Words::tr("The hours are a whole number, 1 or more."));
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    workflow::Marks &marks = (*place)->marks();
    marks.look();
    const workflow::Desk &desk = (*place)->desk();
    auto changes = marks.since(desk.clock().now() - std::chrono::hours(hours));
    std::ranges::reverse(changes);
    QJsonArray all;
    for (const marks::Mark &mark : changes) {
        const QDateTime at = timing::toLocal(mark.at, desk.zone());
        call.say(u"%1  %2  (%3)"_s.arg(at.toString(u"yyyy-MM-dd HH:mm"_s), mark.text, mark.origin));
        all.append(toJson(mark));
    }
    if (changes.empty())
        call.say(Words::tr("Nothing that we know of."));
    call.answer(all);
    return Done;
}

} // namespace app
