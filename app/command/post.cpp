// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/drain.h"
#include "app/command/namedincident.h"
#include "app/command/options.h"
#include "app/command/postlint.h"
#include "app/command/postpromises.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "base/commalist.h"
#include "wording/termwords.h"
#include "workflow/going.h"
#include "workflow/preflight.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestBody = 100'000;

base::Result<QString> textFrom(const QString &path)
{
    QFile file(path);
    const bool opened =
        path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("The text cannot be read from %1. Check its name.").arg(path));
    }
    const QByteArray bytes = file.read(longestBody + 1);
    if (bytes.size() > longestBody) {
        return base::fail(
            base::ErrorKind::Input,
            Words::tr("The text is longer than a post can be (%1 bytes).").arg(longestBody));
    }
    return QString::fromUtf8(bytes).trimmed();
}

void addDraftOptions(Options &options)
{
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"status"_s, base::namesOf<incident::PublicStatus>())
        .value(u"title"_s, Words::tr("title; from the facts if it is left out"))
        .value(u"text"_s, Words::tr("file with the text, or - for standard input"))
        .value(u"expect"_s, Words::tr("how long it will still take: no more than 30 min"))
        .value(u"next-update"_s,
               Words::tr("by when the next update comes: 16:45; “none” for none"));
    addPromiseOptions(options);
}

/// Puts what the options say into the draft.
base::Done fill(workflow::Compose &compose, const Options &options)
{
    if (options.has(u"status"_s)) {
        const auto status = options.choice<incident::PublicStatus>(
            u"status"_s, Words::tr("The status is one of %1."));
        if (!status)
            return tl::make_unexpected(status.error());
        compose.setStatus(*status);
    }
    if (options.has(u"expect"_s))
        compose.setEstimate(options.get(u"expect"_s));
    if (options.has(u"next-update"_s)) {
        const QString next = options.get(u"next-update"_s);
        compose.setNextUpdate(next == u"none" ? QString() : next);
    }
    if (options.has(u"title"_s))
        compose.setTitle(options.get(u"title"_s));
    if (options.has(u"text"_s)) {
        const auto text = textFrom(options.get(u"text"_s));
        if (!text)
            return base::passOn(text);
        compose.setBody(*text);
    }
    return choosePromises(compose, options);
}

QJsonObject draftJson(const incident::PostRevision &revision)
{
    return {{u"status"_s, base::toName(revision.status)},
            {u"title"_s, revision.title},
            {u"body"_s, revision.body},
            {u"targets"_s, QJsonArray::fromStringList(revision.targets)}};
}

/// Opens the folder, finds the incident, fills its draft, and lets `act` do the rest.
template <class Act>
int withDraft(Invocation &call, Options &options, Act act)
{
    addDraftOptions(options);
    if (const auto over = options.read())
        return *over;
    const auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    workflow::Compose &compose = named->place->compose();
    compose.setIncident(named->id);
    if (const base::Done filled = fill(compose, options); !filled) {
        compose.discardChanges();
        return call.fail(filled.error());
    }
    return act(*named->place, compose);
}

int show(const Invocation &call, const workflow::Compose &compose)
{
    const auto revision = compose.revision();
    if (!revision)
        return call.fail(revision.error());
    call.say(
        u"[%1] %2\n\n%3"_s.arg(wording::words(revision->status), revision->title, revision->body));
    QJsonObject answer = draftJson(*revision);
    answer.insert(u"promises"_s, showPromises(call, compose));
    if (const QString problem = compose.templateProblem(); !problem.isEmpty()) {
        call.say(u'\n' + problem);
        answer.insert(u"notice"_s, problem);
    }
    call.answer(answer);
    return Done;
}

int draft(Invocation &call)
{
    Options options(call, Words::tr("Writes or changes the draft of the next post, and keeps it."));
    return withDraft(call, options, [&](Workplace &, workflow::Compose &compose) {
        if (const base::Done saved = compose.save(); !saved)
            return call.fail(saved.error());
        return show(call, compose);
    });
}

int preview(Invocation &call)
{
    Options options(call,
                    Words::tr("Shows the next post without keeping what the options change."));
    return withDraft(call, options, [&](Workplace &, workflow::Compose &compose) {
        const int code = show(call, compose);
        compose.discardChanges();
        return code;
    });
}

int lint(Invocation &call)
{
    Options options(call, Words::tr("Points at what should not be published as it stands."));
    options
        .value(
            u"fix"_s,
            Words::tr("number of a finding, or “all”: takes its fix into the draft, and keeps it"))
        .value(u"ignore"_s, Words::tr("number of a finding, or “all”: it is fine in this draft"));
    return withDraft(call, options, [&](Workplace &, workflow::Compose &compose) {
        return lintDraft(call, options, compose);
    });
}

