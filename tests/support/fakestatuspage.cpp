// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakestatuspage.h"

#include "base/text.h"
#include "timing/zone.h"

#include <algorithm>
#include <QDateTime>

namespace fakes {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString isoMs(base::Instant at)
{
    return timing::isoUtc(at).replace(u'Z', u".000Z"_s);
}

base::Instant fromIso(const QJsonValue &value)
{
    return timing::fromUtc(QDateTime::fromString(value.toString(), Qt::ISODate).toUTC());
}

} // namespace

FakeStatuspage::FakeStatuspage(std::function<base::Instant()> now)
    : m_now(std::move(now))
{}

FakeSite::Reply FakeStatuspage::refuse(int status, const QString &message)
{
    return json(status, QJsonObject{{u"error"_s, message}});
}

FakeSite::Reply FakeStatuspage::unauthorized() const
{
    return refuse(401, u"Could not authenticate"_s);
}

FakeSite::Reply FakeStatuspage::carryOut(const Call &call)
{
    const QStringList path = call.path();
    if (path.value(0) != "v1"_L1)
        return readersPage(path);
    if (!call.head.contains("Authorization: OAuth " + key))
        return unauthorized();
    m_requests.push_back(m_now());
    std::erase_if(m_requests, [this](base::Instant at) { return at + 60s <= m_now(); });
    if (allowed > 0 && int(m_requests.size()) > allowed)
        return json(420, QJsonObject{{u"message"_s, u"Enhance your calm"_s}});
    if (path.value(1) != "pages"_L1 || path.value(2) != "p1"_L1)
        return refuse(404, u"Not found"_s);
    if (path.size() == 3)
        return json(200, QJsonObject{{u"id"_s, u"p1"_s},
                                     {u"name"_s, u"Example status"_s},
                                     {u"domain"_s, QJsonValue::Null},
                                     {u"subdomain"_s, QJsonValue::Null},
                                     {u"url"_s, url()},
                                     {u"time_zone"_s, u"UTC"_s}});
    if (path[3] == "components"_L1)
        return listComponents(call.query());
    if (call.method == "GET" && path.size() == 4)
        return list(call.query());
    if (!mayManage)
        return refuse(403, u"Forbidden"_s);
    if (path.size() == 4)
        return create(call.body[u"incident"_s].toObject());
    const auto found = std::ranges::find_if(
        incidents, [&](const auto &entry) { return entry.second.id == path[4]; });
    if (found == incidents.end())
        return refuse(404, u"Not found"_s);
    Incident &incident = found->second;
    if (path.value(5) == "incident_updates"_L1)
        return changeUpdate(incident, path.value(6), call.body[u"incident_update"_s].toObject());
    if (path.value(5) == "postmortem"_L1)
        return postmortem(incident, call);
    if (call.method == "GET")
        return json(200, toObject(incident));
    if (call.method != "DELETE")
        return change(incident, call.body[u"incident"_s].toObject());
    const Reply reply = json(200, toObject(incident));
    incidents.erase(found);
    return reply;
}

FakeSite::Reply FakeStatuspage::list(const QUrlQuery &query) const
{
    const int limit = std::clamp(query.queryItemValue(u"limit"_s).toInt(), 1, 100);
    const int page = std::max(1, query.queryItemValue(u"page"_s).toInt());
    QJsonArray all;
    int at = 0;
    for (auto entry = incidents.rbegin(); entry != incidents.rend(); ++entry, ++at) {
        if (at / limit == page - 1)
            all.append(toObject(entry->second));
    }
    return json(200, all);
}

FakeSite::Reply FakeStatuspage::listComponents(const QUrlQuery &query) const
{
    QJsonArray all;
    if (query.queryItemValue(u"page"_s).toInt() <= 1) {
        for (const auto &[id, name] : components)
            all.append(QJsonObject{{u"id"_s, id}, {u"name"_s, name}});
    }
    return json(200, all);
}

QString FakeStatuspage::refusalOf(const QJsonObject &wanted, bool isNew) const
{
    const QString name = wanted[u"name"_s].toString();
    if (isNew && name.isEmpty())
        return u"Name can't be blank"_s;
    if (name.size() > 255)
        return u"Name is too long (maximum is 255 characters)"_s;
    if (wanted[u"body"_s].toString().size() > 25000)
        return u"Body is too long (maximum is 25000 characters)"_s;
    static const QStringList planned{u"scheduled"_s, u"in_progress"_s, u"verifying"_s,
                                     u"completed"_s};
    const bool isPlanned = planned.contains(wanted[u"status"_s].toString());
    if (isNew && isPlanned && !wanted.contains(u"scheduled_until"_s))
        return u"Scheduled until can't be blank"_s;
    if (wanted[u"backfilled"_s].toBool() && wanted.contains(u"components"_s))
        return u"Backfilled incidents cannot have components"_s;
    const QJsonObject states = wanted[u"components"_s].toObject();
    for (const QString &id : states.keys()) {
        if (!components.contains(id))
            return u"Component %1 is invalid"_s.arg(id);
    }
    return {};
}

FakeSite::Reply FakeStatuspage::create(const QJsonObject &wanted)
{
    if (const QString refusal = refusalOf(wanted, true); !refusal.isEmpty())
        return json(422, QJsonObject{{u"error"_s, QJsonArray{refusal}}});
    Incident incident;
    incident.id = u"i%1"_s.arg(++m_ids);
    incident.made = incident.changed = m_now();
    incident.fields = wanted;
    if (wanted[u"backfilled"_s].toBool())
        incident.made = timing::fromUtc(
            QDateTime(QDate::fromString(wanted[u"backfill_date"_s].toString(), Qt::ISODate),
                      QTime(0, 0), Qt::UTC));
    addUpdate(incident, wanted);
    const auto made = incidents.emplace(++created, incident).first;
    return json(201, toObject(made->second));
}

