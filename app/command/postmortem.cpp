// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "workflow/review.h"

#include <QDir>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

int exportTo(Invocation &call)
{
    Options options(call, Words::tr("Writes the postmortem of an incident to a file."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"format"_s, Words::tr("md or html"), u"md"_s)
        .value(u"to"_s, Words::tr("file; in this folder if it is left out"));
    if (const auto over = options.read())
        return *over;
    const auto format = workflow::formatNamed(options.get(u"format"_s));
    if (!format)
        return call.usage(Words::tr("The format is md or html."));
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const auto id = (*place)->ledger().resolveId(options.argument(0));
    if (!id)
        return call.fail(id.error());
    const auto incident = (*place)->desk().load(*id);
    if (!incident)
        return call.fail(incident.error());
    const QString path = QDir::current().absoluteFilePath(
        options.has(u"to"_s) ? options.get(u"to"_s)
                             : workflow::suggestedFileName(*incident, *format));
    const base::Done done = workflow::exportPostmortem((*place)->desk(), *id, *format, path);
    if (!done)
        return call.fail(done.error());
    call.say(QDir::toNativeSeparators(path));
    call.answer(QJsonObject{{u"file"_s, path}});
    return Done;
}

int write(Invocation &call)
{
    Options options(call, Words::tr("Writes a section of the postmortem."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("section"), Words::tr("id of the section"))
        .positional(Words::tr("text…"), Words::tr("the text"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    const auto id = (*place)->ledger().resolveId(options.argument(0));
    if (!id)
        return call.fail(id.error());
    const auto sections = wording::postmortemSections();
    QStringList names;
    for (const wording::PostmortemSection &section : sections)
        names << section.id;
    if (!names.contains(options.argument(1)))
        return call.usage(Words::tr("The section is one of %1.").arg(names.join(u", "_s)));
    const auto written =
        (*place)->desk().run(*id, incident::WriteSection{options.argument(1), options.rest(2)});
    return written ? Done : call.fail(written.error());
}

constexpr SubVerb subVerbs[] = {{"export", exportTo}, {"write", write}};

} // namespace

int runPostmortem(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
