// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspage/publication.h"

#include "statuspage/changes.h"

#include <algorithm>
#include <QJsonArray>

namespace statuspage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using http::Method;
using publish::ForeignEdit;
using publish::Order;
using publish::Receipt;
using publish::Update;

namespace {

constexpr int perPage = 100;
constexpr int mostPages = 20;
/// Incidents are listed newest first; clocks differ, and so may the order.
constexpr auto listMargin = 48h;
/// Each step mends something, so there are never more of them than this for an update.
constexpr int stepsEach = 4;

} // namespace

Publication::Publication(http::Client &client, Interface interface, Order order, QObject *parent)
    : Errand(client, std::move(order), jsonFrom, parent)
    , m_interface(std::move(interface))
{}

void Publication::begin()
{
    const QString known = thread().url.section(u'/', -1);
    if (known.isEmpty())
        return lookThrough(1);
    const auto through = [this](const base::Error &error) {
        if (error.kind != base::ErrorKind::NotFound)
            return false;
        lookThrough(1);
        return true;
    };
    ask(
        m_interface.request(Method::Get, routeOf(known)),
        [this](const QJsonDocument &found) {
            const RemoteIncident incident = incidentFrom(found.object());
            if (markFrom(incident.mark).key != thread().key)
                return lookThrough(1);
            m_ours = {incident};
            decide();
        },
        through);
}

void Publication::lookThrough(int page)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, QString::number(perPage));
    query.addQueryItem(u"page"_s, QString::number(page));
    ask(m_interface.request(Method::Get, u"incidents"_s, query),
        [this, page](const QJsonDocument &found) {
            const QJsonArray list = found.array();
            base::Instant oldest = base::Instant::max();
            for (const QJsonValue &value : list) {
                RemoteIncident incident = incidentFrom(value.toObject());
                oldest = std::min(oldest, incident.made.value_or(oldest));
                if (markFrom(incident.mark).key == thread().key)
                    m_ours.push_back(std::move(incident));
            }
            const bool isLast = list.size() < perPage || page == mostPages ||
                                oldest + listMargin < thread().publishedAt();
            if (isLast)
                decide();
            else
                lookThrough(page + 1);
        });
}

void Publication::decide()
{
    std::ranges::sort(m_ours, {}, [](const RemoteIncident &incident) {
        return std::pair(incident.made.value_or(base::Instant::max()), incident.id);
    });
    // What an earlier attempt made while we had given it up.
    if (m_ours.size() > 1) {
        const QString extra = m_ours.back().id;
        m_ours.pop_back();
        ask(m_interface.request(Method::Delete, routeOf(extra)),
            [this](const QJsonDocument &) { decide(); });
        return;
    }
    if (!m_ours.empty()) {
        setIncident(m_ours.front());
        return decideOnIncident();
    }
    const ForeignEdit deletion{QString(), oursAsText(thread()), {}};
    if (order().task == Order::Task::Find && !thread().url.isEmpty())
        noteForeign(deletion);
    if (order().task != Order::Task::Publish)
        return finish(std::optional<Receipt>());
    if (!thread().url.isEmpty() && !order().overwrite) {
        return refuseForeign(deletion,
                             tr("Somebody has deleted this incident on %1. Overwrite it in the "
                                "outbox to post it again, or keep it as it is.")
                                 .arg(label()));
    }
    step();
}

void Publication::decideOnIncident()
{
    const Update *wanted = thread().updateWith(order().revision);
    const ForeignEdit edit{theirsAsText(*m_incident), oursAsText(thread()), m_incident->changed};
    switch (order().task) {
    case Order::Task::Find:
        if (isForeign())
            noteForeign(edit); // a person may want to see it after a new start
        finish(order().revision.isEmpty() || (wanted && shows(*wanted) && isWhole())
                   ? std::optional(receipt())
                   : std::nullopt);
        return;
    case Order::Task::Retract:
        ask(m_interface.request(Method::Delete, routeOf(m_incident->id)),
            [this](const QJsonDocument &) { finish(std::optional<Receipt>()); });
        return;
    case Order::Task::Publish:
        break;
    }
    if (isForeign() && !order().overwrite) {
        return refuseForeign(edit,
                             tr("Somebody has changed this incident on %1, and it was not "
                                "overwritten. See the difference in the outbox, and overwrite or "
                                "keep it.")
                                 .arg(label()));
    }
    m_mark.others = int(m_matching.others.size());
    step();
}

bool Publication::isForeign() const
{
    return m_matching.touched || int(m_matching.others.size()) > m_mark.others ||
           digestOf(m_incident->name) != m_mark.name;
}

