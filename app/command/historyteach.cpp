// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/historyteach.h"

#include "app/command/incidentjson.h"
#include "app/command/namedincident.h"
#include "app/command/options.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "base/text.h"
#include "workflow/exchange.h"
#include "workflow/lookalikes.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

int historySimilar(Invocation &call)
{
    Options options(call, Words::tr("Earlier incidents that look like this one, and what ended "
                                    "them."));
    options.positional(Words::tr("incident"), Words::tr("its reference"));
    if (const auto over = options.read())
        return *over;
    const auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    const auto incident = named->load();
    if (!incident)
        return call.fail(incident.error());
    const auto found = workflow::lookalikesOf(named->place->ledger(), *incident);
    if (!found)
        return call.fail(found.error());
    QJsonArray answer;
    for (const workflow::Lookalike &lookalike : *found) {
        call.say(u"%1  %2  (%3)"_s.arg(lookalike.summary.ref, -14)
                     .arg(lookalike.summary.title, lookalike.because.join(u", "_s)));
        if (!lookalike.fixedBy.isEmpty())
            call.say(u"    "_s + lookalike.fixedBy);
        QJsonObject entry = toJson(lookalike.summary);
        entry.insert(u"score"_s, lookalike.score);
        entry.insert(u"because"_s, QJsonArray::fromStringList(lookalike.because));
        entry.insert(u"fixed_by"_s, lookalike.fixedBy);
        answer.append(entry);
    }
    if (found->empty())
        call.say(Words::tr("Nothing like it is known."));
    call.answer(answer);
    return Done;
}

int historyExport(Invocation &call)
{
    Options options(call, Words::tr("Writes an incident with all its events to one file that "
                                    "another console takes in."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"to"_s, Words::tr("file; in this folder if it is left out"));
    if (const auto over = options.read())
        return *over;
    const auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    workflow::Desk &desk = named->desk();
    const auto incident = named->load();
    if (!incident)
        return call.fail(incident.error());
    const QString path = QDir::current().absoluteFilePath(
        options.has(u"to"_s) ? options.get(u"to"_s)
                             : u"incident-%1.json"_s.arg(base::slug(incident->ref)));
    const base::Done written =
        workflow::writeIncident(call.dataDir(), desk.clock(), named->id, path);
    if (!written)
        return call.fail(written.error());
    call.say(QDir::toNativeSeparators(path));
    call.answer(QJsonObject{{u"file"_s, path}});
    return Done;
}

int importIncidentFile(Invocation &call)
{
    Options options(call, Words::tr("Takes in an incident that another console has exported."));
    options.positional(Words::tr("file"), Words::tr("from “history export”"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    workflow::Desk &desk = (*place)->desk();
    const auto taken = workflow::takeIncident(call.dataDir(), desk.clock(), options.argument(0));
    if (!taken)
        return call.fail(taken.error());
    const auto incident = desk.load(taken->incident);
    if (!incident)
        return call.fail(incident.error());
    call.say(taken->added == 0
                 ? Words::tr("%1 is known here already; nothing was added.").arg(incident->ref)
                 : Words::tr("%1  %2 (events added: %3)")
                       .arg(incident->ref, incident->title)
                       .arg(taken->added));
    call.answer(QJsonObject{
        {u"id"_s, incident->id}, {u"ref"_s, incident->ref}, {u"added"_s, taken->added}});
    return Done;
}

} // namespace app
