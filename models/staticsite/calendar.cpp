// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/calendar.h"

#include "base/contentline.h"
#include "base/text.h"
#include "staticsite/sitewords.h"

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::Thread;

namespace {

QString text(QStringView value)
{
    return base::escapeCalendar(value);
}

QString descriptionOf(const Edition &edition, const Thread &thread)
{
    QStringList parts = planLines(thread, edition);
    parts += paragraphsOf(thread.updates.back().body);
    return parts.join(u"\n\n"_s);
}

void addEvent(QByteArray &calendar, const Edition &edition, const Thread &thread,
              const publish::PlannedSpan &span)
{
    const auto add = [&](const QString &line) {
        calendar += base::foldedLine(line);
    };
    const QString changed = base::calendarStamp(thread.changedAt());
    add(u"BEGIN:VEVENT"_s);
    add(u"UID:%1@watchkeeper"_s.arg(text(thread.key)));
    add(u"SEQUENCE:%1"_s.arg(thread.planChanges));
    add(u"DTSTAMP:"_s + changed);
    add(u"LAST-MODIFIED:"_s + changed);
    add(u"CREATED:"_s + base::calendarStamp(thread.publishedAt()));
    add(u"DTSTART:"_s + base::calendarStamp(span.from));
    if (span.until && *span.until > span.from)
        add(u"DTEND:"_s + base::calendarStamp(*span.until));
    add(u"SUMMARY:"_s + text(thread.title));
    add(u"DESCRIPTION:"_s + text(descriptionOf(edition, thread)));
    add(u"STATUS:"_s + (thread.cancelled ? u"CANCELLED"_s : u"CONFIRMED"_s));
    add(u"TRANSP:TRANSPARENT"_s);
    if (!edition.page().url.isEmpty())
        add(u"URL:"_s + edition.address(threadPath(thread)));
    add(u"END:VEVENT"_s);
}

} // namespace

QByteArray maintenanceCalendar(const Edition &edition)
{
    QByteArray calendar;
    const auto add = [&](const QString &line) {
        calendar += base::foldedLine(line);
    };
    add(u"BEGIN:VCALENDAR"_s);
    add(u"VERSION:2.0"_s);
    add(u"PRODID:-//Watchkeeper//Status site//EN"_s);
    add(u"CALSCALE:GREGORIAN"_s);
    add(u"METHOD:PUBLISH"_s);
    add(u"X-WR-CALNAME:"_s + text(edition.page().name));
    for (const Thread *thread : edition.threads()) {
        if (!thread->isMaintenance())
            continue;
        if (const auto span = publish::plannedSpan(thread->planned))
            addEvent(calendar, edition, *thread, *span);
    }
    add(u"END:VCALENDAR"_s);
    return calendar;
}

} // namespace staticsite
