// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakecachet.h"

#include "base/text.h"

#include <QRegularExpression>

namespace fakes {

using namespace Qt::StringLiterals;

FakeSite::Reply FakeCachet::refuse(int status, const QString &message) const
{
    if (m_three)
        return json(status, QJsonObject{{u"message"_s, message}, {u"errors"_s, QJsonObject()}});
    return json(status, QJsonObject{{u"errors"_s, QJsonArray{QJsonObject{{u"title"_s, message}}}}});
}

FakeSite::Reply FakeCachet::unauthorized() const
{
    return refuse(401, u"Unauthenticated."_s);
}

FakeSite::Reply FakeCachet::carryOut(const Call &call)
{
    QStringList path = call.path();
    if (path.value(0) != "api"_L1)
        return readersPage(path);
    path.removeFirst();
    if (!m_three && path.value(0) != "v1"_L1)
        return {404, "<h1>Not found</h1>", "text/html"};
    if (!m_three)
        path.removeFirst();
    if (path.value(0) == "ping"_L1)
        return json(200, QJsonObject{{u"data"_s, u"Pong!"_s}});
    const QByteArray header =
        m_three ? "Authorization: Bearer " + token : "X-Cachet-Token: " + token;
    if (call.method != "GET" && !call.head.contains(header))
        return unauthorized();
    if (call.method != "GET" && !mayManage)
        return refuse(403, u"Invalid ability provided."_s);
    if (path.value(0) == "incidents"_L1)
        return entries(incidents, call, path);
    if (path.value(0) == "schedules"_L1)
        return entries(schedules, call, path);
    QJsonArray components;
    components.append(toObject(4, {{u"name"_s, u"Images"_s}}));
    return json(200, QJsonObject{{u"data"_s, components}});
}

FakeSite::Reply FakeCachet::entries(std::map<int, Entry> &all, const Call &call,
                                    const QStringList &path)
{
    if (call.method == "GET" && path.size() == 1) {
        QJsonArray list;
        for (auto entry = all.rbegin(); entry != all.rend(); ++entry)
            list.append(toObject(entry->first, entry->second.fields));
        return json(200, QJsonObject{{u"data"_s, list}});
    }
    if (path.size() == 1) {
        const bool isSchedule = &all == &schedules;
        const bool isComplete = call.body.contains(u"name"_s) && call.body.contains(u"message"_s) &&
                                call.body.contains(isSchedule ? u"scheduled_at"_s : u"status"_s);
        if (!isComplete)
            return refuse(m_three ? 422 : 400, u"The name field is required."_s);
        const int id = ++m_ids;
        all[id] = {id, call.body, {}};
        const bool told = m_three ? call.body[u"notifications"_s].toBool(false)
                                  : call.body[u"notify"_s].toBool(true);
        mails += told ? 1 : 0;
        return json(m_three ? 201 : 200, QJsonObject{{u"data"_s, toObject(id, call.body)}});
    }
    const auto found = all.find(path[1].toInt());
    if (found == all.end())
        return refuse(404, u"Not found"_s);
    if (path.size() > 2)
        return updates(found->second, call, path);
    if (call.method == "DELETE") {
        all.erase(found);
        return {204};
    }
    if (call.method != "GET") {
        for (auto field = call.body.begin(); field != call.body.end(); ++field) {
            if (!m_three || field.key() != "components"_L1)
                found->second.fields[field.key()] = field.value();
        }
        mails += !m_three && call.body[u"notify"_s].toBool(true) ? 1 : 0;
    }
    return json(200, QJsonObject{{u"data"_s, toObject(found->first, found->second.fields)}});
}

FakeSite::Reply FakeCachet::updates(Entry &entry, const Call &call, const QStringList &path)
{
    if (call.method == "GET") {
        QJsonArray list;
        for (const auto &[id, fields] : entry.updates)
            list.append(toObject(id, fields));
        return json(200, QJsonObject{{u"data"_s, list}});
    }
    if (!call.body.contains(u"message"_s) || !call.body.contains(u"status"_s))
        return refuse(m_three ? 422 : 400, u"The message field is required."_s);
    if (path.size() == 3) {
        entry.updates.emplace_back(++m_ids, call.body);
        return json(m_three ? 201 : 200, QJsonObject{{u"data"_s, toObject(m_ids, call.body)}});
    }
    for (auto &[id, fields] : entry.updates) {
        if (id != path[3].toInt())
            continue;
        fields = call.body;
        return json(200, QJsonObject{{u"data"_s, toObject(id, fields)}});
    }
    return refuse(404, u"Not found"_s);
}

QJsonObject FakeCachet::toObject(int id, QJsonObject fields) const
{
    fields.remove(u"meta"_s);
    if (!m_three) {
        fields[u"id"_s] = id;
        fields[u"updated_at"_s] = u"2026-11-22 16:20:00"_s;
        return fields;
    }
    fields[u"guid"_s] = u"guid-%1"_s.arg(id);
    fields[u"updated_at"_s] =
        QJsonObject{{u"human"_s, u"1 minute ago"_s}, {u"string"_s, u"2026-11-22 16:20:00"_s}};
    return {{u"id"_s, QString::number(id)}, {u"type"_s, u"x"_s}, {u"attributes"_s, fields}};
}

bool FakeCachet::isVisible(const Entry &entry) const
{
    return m_three ? entry.fields[u"visible"_s].toBool(false)
                   : entry.fields[u"visible"_s].toInt(1) == 1;
}

/// What matters of Markdown here: a backslash makes a mark plain, and HTML in it goes to the page.
QString FakeCachet::fromMarkdown(const QString &text)
{
    static constexpr QStringView marks = u"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    QString html;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escapes = text[i] == u'\\' && i + 1 < text.size() && marks.contains(text[i + 1]);
        if (escapes)
            html += base::escapeMarkup(QStringView(text).sliced(++i, 1));
        else if (text[i] == u'>')
            html += "&gt;"_L1;
        else if (text[i] != u'*')
            html += text[i];
    }
    return html;
}

FakeSite::Reply FakeCachet::readersPage(const QStringList &path) const
{
    static const QRegularExpression comment(u"\\[//\\]: # \\(.*\\)"_s);
    const auto shown = [](const QJsonObject &fields) {
        return u"<div>%1</div>"_s.arg(
            fromMarkdown(fields[u"message"_s].toString().remove(comment)));
    };
    QString page;
    for (const auto &[id, entry] : incidents) {
        const QString name = m_three ? u"guid-%1"_s.arg(id) : QString::number(id);
        if (path.value(0) != "incidents"_L1 || path.value(1) != name || !isVisible(entry))
            continue;
        page += shown(entry.fields);
        for (const auto &[number, update] : entry.updates)
            page += shown(update);
    }
    for (const auto &[id, entry] : schedules)
        page += path.isEmpty() ? shown(entry.fields) : QString();
    if (page.isEmpty() && !path.isEmpty())
        return {404, "<h1>Not found</h1>", "text/html"};
    return {200, page.toUtf8(), "text/html"};
}

} // namespace fakes
