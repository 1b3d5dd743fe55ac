// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspage/changes.h"

#include "timing/zone.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace statuspage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using publish::Thread;
using publish::Update;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(statuspage)
};

/// An update that went out later than this after it was released is dated back.
constexpr auto redatedFrom = 5min;

} // namespace

QJsonObject metadataOf(const Mark &mark)
{
    return {{u"watchkeeper"_s, toJson(mark)}};
}

QJsonObject creation(const Thread &thread, QJsonObject first)
{
    // The vendor's defaults tell everybody everything: each switch is set.
    for (const char *off :
         {"auto_tweet_at_beginning", "auto_tweet_on_completion", "auto_tweet_on_creation",
          "auto_tweet_one_hour_before", "auto_transition_deliver_notifications_at_start",
          "auto_transition_deliver_notifications_at_end", "auto_transition_to_maintenance_state",
          "auto_transition_to_operational_state", "scheduled_auto_in_progress",
          "scheduled_auto_completed", "scheduled_remind_prior"})
        first.insert(QString::fromLatin1(off), false);
    if (isBackfill(thread)) {
        const QTimeZone zone = timing::zoneByName(thread.zone).value_or(QTimeZone::utc());
        first.insert(u"backfilled"_s, true);
        first.insert(u"backfill_date"_s,
                     timing::toLocal(*thread.started.lo(), zone).date().toString(Qt::ISODate));
        first.remove(u"components"_s);
        first.remove(u"component_ids"_s);
    }
    return first;
}

QString cannotCreate(const Thread &thread)
{
    for (const Update &update : thread.updates) {
        if (update.body.size() > longestBody)
            return Words::tr("%1 does not take a text this long. Shorten it.");
    }
    const auto span = publish::plannedSpan(thread.planned);
    if (thread.isMaintenance() && (!span || !span->until))
        return Words::tr("%1 wants planned work to have a start and an end. Enter them.");
    return {};
}

void addComponents(QJsonObject &incident, const Thread &thread,
                   const std::map<QString, QString> &ids)
{
    const QJsonObject components = componentsOf(thread, ids);
    if (components.isEmpty())
        return;
    incident.insert(u"components"_s, components);
    incident.insert(u"component_ids"_s, QJsonArray::fromStringList(components.keys()));
}

QJsonObject withUpdate(const Thread &thread, const Update &update, const Mark &mark, bool tell)
{
    QJsonObject incident = frameOf(thread);
    incident.insert(u"status"_s, statusOf(update));
    incident.insert(u"body"_s, update.body);
    incident.insert(u"metadata"_s, metadataOf(mark));
    incident.insert(u"deliver_notifications"_s, tell);
    return incident;
}

QJsonObject rewording(const Update &update, bool tell)
{
    QJsonObject change = dated(update);
    change.insert(u"body"_s, update.body);
    change.insert(u"deliver_notifications"_s, tell);
    return change;
}

bool tellsSubscribers(const Thread &thread, const Update &update, const QString &revision)
{
    return update.notify && update.revision == revision && !isBackfill(thread);
}

QJsonObject dated(const Update &update)
{
    return {{u"display_at"_s, timing::isoUtc(update.publishedAt)}};
}

bool isReworded(const Update &update, const RemoteUpdate &remote)
{
    return digestOf(update.body) != digestOf(remote.body);
}

bool isMisdated(const Update &update, const RemoteUpdate &remote)
{
    return remote.shownAt && *remote.shownAt > update.publishedAt + redatedFrom;
}

bool frameDiffers(const Thread &thread, const RemoteIncident &incident)
{
    if (digestOf(nameOf(thread)) != digestOf(incident.name))
        return true;
    const auto span = publish::plannedSpan(thread.planned);
    if (!thread.isMaintenance() || !span || !span->until)
        return false;
    return incident.plannedFrom != span->from || incident.plannedUntil != *span->until;
}

QString theirsAsText(const RemoteIncident &incident)
{
    QString text = incident.name + u'\n';
    for (const RemoteUpdate &update : incident.updates)
        text += u'\n' + update.status + u": "_s + update.body.trimmed() + u'\n';
    return text;
}

QString oursAsText(const Thread &thread)
{
    QString text = nameOf(thread) + u'\n';
    for (const Update &update : thread.updates)
        text += u'\n' + statusOf(update) + u": "_s + update.body.trimmed() + u'\n';
    return text;
}

} // namespace statuspage
