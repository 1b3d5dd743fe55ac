// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/importwords.h"

#include "reading/json.h"
#include "timing/json.h"
#include "timing/zone.h"
#include "wording/termwords.h"
#include "wording/windowwords.h"

#include <QJsonArray>

namespace workflow {

using namespace Qt::StringLiterals;

namespace {

/// Every time of an archive has its date.
wording::Reader readerOf(const ImportRow &row, const QTimeZone &zone)
{
    return {zone, row.post.updates.front().posted.value_or(base::Instant()), false};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QString words(ImportStanding standing)
{
    switch (standing) {
    case ImportStanding::New:
        return ArchiveImport::tr("new");
    case ImportStanding::Known:
        return ArchiveImport::tr("known");
    case ImportStanding::Changed:
        return ArchiveImport::tr("changed");
    case ImportStanding::NotUnderstood:
        return ArchiveImport::tr("not understood");
    }
    return {};
}

QString postedWords(const ImportRow &row, const QTimeZone &zone)
{
    const auto posted = row.post.updates.front().posted;
    return posted ? timing::toLocal(*posted, zone).toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

QString kindWords(const ImportRow &row)
{
    if (!row.understanding.command)
        return {};
    const incident::Incident &incident = row.understanding.incident;
    const QString kind = wording::words(incident.kind);
    switch (incident.state) {
    case incident::State::Scheduled:
        return ArchiveImport::tr("%1, to come", "kind").arg(kind);
    case incident::State::Cancelled:
        return ArchiveImport::tr("%1, called off", "kind").arg(kind);
    default:
        return kind;
    }
}

QString windowsWords(const ImportRow &row, const QTimeZone &zone)
{
    QStringList all;
    const wording::Reader reader = readerOf(row, zone);
    for (const incident::Window &window : row.understanding.incident.windows) {
        const QString words = wording::windowWords(window, reader);
        all += window.planned ? ArchiveImport::tr("planned %1", "times").arg(words) : words;
    }
    return all.join(u"; "_s);
}

QString milestonesWords(const ImportRow &row, const QTimeZone &zone)
{
    QStringList all;
    const wording::Reader reader = readerOf(row, zone);
    if (!row.understanding.command)
        return {};
    for (const auto &[milestone, at] : row.understanding.command->milestones) {
        all += ArchiveImport::tr("%1 %2", "milestone, time")
                   .arg(wording::words(milestone), wording::timeWords(at, reader));
    }
    return all.join(u"; "_s);
}

QString remarksWords(const ImportRow &row)
{
    if (row.standing == ImportStanding::Changed) {
        return ArchiveImport::tr(
                   "Its text has changed since it was imported. The incident %1 is as "
                   "it was: correct it by hand where that matters.")
            .arg(row.ref);
    }
    if (row.standing == ImportStanding::NotUnderstood)
        return row.understanding.problem;
    return row.understanding.warnings.join(u' ');
}

QJsonObject toJson(const ImportRow &row)
{
    const auto posted = row.post.updates.front().posted;
    QJsonObject json{
        {u"title"_s, row.post.title},
        {u"posted"_s, posted ? QJsonValue(timing::isoUtc(*posted)) : QJsonValue()},
        {u"url"_s, textOrNull(row.post.url)},
        {u"author"_s, textOrNull(row.post.author)},
        {u"standing"_s, base::toName(row.standing)},
        {u"incident"_s, textOrNull(row.ref)},
        {u"problem"_s, textOrNull(row.understanding.problem)},
        {u"warnings"_s, QJsonArray::fromStringList(row.understanding.warnings)},
        {u"updates"_s, int(row.post.updates.size()) - 1},
    };
    if (!row.understanding.command)
        return json;
    const incident::Incident &incident = row.understanding.incident;
    json.insert(u"kind"_s, base::toName(incident.kind));
    json.insert(u"entry"_s, base::toName(incident.entry));
    json.insert(u"state"_s, base::toName(incident.state));
    json.insert(u"facts"_s, reading::toJson(row.understanding.facts));
    QJsonObject milestones;
    for (const incident::MilestoneRow &milestone : incident.milestoneRows)
        milestones.insert(base::toName(milestone.milestone), timing::toJson(milestone.at));
    json.insert(u"milestones"_s, milestones);
    return json;
}

} // namespace workflow
