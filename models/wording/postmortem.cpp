// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/postmortem.h"

#include "wording/listwords.h"
#include "wording/postmortemparts.h"

#include <algorithm>

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

QString reviewText(std::span<const incident::Event> events, const Reader &reader)
{
    const Review review = reviewOf(events);
    const QString state = withCapital(words(review.state));
    if (review.state == ReviewState::Draft)
        return state;
    const auto at = RoughInstant::exact(review.at);
    const QString when = timeWords(at, reader, TimeForm::Plain);
    const QString said = review.author.isEmpty()
                             ? Words::tr("%1, %2", "state of a review, when").arg(state, when)
                             : Words::tr("%1 by %2, %3", "state of a review, who, when")
                                   .arg(state, phraseText(review.author), when);
    return review.changedSince ? Words::tr("%1; changed since").arg(said) : said;
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
    postmortem.factors = factorsPart(incident);
    postmortem.review = reviewText(events, reader);
    postmortem.told = toldPart(incident, reader);
    postmortem.promises = promisesPart(incident, reader);
    postmortem.followUps = followUpsPart(incident, reader);
    postmortem.checklist = checklistPart(incident, reader, now);
    postmortem.original = originalPart(incident, reader);
    return postmortem;
}

namespace {

/// In no document is there a column in which nothing stands.
void dropEmptyColumns(PostmortemTable &table)
{
    const auto isEmptyAt = [](qsizetype column) {
        return [column](const QStringList &row) {
            return row.value(column).trimmed().isEmpty();
        };
    };
    for (qsizetype column = table.columns.size() - 1; column >= 0; --column) {
        if (table.rows.empty() || !std::ranges::all_of(table.rows, isEmptyAt(column)))
            continue;
        table.columns.removeAt(column);
        for (QStringList &row : table.rows) {
            if (column < row.size())
                row.removeAt(column);
        }
    }
}

} // namespace

std::vector<PostmortemChapter> chaptersOf(const Postmortem &postmortem)
{
    std::vector<PostmortemChapter> chapters;
    const auto section = [&](const QString &id) {
        const auto found = std::ranges::find(postmortem.sections, id, &PostmortemSection::id);
        if (found != postmortem.sections.end())
            chapters.emplace_back(*found);
    };
    section(u"summary"_s);
    section(u"impact"_s);
    PostmortemPart facts{Words::tr("Facts"), {}, {{Words::tr("Fact"), Words::tr("Value")}, {}}};
    for (const PostmortemFact &fact : postmortem.facts)
        facts.table.rows.push_back({fact.name, fact.value});
    chapters.emplace_back(facts);
    if (!postmortem.pictures.empty())
        chapters.emplace_back(
            PostmortemPictures{Words::tr("What was measured"), postmortem.pictures});
    for (const PostmortemPart *part :
         {&postmortem.windows, &postmortem.figures, &postmortem.timeline, &postmortem.factors})
        chapters.emplace_back(*part);
    chapters.emplace_back(PostmortemTold{
        Words::tr("What was told, and when"),
        postmortem.told.empty() ? Words::tr("Nothing was told to the public.") : QString(),
        postmortem.told});
    section(u"went_well"_s);
    section(u"lucky"_s);
    section(u"change"_s);
    if (!postmortem.followUps.table.rows.empty())
        chapters.emplace_back(postmortem.followUps);
    chapters.emplace_back(postmortem.promises);
    chapters.emplace_back(postmortem.checklist);
    if (postmortem.original)
        chapters.emplace_back(
            PostmortemTold{Words::tr("The original post"), {}, {*postmortem.original}});
    for (PostmortemChapter &chapter : chapters) {
        if (auto *part = std::get_if<PostmortemPart>(&chapter))
            dropEmptyColumns(part->table);
    }
    return chapters;
}

} // namespace wording
