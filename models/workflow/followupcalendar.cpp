// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/followupcalendar.h"

#include "base/contentline.h"
#include "base/text.h"
#include "timing/due.h"
#include "timing/zone.h"
#include "wording/termwords.h"
#include "workflow/duties.h"

#include <QDateTime>

namespace workflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::FollowUp;
using incident::Incident;

namespace {

/// What the events say of one follow-up.
struct Changes
{
    base::Instant first{};
    base::Instant last{};
    int count = 0;
};

Changes changesOf(const FollowUp &followUp, std::span<const incident::Event> events)
{
    Changes changes;
    for (const incident::Event &event : events) {
        const auto *set = std::get_if<incident::FollowUpSet>(&event.payload);
        const auto *settled = std::get_if<incident::FollowUpSettled>(&event.payload);
        if (!(set && set->followUp.id == followUp.id) &&
            !(settled && settled->followUp == followUp.id))
            continue;
        if (changes.count++ == 0)
            changes.first = event.recorded;
        changes.last = event.recorded;
    }
    return changes;
}

/// Midnight at the end of a day is still that day.
QDate dayOf(base::Instant due, const QTimeZone &zone)
{
    return timing::toLocal(due - 1s, zone).date();
}

QString descriptionOf(const Incident &incident, const FollowUp &followUp)
{
    QStringList lines{u"%1 · %2"_s.arg(incident.ref, incident.title),
                      wording::words(followUp.kind)};
    if (!followUp.owner.isEmpty())
        lines += followUp.owner;
    if (!followUp.maintenanceRef.isEmpty())
        lines += followUp.maintenanceRef;
    if (!followUp.isOpen())
        lines += wording::words(followUp.status);
    if (!followUp.note.isEmpty())
        lines += followUp.note;
    return lines.join(u'\n');
}

QByteArray eventOf(const Incident &incident, const FollowUp &followUp, const Changes &changes,
                   QDate day)
{
    const QString lines[] = {u"BEGIN:VEVENT"_s,
                             u"UID:%1@watchkeeper"_s.arg(base::escapeCalendar(followUp.id)),
                             u"SEQUENCE:%1"_s.arg(changes.count - 1),
                             u"DTSTAMP:"_s + base::calendarStamp(changes.last),
                             u"CREATED:"_s + base::calendarStamp(changes.first),
                             u"LAST-MODIFIED:"_s + base::calendarStamp(changes.last),
                             u"DTSTART;VALUE=DATE:"_s + day.toString(u"yyyyMMdd"_s),
                             u"DTEND;VALUE=DATE:"_s + day.addDays(1).toString(u"yyyyMMdd"_s),
                             u"SUMMARY:"_s + base::escapeCalendar(followUp.title),
                             u"DESCRIPTION:"_s +
                                 base::escapeCalendar(descriptionOf(incident, followUp)),
                             u"STATUS:"_s + (followUp.isOpen() ? u"CONFIRMED"_s : u"CANCELLED"_s),
                             u"TRANSP:TRANSPARENT"_s,
                             u"END:VEVENT"_s};
    QByteArray event;
    for (const QString &line : lines)
        event += base::foldedLine(line);
    return event;
}

} // namespace

base::Result<QByteArray> followUpCalendar(const Desk &desk)
{
    QByteArray events;
    for (const Incident &incident : incidentsWithFollowUps(desk)) {
        const auto recorded = desk.ledger().events(incident.id);
        if (!recorded)
            return base::passOn(recorded);
        for (const FollowUp &followUp : incident.followUps) {
            if (const auto due = timing::dueOf(followUp.due))
                events += eventOf(incident, followUp, changesOf(followUp, *recorded),
                                  dayOf(*due, desk.zone()));
        }
    }
    if (events.isEmpty()) {
        return base::fail(base::ErrorKind::NotFound,
                          Desk::tr("No follow-up has a day on which it falls due. Say by when one "
                                   "is to be done, then make the calendar."));
    }
    QByteArray calendar;
    for (const QString &line :
         {u"BEGIN:VCALENDAR"_s, u"VERSION:2.0"_s, u"PRODID:-//Watchkeeper//Follow-ups//EN"_s,
          u"CALSCALE:GREGORIAN"_s, u"METHOD:PUBLISH"_s,
          u"X-WR-CALNAME:"_s + base::escapeCalendar(Desk::tr("Follow-ups"))})
        calendar += base::foldedLine(line);
    return calendar + events + base::foldedLine(u"END:VCALENDAR"_s);
}

} // namespace workflow
