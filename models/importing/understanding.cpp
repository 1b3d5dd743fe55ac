// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/understanding.h"

#include "importing/incidentbuilder.h"
#include "importing/words.h"
#include "incident/decide.h"
#include "incident/fold.h"
#include "reading/read.h"
#include "timing/zone.h"

namespace importing {

using namespace Qt::StringLiterals;

namespace {

/// The heading by which the reader of posts knows an update.
QString headingOf(const ArchivedUpdate &update, const QTimeZone &zone)
{
    const QString time =
        timing::toLocal(update.posted.value_or(Instant()), zone).toString(u"HH:mm"_s);
    if (!update.status)
        return u"UPDATE %1:\n"_s.arg(time);
    QString stage = base::toName(*update.status).replace(u'_', u' ');
    stage[0] = stage[0].toUpper();
    return u"[%1] %2: "_s.arg(time, stage);
}

reading::PostInput inputOf(const ArchivedPost &post, const QTimeZone &zone)
{
    reading::PostInput input;
    input.title = post.title;
    input.zone = zone;
    input.posted = post.updates.front().posted.value_or(Instant());
    input.body = post.updates.front().text;
    for (size_t i = 1; i < post.updates.size(); ++i) {
        const ArchivedUpdate &update = post.updates[i];
        input.updatePosted.push_back(update.posted.value_or(input.posted));
        input.body += u"\n\n"_s + headingOf(update, zone) + update.text;
    }
    return input;
}

/// The incident that the command leads to. Errors: those of the rules.
base::Result<incident::Incident> incidentOf(const incident::ImportIncident &command, Instant now)
{
    auto decided = incident::decide({}, command, {now, {}});
    if (!decided)
        return base::passOn(decided);
    incident::Incident incident;
    for (incident::NewEvent &event : *decided) {
        incident::apply(incident,
                        {{}, command.id, std::move(event.payload), event.occurred, now, {}});
    }
    return incident;
}

} // namespace

Understanding understand(const ArchivedPost &post, const QTimeZone &zone, Instant now)
{
    Understanding result;
    result.warnings = post.warnings;
    result.problem = post.problem;
    if (!result.problem.isEmpty())
        return result;
    result.facts = reading::read(inputOf(post, zone));
    result.warnings += result.facts.warnings;
    IncidentBuilder builder(post, result.facts, zone, now);
    auto command = builder.run();
    if (!command) {
        result.problem = command.error().text;
        return result;
    }
    result.warnings += builder.warnings();
    auto incident = incidentOf(*command, now);
    if (!incident && !command->milestones.empty()) {
        command->milestones.clear();
        incident = incidentOf(*command, now);
        if (incident)
            result.warnings += Words::tr("Times that contradict the others were left out.");
    }
    if (!incident) {
        result.problem = incident.error().text;
        return result;
    }
    result.incident = std::move(*incident);
    result.command = std::move(*command);
    return result;
}

} // namespace importing
