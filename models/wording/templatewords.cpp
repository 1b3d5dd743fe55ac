// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/templatewords.h"

#include <algorithm>
#include <iterator>

#include <QCoreApplication>

namespace wording {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

struct Row
{
    const char *name;
    const char *words;
    const char *more = "";
};

constexpr Row fields[] = {
    {"title", QT_TRANSLATE_NOOP("wording", "the title of the incident, as typed")},
    {"felt", QT_TRANSLATE_NOOP("wording", "what users feel, as typed")},
    {"components", QT_TRANSLATE_NOOP("wording", "the parts affected")},
    {"components.start", QT_TRANSLATE_NOOP("wording", "the parts, at the start of a sentence")},
    {"cause", QT_TRANSLATE_NOOP("wording", "the cause, as typed")},
    {"provider", QT_TRANSLATE_NOOP("wording", "whose fault it was outside")},
    {"started.at", QT_TRANSLATE_NOOP("wording", "at 16:08")},
    {"started.since", QT_TRANSLATE_NOOP("wording", "since around 16:08")},
    {"noticed", QT_TRANSLATE_NOOP("wording", "straight away; unknown if it took longer")},
    {"fixed.at", QT_TRANSLATE_NOOP("wording", "when the fix was in")},
    {"fixed.since", QT_TRANSLATE_NOOP("wording", "since the fix was in")},
    {"normal.at", QT_TRANSLATE_NOOP("wording", "when it was back to normal")},
    {"normal.since", QT_TRANSLATE_NOOP("wording", "since when it is back to normal")},
    {"trouble.range", QT_TRANSLATE_NOOP("wording", "from around 16:08 to 16:36")},
    {"trouble.frame", QT_TRANSLATE_NOOP("wording", "between 12:00 and 18:00, of several")},
    {"duration", QT_TRANSLATE_NOOP("wording", "how long it lasted")},
    {"windows", QT_TRANSLATE_NOOP("wording", "how many stretches")},
    {"each.length", QT_TRANSLATE_NOOP("wording", "how long each of several was")},
    {"estimate", QT_TRANSLATE_NOOP("wording", "how long it will still take")},
    {"estimate.within", QT_TRANSLATE_NOOP("wording", "within half an hour")},
    {"next_update.by", QT_TRANSLATE_NOOP("wording", "by 16:45")},
    {"next_update.at", QT_TRANSLATE_NOOP("wording", "at 16:45")},
    {"planned.when", QT_TRANSLATE_NOOP("wording", "when the work is planned")},
    {"planned.length", QT_TRANSLATE_NOOP("wording", "how long the work takes")},
    {"planned.felt", QT_TRANSLATE_NOOP("wording", "what users will feel of it")},
    {"later_phases", QT_TRANSLATE_NOOP("wording", "the later phases, in sentences")},
    {"actual.start", QT_TRANSLATE_NOOP("wording", "when the work began")},
    {"actual.range", QT_TRANSLATE_NOOP("wording", "from when to when it ran")},
    {"predicted.length", QT_TRANSLATE_NOOP("wording", "how long was expected")},
    {"predicted.at", QT_TRANSLATE_NOOP("wording", "when that was told")},
    {"took.length", QT_TRANSLATE_NOOP("wording", "how long it took")},
    {"zone", QT_TRANSLATE_NOOP("wording", "London time")},
    {"We", QT_TRANSLATE_NOOP("wording", "We or I, as set")},
    {"we", QT_TRANSLATE_NOOP("wording", "we or I")},
    {"us", QT_TRANSLATE_NOOP("wording", "us or me")},
    {"Our", QT_TRANSLATE_NOOP("wording", "Our or My")},
    {"our", QT_TRANSLATE_NOOP("wording", "our or my")},
    {"mine", QT_TRANSLATE_NOOP("wording", "ours or mine")},
    {"are", QT_TRANSLATE_NOOP("wording", "are or am, behind we or I")},
    {"were", QT_TRANSLATE_NOOP("wording", "were or was")},
};

constexpr const char *conditions[] = {"outage",
                                      "degradation",
                                      "maintenance",
                                      "near_miss",
                                      "live",
                                      "retrospective",
                                      "planned",
                                      "down",
                                      "partial",
                                      "degraded",
                                      "read_only",
                                      "maintenance_mode",
                                      "no_effect",
                                      "suspected",
                                      "confirmed",
                                      "awaiting_provider",
                                      "will_not_know",
                                      "first",
                                      "again",
                                      "ours",
                                      "provider_fault",
                                      "change",
                                      "watching",
                                      "several",
                                      "unlisted",
                                      "begun",
                                      "planned.inside",
                                      "sooner",
                                      "as_expected",
                                      "longer",
                                      "solo"};

constexpr Row templates[] = {
    {"first_post", QT_TRANSLATE_NOOP("wording", "First post"),
     QT_TRANSLATE_NOOP("wording", "it is running, nothing has been told yet")},
    {"update", QT_TRANSLATE_NOOP("wording", "Update"),
     QT_TRANSLATE_NOOP("wording", "it goes on, the cause is not known")},
    {"identified", QT_TRANSLATE_NOOP("wording", "Cause found"),
     QT_TRANSLATE_NOOP("wording", "it is running, the cause is known or suspected")},
    {"monitoring", QT_TRANSLATE_NOOP("wording", "Being watched"),
     QT_TRANSLATE_NOOP("wording", "the fix is in; something has been told before")},
    {"all_clear", QT_TRANSLATE_NOOP("wording", "All-clear"),
     QT_TRANSLATE_NOOP("wording", "it is over; something has been told before")},
    {"retrospective", QT_TRANSLATE_NOOP("wording", "Told afterwards"),
     QT_TRANSLATE_NOOP("wording", "it is over, and nothing has been told before")},
    {"dismissed", QT_TRANSLATE_NOOP("wording", "It was nothing"),
     QT_TRANSLATE_NOOP("wording", "it turned out that nothing was wrong")},
    {"planned", QT_TRANSLATE_NOOP("wording", "Planned work"),
     QT_TRANSLATE_NOOP("wording", "work is announced, or its plan has changed")},
    {"later_phase", QT_TRANSLATE_NOOP("wording", "A later phase"),
     QT_TRANSLATE_NOOP("wording", "one phase after the first, for {later_phases}")},
    {"in_progress", QT_TRANSLATE_NOOP("wording", "Work has begun"),
     QT_TRANSLATE_NOOP("wording", "planned work is under way")},
    {"after_effects", QT_TRANSLATE_NOOP("wording", "Nearly done"),
     QT_TRANSLATE_NOOP("wording", "the work is done, its after-effects are not over")},
    {"verifying", QT_TRANSLATE_NOOP("wording", "Being checked"),
     QT_TRANSLATE_NOOP("wording", "the work is done and is being checked")},
    {"completed", QT_TRANSLATE_NOOP("wording", "Work done"),
     QT_TRANSLATE_NOOP("wording", "planned work is over")},
    {"cancelled", QT_TRANSLATE_NOOP("wording", "Cancelled"),
     QT_TRANSLATE_NOOP("wording", "planned work does not take place")},
};

const Row *rowOf(const QString &name)
{
    const auto found = std::ranges::find_if(
        templates, [&](const Row &row) { return name == QLatin1StringView(row.name); });
    return found == std::end(templates) ? nullptr : found;
}

} // namespace

