// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/read.h"

#include "reading/discourse.h"
#include "timing/zone.h"

#include <QCoreApplication>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("reading", text);
}

base::Result<Instant> instantOf(const QString &text, const QTimeZone &zone, QStringList &warnings)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid()) {
        return base::fail(base::ErrorKind::Input,
                          tr("\"%1\" is no time: write it as 2026-02-17T14:32.").arg(text));
    }
    if (time.timeSpec() != Qt::LocalTime)
        return timing::fromUtc(time.toUTC());
    const auto all = timing::instantsOf(time.date(), time.time(), zone);
    if (all.empty()) {
        return base::fail(
            base::ErrorKind::Input,
            tr("The clocks skip %1 in that zone: give the time with its offset.").arg(text));
    }
    if (all.size() > 1)
        warnings += tr("%1 comes twice that night: the earlier one was taken.").arg(text);
    return all.front();
}

} // namespace

PostFacts read(const PostInput &input)
{
    return Discourse(english(), input.zone).read(input);
}

base::Result<PostFacts> readPost(const QString &text, const QString &posted,
                                 const QStringList &updatePosted, const QString &zoneName)
{
    const auto zone = timing::zoneByName(zoneName);
    if (!zone) {
        return base::fail(
            base::ErrorKind::Input,
            tr("There is no time zone \"%1\": write it like Europe/London.").arg(zoneName));
    }
    QStringList warnings;
    const auto postedAt = instantOf(posted, *zone, warnings);
    if (!postedAt)
        return base::passOn(postedAt);
    PostInput input;
    input.posted = *postedAt;
    input.zone = *zone;
    for (const QString &update : updatePosted) {
        const auto at = instantOf(update, *zone, warnings);
        if (!at)
            return base::passOn(at);
        input.updatePosted.push_back(*at);
    }
    const QString trimmed = text.trimmed();
    qsizetype end = trimmed.indexOf(u'\n');
    if (end < 0)
        end = trimmed.size();
    input.title = trimmed.first(end).trimmed();
    input.body = trimmed.sliced(end).trimmed();
    PostFacts facts = read(input);
    facts.warnings = warnings + facts.warnings;
    return facts;
}

} // namespace reading