FakeSite::Reply FakeStatuspage::change(Incident &incident, const QJsonObject &wanted)
{
    if (const QString refusal = refusalOf(wanted, false); !refusal.isEmpty())
        return json(422, QJsonObject{{u"error"_s, QJsonArray{refusal}}});
    for (auto field = wanted.begin(); field != wanted.end(); ++field)
        incident.fields[field.key()] = field.value();
    incident.changed = m_now();
    if (wanted.contains(u"body"_s))
        addUpdate(incident, wanted);
    return json(200, toObject(incident));
}

void FakeStatuspage::addUpdate(Incident &incident, const QJsonObject &wanted)
{
    Update update;
    update.id = u"u%1"_s.arg(++m_ids);
    update.status = wanted[u"status"_s].toString(u"investigating"_s);
    update.body = wanted[u"body"_s].toString().replace(u'\n', u"\r\n"_s);
    update.made = m_now();
    update.shownAt = wanted[u"backfilled"_s].toBool() ? incident.made : update.made;
    incident.updates.push_back(update);
    const QJsonObject states = wanted[u"components"_s].toObject();
    for (const QString &id : states.keys())
        componentStates[id] = states[id].toString();
    mails += wanted[u"deliver_notifications"_s].toBool(true) ? 1 : 0;
    tweets += wanted[u"auto_tweet_on_creation"_s].toBool(incident.updates.size() == 1) ? 1 : 0;
}

FakeSite::Reply FakeStatuspage::changeUpdate(Incident &incident, const QString &id,
                                             const QJsonObject &wanted)
{
    const auto update = std::ranges::find(incident.updates, id, &Update::id);
    if (update == incident.updates.end())
        return refuse(404, u"Not found"_s);
    if (wanted.contains(u"body"_s))
        update->body = wanted[u"body"_s].toString();
    if (wanted.contains(u"display_at"_s))
        update->shownAt = fromIso(wanted[u"display_at"_s]);
    mails += wanted[u"deliver_notifications"_s].toBool(true) ? 1 : 0;
    incident.changed = m_now();
    return json(200, toObject(*update));
}

FakeSite::Reply FakeStatuspage::postmortem(Incident &incident, const Call &call)
{
    const QJsonObject wanted = call.body[u"postmortem"_s].toObject();
    if (call.path().value(6) == "publish"_L1) {
        if (incident.postmortem.isEmpty())
            return refuse(422, u"Postmortem body can't be blank"_s);
        incident.postmortem[u"body"_s] = incident.postmortem[u"body_draft"_s];
        mails += wanted[u"notify_subscribers"_s].toBool(true) ? 1 : 0;
        tweets += wanted[u"notify_twitter"_s].toBool(true) ? 1 : 0;
    } else if (call.path().value(6) == "revert"_L1) {
        incident.postmortem.remove(u"body"_s);
    } else if (call.method == "PUT") {
        incident.postmortem[u"body_draft"_s] = wanted[u"body_draft"_s];
    }
    return json(200, incident.postmortem);
}

FakeSite::Reply FakeStatuspage::readersPage(const QStringList &path) const
{
    if (path.isEmpty())
        return {200, "<h1>All systems operational</h1>", "text/html"};
    for (const auto &[number, incident] : incidents) {
        if (path.value(0) != "incidents"_L1 || path.value(1) != incident.id)
            continue;
        QString page = base::escapeMarkup(incident.fields[u"name"_s].toString());
        page += base::escapeMarkup(incident.postmortem[u"body"_s].toString());
        for (const Update &update : incident.updates)
            page += u"<div>%1</div>"_s.arg(base::escapeMarkup(update.body));
        return {200, page.toUtf8(), "text/html"};
    }
    return {404, "<h1>Not found</h1>", "text/html"};
}

QJsonObject FakeStatuspage::toObject(const Update &update)
{
    return {{u"id"_s, update.id},
            {u"status"_s, update.status},
            {u"body"_s, update.body},
            {u"created_at"_s, isoMs(update.made)},
            {u"display_at"_s, isoMs(update.shownAt)}};
}

QJsonObject FakeStatuspage::toObject(const Incident &incident) const
{
    QJsonArray updates;
    const bool hasPostmortem = incident.postmortem.contains(u"body"_s);
    if (hasPostmortem)
        updates.append(QJsonObject{{u"id"_s, u"postmortem"_s},
                                   {u"status"_s, u"postmortem"_s},
                                   {u"body"_s, incident.postmortem[u"body"_s]},
                                   {u"created_at"_s, isoMs(incident.changed)},
                                   {u"display_at"_s, isoMs(incident.changed)}});
    for (auto update = incident.updates.rbegin(); update != incident.updates.rend(); ++update)
        updates.append(toObject(*update));
    QJsonObject object{
        {u"id"_s, incident.id},
        {u"name"_s, incident.fields[u"name"_s]},
        {u"status"_s, hasPostmortem ? u"postmortem"_s : incident.updates.back().status},
        {u"created_at"_s, isoMs(incident.made)},
        {u"updated_at"_s, isoMs(incident.changed)},
        {u"metadata"_s, incident.fields[u"metadata"_s]},
        {u"incident_updates"_s, updates}};
    for (const QString &planned : {u"scheduled_for"_s, u"scheduled_until"_s}) {
        const bool set = incident.fields.contains(planned);
        object.insert(planned,
                      set ? QJsonValue(isoMs(fromIso(incident.fields[planned]))) : QJsonValue());
    }
    return object;
}

} // namespace fakes