int publish(Invocation &call)
{
    Options options(call,
                    Words::tr("Publishes the next post, and waits until it has been read back."));
    options.flag(u"silent"_s, Words::tr("tell no subscribers"));
    return withDraft(call, options, [&](Workplace &place, workflow::Compose &compose) {
        const QString incidentId = compose.incidentId();
        if (options.has(u"silent"_s))
            compose.setNotify(false);
        const QJsonArray promises = showPromises(call, compose);
        if (compose.status() == incident::PublicStatus::Scheduled) {
            const QString late =
                workflow::shortNotice(compose.incident(), place.desk().clock().now());
            if (!late.isEmpty())
                call.say(late);
        }
        const auto revision = compose.publish();
        if (!revision) {
            compose.discardChanges();
            return call.fail(revision.error());
        }
        const auto waiting = drain(place);
        if (!waiting)
            return call.fail(waiting.error());
        for (const outbox::Waiting &entry : *waiting) {
            if (entry.intent.revision == *revision) {
                return call.fail(
                    {base::ErrorKind::Network,
                     Words::tr("The post is kept and will be published: %1").arg(entry.sentence),
                     {},
                     {}});
            }
        }
        const auto incident = place.desk().load(incidentId);
        const auto *published = incident ? incident->post(*revision) : nullptr;
        if (!published || published->seen.empty()) {
            return call.fail({base::ErrorKind::Internal,
                              Words::tr("The post was sent but not seen. Look at “outbox list”."),
                              {},
                              {}});
        }
        call.say(Words::tr("Seen: %1").arg(published->seen.front().url));
        QJsonObject answer = draftJson(*published);
        answer.insert(u"revision"_s, *revision);
        answer.insert(u"url"_s, published->seen.front().url);
        answer.insert(u"promises"_s, promises);
        call.answer(answer);
        return int(Done);
    });
}

int revise(Invocation &call)
{
    Options options(call, Words::tr("Corrects a post that is published already."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .positional(Words::tr("number"), Words::tr("number of the update in its thread"))
        .value(u"title"_s, Words::tr("new title"))
        .value(u"text"_s, Words::tr("file with the new text, or - for standard input"))
        .flag(u"notify"_s, Words::tr("tell subscribers of the correction"));
    addPromiseOptions(options);
    if (const auto over = options.read())
        return *over;
    const auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    workflow::Compose &compose = named->place->compose();
    compose.setIncident(named->id);
    const QString newest = compose.newestRevision(options.argument(1).toInt());
    if (const base::Done begun = compose.editPublished(newest); !begun)
        return call.fail(begun.error());
    if (const base::Done filled = fill(compose, options); !filled)
        return call.fail(filled.error());
    compose.setNotify(options.has(u"notify"_s));
    const auto revision = compose.publish();
    if (!revision)
        return call.fail(revision.error());
    const auto waiting = drain(*named->place);
    if (!waiting)
        return call.fail(waiting.error());
    call.say(waiting->empty() ? Words::tr("Corrected.") : waiting->front().sentence);
    call.answer(QJsonObject{{u"revision"_s, *revision}, {u"waiting"_s, int(waiting->size())}});
    return waiting->empty() ? Done : Failed;
}

int retract(Invocation &call)
{
    Options options(call, Words::tr("Takes the posts of an incident away from readers, and waits "
                                    "until they are gone. What was said stays in the ledger."));
    options.positional(Words::tr("incident"), Words::tr("its reference"))
        .value(u"reason"_s, Words::tr("why; it stays here"))
        .value(u"targets"_s, Words::tr("where, separated by commas; everywhere if left out"));
    if (const auto over = options.read())
        return *over;
    const auto named = namedIncident(call, options.argument(0));
    if (!named)
        return call.fail(named.error());
    const auto incident = named->load();
    if (!incident)
        return call.fail(incident.error());
    const QStringList targets = options.has(u"targets"_s)
                                    ? base::commaList(options.get(u"targets"_s))
                                    : incident->publicTargets();
    const auto retracted =
        workflow::retractPosts(named->desk(), named->id, targets, options.get(u"reason"_s));
    if (!retracted)
        return call.fail(retracted.error());
    const auto waiting = drain(*named->place);
    if (!waiting)
        return call.fail(waiting.error());
    call.say(waiting->empty() ? Words::tr("Retracted.") : waiting->front().sentence);
    call.answer(QJsonObject{{u"retraction"_s, *retracted}, {u"waiting"_s, int(waiting->size())}});
    return waiting->empty() ? Done : Failed;
}

constexpr SubVerb subVerbs[] = {{"draft", draft},     {"preview", preview}, {"lint", lint},
                                {"publish", publish}, {"revise", revise},   {"retract", retract}};

} // namespace

int runPost(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