std::vector<TemplateWord> templateFieldWords()
{
    std::vector<TemplateWord> words;
    for (const Row &row : fields)
        words.push_back({QString::fromLatin1(row.name), Words::tr(row.words)});
    return words;
}

QStringList templateFieldNames()
{
    QStringList names;
    for (const Row &row : fields)
        names << QString::fromLatin1(row.name);
    return names;
}

QStringList templateConditions()
{
    QStringList names;
    for (const char *name : conditions)
        names << QString::fromLatin1(name);
    return names;
}

bool isTemplateField(const QString &name)
{
    return std::ranges::any_of(fields,
                               [&](const Row &row) { return name == QLatin1StringView(row.name); });
}

bool isTemplateCondition(const QString &name)
{
    return isTemplateField(name) || std::ranges::any_of(conditions, [&](const char *each) {
               return name == QLatin1StringView(each);
           });
}

QString templateTitle(const QString &name)
{
    const Row *row = rowOf(name);
    return row ? Words::tr(row->words) : name;
}

QString templateOccasion(const QString &name)
{
    const Row *row = rowOf(name);
    return row ? Words::tr(row->more) : QString();
}

QStringList templatesInOrder()
{
    QStringList names;
    for (const Row &row : templates)
        names << QString::fromLatin1(row.name);
    return names;
}

} // namespace wording
