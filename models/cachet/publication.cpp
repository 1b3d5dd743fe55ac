// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cachet/publication.h"

#include <algorithm>
#include <QJsonArray>

namespace cachet {

using namespace Qt::StringLiterals;
using http::Method;
using publish::Order;
using publish::Receipt;
using publish::Update;

namespace {

constexpr int perPage = 100;
constexpr int mostPages = 20;
constexpr int stepsEach = 3;

bool isOf(const Entry &entry, const QString &key)
{
    const auto mark = markIn(entry.message);
    return mark && mark->key == key;
}

} // namespace

Publication::Publication(http::Client &client, Interface interface, Order order, QObject *parent)
    : Errand(client, std::move(order), jsonFrom, parent)
    , m_interface(std::move(interface))
{}

QString Publication::collection() const
{
    return isSchedule() ? u"schedules"_s : u"incidents"_s;
}

QString Publication::routeOf(const Entry &entry) const
{
    return collection() + u'/' + entry.id;
}

void Publication::begin()
{
    // Where it was seen, its address names it even if a colleague has taken the mark away.
    const QString known = QUrl(thread().url).fragment();
    if (known.isEmpty())
        return lookThrough(1);
    ask(
        m_interface.request(Method::Get, collection() + u'/' + known),
        [this](const QJsonDocument &found) {
            m_ours = {entryFrom(found)};
            decide();
        },
        [this](const base::Error &error) {
            if (error.kind != base::ErrorKind::NotFound)
                return false;
            lookThrough(1);
            return true;
        });
}

void Publication::lookThrough(int page)
{
    QUrlQuery query;
    query.addQueryItem(u"per_page"_s, QString::number(perPage));
    query.addQueryItem(u"page"_s, QString::number(page));
    query.addQueryItem(u"sort"_s, m_interface.isThree() ? u"-id"_s : u"id"_s);
    if (!m_interface.isThree())
        query.addQueryItem(u"order"_s, u"desc"_s);
    ask(m_interface.request(Method::Get, collection(), query),
        [this, page](const QJsonDocument &found) {
            const std::vector<Entry> entries = entriesFrom(found);
            std::ranges::copy_if(entries, std::back_inserter(m_ours),
                                 [this](const Entry &entry) { return isOf(entry, thread().key); });
            const bool isLast = int(entries.size()) < perPage || page == mostPages;
            if (isLast || !m_ours.empty())
                decide();
            else
                lookThrough(page + 1);
        });
}

void Publication::decide()
{
    std::ranges::sort(m_ours, {}, [](const Entry &entry) { return entry.id.toLongLong(); });
    // What an earlier attempt made while we had given it up.
    if (m_ours.size() > 1) {
        const QString extra = routeOf(m_ours.back());
        m_ours.pop_back();
        ask(m_interface.request(Method::Delete, extra),
            [this](const QJsonDocument &) { decide(); });
        return;
    }
    if (!m_ours.empty()) {
        m_entry = m_ours.front();
        return isSchedule() ? decideOnEntry() : readUpdates();
    }
    if (order().task == Order::Task::Find && !thread().url.isEmpty())
        noteForeign(foreignEdit());
    if (order().task != Order::Task::Publish)
        return finish(std::optional<Receipt>());
    if (!thread().url.isEmpty() && !order().overwrite)
        return refuseForeign(foreignEdit(),
                             tr("Somebody has deleted this entry on %1. Overwrite it in the outbox "
                                "to post it again, or keep it as it is.")
                                 .arg(label()));
    create();
}

void Publication::readUpdates()
{
    QUrlQuery query;
    query.addQueryItem(u"per_page"_s, QString::number(perPage));
    ask(m_interface.request(Method::Get, routeOf(*m_entry) + u"/updates"_s, query),
        [this](const QJsonDocument &found) {
            m_updates = entriesFrom(found);
            decideOnEntry();
        });
}

void Publication::decideOnEntry()
{
    const Update *wanted = thread().updateWith(order().revision);
    switch (order().task) {
    case Order::Task::Find:
        if (isForeign())
            noteForeign(foreignEdit());
        finish(order().revision.isEmpty() || (wanted && shows(*wanted) && isWhole())
                   ? std::optional(receipt())
                   : std::nullopt);
        return;
    case Order::Task::Retract:
        ask(m_interface.request(Method::Delete, routeOf(*m_entry)),
            [this](const QJsonDocument &) { finish(std::optional<Receipt>()); });
        return;
    case Order::Task::Publish:
        break;
    }
    if (isForeign() && !order().overwrite)
        return refuseForeign(foreignEdit(),
                             tr("Somebody has changed this entry on %1, and it was not "
                                "overwritten. See the difference in the outbox, and overwrite or "
                                "keep it.")
                                 .arg(label()));
    step();
}

bool Publication::isForeign() const
{
    return !isUntouched(m_entry->name, m_entry->message) ||
           std::ranges::any_of(m_updates, [](const Entry &update) {
               return markIn(update.message) && !isUntouched({}, update.message);
           });
}

publish::ForeignEdit Publication::foreignEdit() const
{
    publish::ForeignEdit edit;
    edit.ours = nameOf(thread()) + u"\n\n"_s + textOf(thread().updates.front());
    for (size_t i = 1; i < thread().updates.size(); ++i)
        edit.ours += u"\n\n"_s + textOf(thread().updates[i]);
    if (!m_entry)
        return edit;
    edit.when = m_entry->changed;
    edit.theirs = m_entry->name + u"\n\n"_s + withoutMark(m_entry->message);
    for (const Entry &update : m_updates)
        edit.theirs += u"\n\n"_s + withoutMark(update.message);
    return edit;
}

const Entry *Publication::remoteOf(const Update &update) const
{
    if (&update == &thread().updates.front() || update.number == thread().updates.front().number)
        return &*m_entry;
    const auto found = std::ranges::find_if(m_updates, [&](const Entry &remote) {
        const auto mark = markIn(remote.message);
        return mark && mark->key == thread().key && mark->number == update.number;
    });
    return found == m_updates.end() ? nullptr : &*found;
}

bool Publication::shows(const Update &update) const
{
    if (isSchedule())
        return says(m_entry->message, scheduleText(thread()));
    const Entry *remote = remoteOf(update);
    return remote && says(remote->message, textOf(update));
}

bool Publication::isWhole() const
{
    return std::ranges::all_of(thread().updates, [this](const Update &update) {
        return isSchedule() || remoteOf(update);
    });
}

void Publication::step()
{
    if (++m_steps > stepsEach * int(thread().updates.size() + 1))
        return refuse(
            tr("%1 does not keep this post as it was sent. Look at it there.").arg(label()));
    const bool entrySays = isSchedule() ? says(m_entry->message, scheduleText(thread()))
                                        : says(m_entry->message, textOf(thread().updates.front()));
    if (!entrySays || m_entry->name != nameOf(thread()) ||
        !isUntouched(m_entry->name, m_entry->message))
        return changeEntry();
    if (isSchedule())
        return finish(std::optional(receipt()));
    for (const Update &update : thread().updates) {
        const Entry *remote = remoteOf(update);
        if (!remote)
            return post(update);
        if (!says(remote->message, textOf(update)))
            return reword(update, *remote);
    }
    finish(std::optional(receipt()));
}

void Publication::create()
{
    const bool three = m_interface.isThree();
    if (isSchedule() && !publish::plannedSpan(thread().planned))
        return refuse(tr("%1 wants planned work to have a start. Enter it.").arg(label()));
    QJsonObject body = isSchedule()
                           ? scheduleBody(thread(), tells(), three)
                           : incidentBody(thread(), thread().updates.front(), tells(), three);
    addComponents(body, thread(), order().target.components, three);
    send(Method::Post, collection(), body, true);
}

void Publication::changeEntry()
{
    const bool three = m_interface.isThree();
    QJsonObject body = isSchedule() ? scheduleBody(thread(), tells(), three)
                                    : incidentBody(thread(), thread().updates.back(), false, three);
    if (!three)
        addComponents(body, thread(), order().target.components, three);
    send(Method::Put, routeOf(*m_entry), body, true);
}

void Publication::post(const Update &update)
{
    send(Method::Post, routeOf(*m_entry) + u"/updates"_s, updateBody(thread(), update), false);
}

void Publication::reword(const Update &update, const Entry &remote)
{
    send(Method::Put, routeOf(*m_entry) + u"/updates/"_s + remote.id, updateBody(thread(), update),
         false);
}

void Publication::send(Method method, const QString &route, const QJsonObject &body, bool isEntry)
{
    ask(m_interface.request(method, route, {}, body), [this, isEntry](const QJsonDocument &answer) {
        const Entry entry = entryFrom(answer);
        if (isEntry) {
            m_entry = entry;
            return step();
        }
        std::erase_if(m_updates, [&](const Entry &other) { return other.id == entry.id; });
        m_updates.push_back(entry);
        step();
    });
}

bool Publication::tells() const
{
    const Update *update = thread().updateWith(order().revision);
    return update && update->notify;
}

Receipt Publication::receipt() const
{
    QUrl url = order().target.address;
    if (!isSchedule()) {
        const QString page = m_entry->guid.isEmpty() ? m_entry->id : m_entry->guid;
        url = url.resolved(QUrl(u"incidents/"_s + page));
    }
    url.setFragment(m_entry->id);
    return {m_entry->id, url.toString()};
}

} // namespace cachet
