// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/postmortem.h"

#include "wording/listwords.h"
#include "wording/postmortemparts.h"

#include <QCoreApplication>

namespace wording {

using incident::Incident;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// The day that needs no date: the one on which it began.
base::Instant firstDay(const Incident &incident)
{
    const auto started = incident.milestone(incident::Milestone::Started, 1).middle();
    return started.value_or(incident.opened);
}

QString subtitleOf(const Incident &incident, const Reader &reader, base::Instant now)
{
    const base::Instant never{};
    return Words::tr("%1, %2; all times are %3; written on %4", "ref, day, zone, date")
        .arg(incident.ref, dateWords(reader.day, reader.zone, never), zoneWords(reader.zone),
             dateWords(now, reader.zone, never));
}

} // namespace

std::vector<PostmortemSection> postmortemSections()
{
    return {
        {u"summary"_s,
         Words::tr("Summary"),
         Words::tr("Two or three sentences for somebody who was not there."),
         {}},
        {u"impact"_s,
         Words::tr("Impact"),
         Words::tr("Who felt it and how: what they could not do, what was lost."),
         {}},
        {u"went_well"_s,
         Words::tr("What went well"),
         Words::tr("What made it shorter or smaller than it could have been."),
         {}},
        {u"lucky"_s,
         Words::tr("Where we were lucky"),
         Words::tr("What could have made it worse, and only did not by chance."),
         {}},
        {u"change"_s,
         Words::tr("What we change"),
         Words::tr("What will be different, who does it, and by when."),
         {}},
    };
}

Postmortem postmortemOf(const Incident &incident, std::span<const incident::Event> events,
                        const QTimeZone &zone, base::Instant now)
{
    const Reader reader{zone, firstDay(incident), false};
    Postmortem postmortem;
    postmortem.title = incident.title.isEmpty()
                           ? Words::tr("Postmortem")
                           : Words::tr("Postmortem: %1").arg(phraseText(incident.title));
    postmortem.subtitle = subtitleOf(incident, reader, now);
    postmortem.facts = postmortemFacts(incident, reader);
    postmortem.sections = postmortemSections();
    for (PostmortemSection &section : postmortem.sections) {
        const auto written = incident.sections.find(section.id);
        if (written != incident.sections.end())
            section.text = written->second.trimmed();
    }
    postmortem.windows = windowsPart(incident, reader);
    postmortem.figures = figuresPart(incident);
    postmortem.timeline = timelinePart(events, reader);
    postmortem.told = toldPart(incident, reader);
    postmortem.promises = promisesPart(incident, reader);
    postmortem.checklist = checklistPart(incident, reader, now);
    postmortem.original = originalPart(incident, reader);
    return postmortem;
}

} // namespace wording
