// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/awaited.h"
#include "app/command/namedincident.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "lint/blameless.h"
#include "ui/document/postmortemdocument.h"
#include "workflow/postmortemplaces.h"
#include "workflow/review.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

/// Opens the folder, finds the incident that the first argument names, and lets `act` do the rest.
template <class Act>
int withIncident(Invocation &call, const Options &options, Act act)
{
    const auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    const auto incident = named->load();
    return incident ? act(*named->place, *incident) : call.fail(incident.error());
}

int exportTo(Invocation &call)
{
    Options options(call, Words::tr("Writes the postmortem of an incident to a file."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"format"_s, Words::tr("md, html or pdf"), u"md"_s)
        .value(u"to"_s, Words::tr("file; in this folder if it is left out"));
    if (const auto over = options.read())
        return *over;
    const auto format = workflow::formatNamed(options.get(u"format"_s));
    if (!format)
        return call.usage(Words::tr("The format is md, html or pdf."));
    return withIncident(call, options, [&](Workplace &place, const incident::Incident &incident) {
        const QString path = QDir::current().absoluteFilePath(
            options.has(u"to"_s) ? options.get(u"to"_s)
                                 : workflow::suggestedFileName(incident, *format));
        const base::Done done =
            workflow::exportPostmortem(place.desk(), incident.id, *format, path, ui::postmortemPdf);
        if (!done)
            return call.fail(done.error());
        call.say(QDir::toNativeSeparators(path));
        call.answer(QJsonObject{{u"file"_s, path}});
        return int(Done);
    });
}

int write(Invocation &call)
{
    Options options(call, Words::tr("Writes a section of the postmortem."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("section"), Words::tr("id of the section"))
        .positional(Words::tr("text…"), Words::tr("the text"));
    if (const auto over = options.read())
        return *over;
    QStringList names;
    for (const wording::PostmortemSection &section : wording::postmortemSections())
        names << section.id;
    if (!names.contains(options.argument(1)))
        return call.usage(Words::tr("The section is one of %1.").arg(names.join(u", "_s)));
    return withIncident(call, options, [&](Workplace &place, const incident::Incident &incident) {
        const auto written = place.desk().run(
            incident.id, incident::WriteSection{options.argument(1), options.rest(2)});
        return written ? int(Done) : call.fail(written.error());
    });
}

int review(Invocation &call)
{
    Options options(call, Words::tr("Says how far the postmortem has come."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("state"), base::namesOf<wording::ReviewState>());
    if (const auto over = options.read())
        return *over;
    const auto state = base::fromName<wording::ReviewState>(options.argument(1));
    if (!state) {
        return call.usage(
            Words::tr("The state is one of %1.").arg(base::namesOf<wording::ReviewState>()));
    }
    return withIncident(call, options, [&](Workplace &place, const incident::Incident &incident) {
        const auto done = workflow::setReview(place.desk(), incident.id, *state);
        return done ? int(Done) : call.fail(done.error());
    });
}

/// What is still to be written, and what could be said without looking for somebody to blame.
int check(Invocation &call)
{
    Options options(call, Words::tr("Lists what is still to be written, and words that name a "
                                    "person where the circumstances would teach more."));
    options.positional(Words::tr("incident"), Words::tr("its reference"));
    if (const auto over = options.read())
        return *over;
    return withIncident(call, options, [&](Workplace &, const incident::Incident &incident) {
        QJsonArray missing;
        QJsonArray hints;
        for (const wording::PostmortemSection &section : wording::postmortemSections()) {
            const auto written = incident.sections.find(section.id);
            const QString text = written == incident.sections.end() ? QString() : written->second;
            if (text.trimmed().isEmpty()) {
                call.say(Words::tr("%1: not written yet. %2").arg(section.id, section.hint));
                missing.append(section.id);
            }
            for (const lint::BlamelessHint &hint : lint::blamelessHints(text)) {
                const QString words = text.mid(hint.start, hint.length);
                call.say(u"%1: “%2”. %3"_s.arg(section.id, words, hint.sentence));
                hints.append(QJsonObject{{u"section"_s, section.id},
                                         {u"start"_s, hint.start},
                                         {u"words"_s, words},
                                         {u"sentence"_s, hint.sentence}});
            }
        }
        if (missing.isEmpty() && hints.isEmpty())
            call.say(Words::tr("All sections are written."));
        call.answer(QJsonObject{{u"missing"_s, missing}, {u"hints"_s, hints}});
        return int(Done);
    });
}

int draftPost(Invocation &call)
{
    Options options(call, Words::tr("Makes the summary, the impact and the changes the draft of "
                                    "the next post. “post publish” sends it."));
    options.positional(Words::tr("incident"), Words::tr("its reference"));
    if (const auto over = options.read())
        return *over;
    return withIncident(call, options, [&](Workplace &place, const incident::Incident &incident) {
        const auto post = workflow::postOf(incident);
        if (!post)
            return call.fail(post.error());
        workflow::Compose &compose = place.compose();
        compose.setIncident(incident.id);
        compose.setText(post->title, post->body);
        if (const base::Done saved = compose.save(); !saved)
            return call.fail(saved.error());
        call.say(post->title + u"\n\n"_s + post->body);
        call.answer(QJsonObject{{u"title"_s, post->title}, {u"body"_s, post->body}});
        return int(Done);
    });
}

/// Beside the updates of a place that keeps postmortems.
int publishTo(Invocation &call)
{
    Options options(call, Words::tr("Puts the summary, the impact and the changes where a place "
                                    "keeps postmortems. For other places: “postmortem draft”."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"to"_s, Words::tr("place, as “target list” names it"))
        .flag(u"notify"_s, Words::tr("tell its subscribers"))
        .flag(u"take-back"_s, Words::tr("readers are not to find it any more"));
    if (const auto over = options.read())
        return *over;
    if (!options.has(u"to"_s))
        return call.usage(Words::tr("Say where: --to PLACE."));
    return withIncident(call, options, [&](Workplace &place, const incident::Incident &incident) {
        publish::PostmortemText text;
        if (!options.has(u"take-back"_s)) {
            const auto post = workflow::postOf(incident);
            if (!post)
                return call.fail(post.error());
            text = {post->body, options.has(u"notify"_s)};
        }
        const base::Done done = awaited(workflow::putPostmortem(
            place.desk(), place.publishing(), incident, options.get(u"to"_s), text));
        if (!done)
            return call.fail(done.error());
        call.say(text.body.isEmpty() ? Words::tr("Taken away.")
                                     : Words::tr("It stands there now."));
        call.answer(QJsonObject{{u"place"_s, options.get(u"to"_s)}, {u"body"_s, text.body}});
        return int(Done);
    });
}

constexpr SubVerb subVerbs[] = {{"export", exportTo}, {"publish", publishTo}, {"write", write},
                                {"check", check},     {"review", review},     {"draft", draftPost}};

} // namespace

int runPostmortem(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
