// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/historystats.h"
#include "app/command/historyteach.h"
#include "app/command/incidentjson.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "base/commalist.h"
#include "wording/termwords.h"
#include "wording/timewords.h"
#include "workflow/historytable.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace app {

using namespace Qt::StringLiterals;

namespace {

int print(const Invocation &call, const workflow::Desk &desk, const ledger::Filter &filter,
          const QString &text)
{
    const auto hits = desk.find(filter, text);
    if (!hits)
        return call.fail(hits.error());
    QJsonArray answer;
    const wording::Reader reader{desk.zone(), {}};
    for (const ledger::Hit &hit : *hits) {
        const ledger::Summary &summary = hit.summary;
        const QString when = wording::timeWords(summary.started, reader, wording::TimeForm::Plain);
        call.say(u"%1  %2  %3  %4"_s.arg(summary.ref, -14)
                     .arg(wording::words(summary.state), -12)
                     .arg(summary.title, when));
        if (!hit.snippet.isEmpty())
            call.say(u"    "_s + hit.snippet);
        QJsonObject entry = toJson(summary);
        entry.insert(u"snippet"_s, hit.snippet);
        answer.append(entry);
    }
    if (hits->empty())
        call.say(Words::tr("Nothing found."));
    call.answer(answer);
    return Done;
}

/// Prints the list for a spreadsheet.
int printCsv(const Invocation &call, const workflow::Desk &desk, const ledger::Filter &filter,
             const QString &text)
{
    const auto hits = desk.find(filter, text);
    if (!hits)
        return call.fail(hits.error());
    std::fputs(workflow::toCsv(*hits).constData(), stdout);
    return Done;
}

/// Which incidents, as `list` and `search` take it alike.
void addFilters(Options &options)
{
    options.value(u"kind"_s, base::namesOf<incident::Kind>())
        .value(u"state"_s,
               Words::tr("one or more, with commas: %1").arg(base::namesOf<incident::State>()))
        .value(u"part"_s, Words::tr("only those that affected this part"))
        .value(u"from"_s, Words::tr("only those that lasted until then or longer"))
        .value(u"to"_s, Words::tr("only those that started before then"))
        .flag(u"open"_s, Words::tr("only those that are open"))
        .flag(u"csv"_s, Words::tr("as CSV, for a spreadsheet"));
}

base::Result<std::vector<incident::State>> statesOf(const Options &options)
{
    std::vector<incident::State> states;
    for (const QString &name : base::commaList(options.get(u"state"_s))) {
        const auto state = base::fromName<incident::State>(name);
        if (!state) {
            return base::fail(
                base::ErrorKind::Input,
                Words::tr("The state is one of %1.").arg(base::namesOf<incident::State>()));
        }
        states.push_back(*state);
    }
    return states;
}

/// What can be read without knowing the zone of the user. Errors: Input.
base::Result<ledger::Filter> namedFilter(const Options &options)
{
    ledger::Filter filter;
    filter.openOnly = options.has(u"open"_s);
    filter.component = options.get(u"part"_s);
    if (options.has(u"kind"_s)) {
        const auto kind =
            options.choice<incident::Kind>(u"kind"_s, Words::tr("The kind is one of %1."));
        if (!kind)
            return base::passOn(kind);
        filter.kind = *kind;
    }
    const auto states = statesOf(options);
    if (!states)
        return base::passOn(states);
    filter.states = *states;
    return filter;
}

int show(const Invocation &call, const Options &options, const QString &text)
{
    auto filter = namedFilter(options);
    if (!filter)
        return call.usage(filter.error().text);
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const workflow::Desk &desk = (*place)->desk();
    const timing::FieldContext context{desk.zone(), desk.clock().now(), timing::Lean::Past};
    const auto from = timing::instantFromField(options.get(u"from"_s), context);
    if (!from)
        return call.fail(from.error());
    const auto to = timing::instantFromField(options.get(u"to"_s), context);
    if (!to)
        return call.fail(to.error());
    filter->from = from->lo();
    filter->to = to->hi();
    return options.has(u"csv"_s) ? printCsv(call, desk, *filter, text)
                                 : print(call, desk, *filter, text);
}

int list(Invocation &call)
{
    Options options(call, Words::tr("Lists incidents, the newest first."));
    addFilters(options);
    if (const auto over = options.read())
        return *over;
    return show(call, options, {});
}

int search(Invocation &call)
{
    Options options(call, Words::tr("Searches titles, posts, notes, causes and postmortems."));
    options.positional(Words::tr("words…"), Words::tr("all of them must occur"));
    addFilters(options);
    if (const auto over = options.read())
        return *over;
    if (options.rest(0).isEmpty())
        return call.usage(Words::tr("Say what to search for."));
    return show(call, options, options.rest(0));
}

constexpr SubVerb subVerbs[] = {{"list", list},
                                {"search", search},
                                {"stats", historyStats},
                                {"similar", historySimilar},
                                {"export", historyExport}};

} // namespace

int runHistory(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