bool Publication::shows(const Update &update) const
{
    const auto remote = m_matching.ours.find(update.number);
    return remote != m_matching.ours.end() && !isReworded(update, remote->second);
}

bool Publication::isWhole() const
{
    return std::ranges::all_of(thread().updates, [this](const Update &update) {
        return m_matching.ours.contains(update.number);
    });
}

void Publication::step()
{
    if (++m_steps > stepsEach * int(thread().updates.size() + 1))
        return refuse(
            tr("%1 does not keep this post as it was sent. Look at it there.").arg(label()));
    for (const Update &update : thread().updates) {
        const auto remote = m_matching.ours.find(update.number);
        if (remote == m_matching.ours.end())
            return m_incident ? append(update) : create(update);
        if (isReworded(update, remote->second))
            return reword(update, remote->second);
        if (isMisdated(update, remote->second))
            return changeUpdate(remote->second, dated(update));
    }
    if (frameDiffers(thread(), *m_incident)) {
        m_mark.name = digestOf(nameOf(thread()));
        QJsonObject change = frameOf(thread());
        change.insert(u"metadata"_s, metadataOf(m_mark));
        change.insert(u"deliver_notifications"_s, false);
        return send(Method::Patch, routeOf(m_incident->id), change);
    }
    finish(std::optional(receipt()));
}

void Publication::create(const Update &first)
{
    if (const QString trouble = cannotCreate(thread()); !trouble.isEmpty())
        return refuse(trouble.arg(label()));
    m_mark = {};
    m_mark.key = thread().key;
    send(Method::Post, u"incidents"_s, creation(thread(), withUpdate(first)));
}

void Publication::append(const Update &update)
{
    QJsonObject change = withUpdate(update);
    if (update.revision == thread().updates.back().revision)
        addComponents(change, thread(), order().target.components);
    send(Method::Patch, routeOf(m_incident->id), change);
}

/// A request of one piece: the update, and the note that it is there.
QJsonObject Publication::withUpdate(const Update &update)
{
    m_mark.name = digestOf(nameOf(thread()));
    m_mark.updates[update.number] = {digestOf(update.body)};
    QJsonObject incident =
        statuspage::withUpdate(thread(), update, m_mark, tellsSubscribers(update));
    if (!m_incident)
        addComponents(incident, thread(), order().target.components);
    return incident;
}

void Publication::reword(const Update &update, const RemoteUpdate &remote)
{
    QStringList &digests = m_mark.updates[update.number];
    const QString digest = digestOf(update.body);
    if (digests.contains(digest))
        return changeUpdate(remote, rewording(update, tellsSubscribers(update)));
    // Noted before it is done: whatever comes between, the new wording is known to be ours.
    digests << digest;
    send(Method::Patch, routeOf(m_incident->id),
         {{u"metadata"_s, metadataOf(m_mark)}, {u"deliver_notifications"_s, false}});
}

void Publication::changeUpdate(const RemoteUpdate &remote, QJsonObject change)
{
    if (!change.contains("deliver_notifications"_L1))
        change.insert(u"deliver_notifications"_s, false);
    change.insert(u"wants_twitter_update"_s, false);
    const QString route = routeOf(m_incident->id) + u"/incident_updates/"_s + remote.id;
    ask(m_interface.request(Method::Patch, route, {}, {{u"incident_update"_s, change}}),
        [this](const QJsonDocument &changed) {
            RemoteIncident incident = *m_incident;
            const RemoteUpdate update = updateFrom(changed.object());
            for (RemoteUpdate &other : incident.updates) {
                if (other.id == update.id)
                    other = update;
            }
            setIncident(incident);
            step();
        });
}

void Publication::send(Method method, const QString &route, const QJsonObject &incident)
{
    ask(m_interface.request(method, route, {}, {{u"incident"_s, incident}}),
        [this](const QJsonDocument &answer) {
            const int others = m_mark.others;
            setIncident(incidentFrom(answer.object()));
            m_mark.others = others;
            step();
        });
}

void Publication::setIncident(const RemoteIncident &incident)
{
    m_incident = incident;
    m_mark = markFrom(incident.mark);
    m_matching = match(incident, m_mark);
}

bool Publication::tellsSubscribers(const Update &update) const
{
    return statuspage::tellsSubscribers(thread(), update, order().revision);
}

QString Publication::routeOf(const QString &id) const
{
    return u"incidents/"_s + id;
}

Receipt Publication::receipt() const
{
    return {m_incident->id,
            order().target.readers.resolved(QUrl(u"incidents/"_s + m_incident->id)).toString()};
}

} // namespace statuspage
