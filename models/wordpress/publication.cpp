// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/publication.h"

#include "base/whenfinished.h"
#include "timing/zone.h"
#include "wordpress/markup.h"

#include <algorithm>
#include <QJsonArray>

namespace wordpress {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using base::Result;
using http::Method;
using publish::Receipt;

namespace {

const auto posts = u"wp/v2/posts"_s;
const auto fields = u"id,slug,status,link,title.raw,content.raw,modified_gmt"_s;
/// A post that is told later than this is dated back; anything younger is dated by the site itself,
/// whose clock may be behind ours: it would hold back what is in its future.
constexpr auto backdatedFrom = 5min;

QString postRoute(qint64 id)
{
    return posts + u'/' + QString::number(id);
}

bool isSame(const Content &content, const RemotePost &post)
{
    return canonical(content.title) == canonical(post.title) &&
           canonical(content.html) == canonical(post.html);
}

} // namespace

Publication::Publication(http::Client &client, Interface interface, Order order, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_interface(std::move(interface))
    , m_order(std::move(order))
    , m_content(contentOf(m_order.thread))
    , m_slug(slugOf(m_order.thread))
    , m_deadline(m_order.limits.whole)
{
    m_promise.start();
}

QFuture<Publication::Answer> Publication::start()
{
    look();
    return m_promise.future();
}

template <class Then>
void Publication::ask(const http::Request &request, Then then)
{
    http::Request bounded = request;
    bounded.deadline = std::clamp(std::chrono::milliseconds(m_deadline.remainingTime()), 1ms,
                                  m_order.limits.request);
    base::whenFinished(this, m_client.send(bounded),
                       [this, then](const Result<http::Response> &response) {
                           if (!response)
                               return finish(base::passOn(response));
                           if (const auto at = timeAt(*response))
                               m_siteTime = at;
                           const auto json = jsonFrom(*response);
                           if (!json)
                               return finish(base::passOn(json));
                           then(*json);
                       });
}

void Publication::look()
{
    QUrlQuery query;
    query.addQueryItem(u"slug"_s, u"%1,%1-2,%1-3,%1__trashed"_s.arg(m_slug));
    query.addQueryItem(u"status"_s, u"publish,future,draft,pending,private,trash"_s);
    query.addQueryItem(u"context"_s, u"edit"_s);
    query.addQueryItem(u"per_page"_s, u"20"_s);
    query.addQueryItem(u"_fields"_s, fields);
    ask(m_interface.request(Method::Get, posts, query), [this](const QJsonDocument &found) {
        sort(found.array());
        decide();
    });
}

void Publication::sort(const QJsonArray &found)
{
    std::vector<RemotePost> ours;
    for (const QJsonValue &value : found) {
        RemotePost post = postFrom(value.toObject());
        if (post.status == "trash"_L1)
            m_binned = std::move(post);
        else if (post.slug == m_slug || belongsTo(post.html, m_order.thread.key))
            ours.push_back(std::move(post));
    }
    // The one at our own address first; of others, the one that was there first.
    std::ranges::sort(ours, {}, [this](const RemotePost &post) {
        return std::pair(post.slug != m_slug, post.id);
    });
    m_post.reset();
    m_doubles.clear();
    if (ours.empty())
        return;
    m_post = ours.front();
    m_doubles.assign(ours.begin() + 1, ours.end());
}

void Publication::decide()
{
    // What an earlier attempt made while we had given it up.
    if (!m_doubles.empty()) {
        const RemotePost extra = m_doubles.back();
        m_doubles.pop_back();
        remove(extra.id, false, [this] { decide(); });
        return;
    }
    if (m_post)
        decideOnPost(*m_post);
    else if (m_order.task != Order::Task::Publish)
        finish(std::optional<Receipt>());
    else if (m_binned && !m_order.overwrite)
        refuse(tr("Somebody has put this post into the bin on %1. Take it out again there, or "
                  "overwrite it: watchkeeper outbox flush --overwrite.")
                   .arg(label()));
    else
        chooseCategories();
}

void Publication::decideOnPost(const RemotePost &post)
{
    const bool isPublic = post.status == "publish"_L1;
    switch (m_order.task) {
    case Order::Task::Find:
        if (isPublic && shows(post.html, m_order.revision))
            accept(post);
        else
            finish(std::optional<Receipt>());
        return;
    case Order::Task::Retract:
        remove(post.id, false, [this] { finish(std::optional<Receipt>()); });
        return;
    case Order::Task::Publish:
        break;
    }
    if (isPublic && isSame(m_content, post))
        accept(post);
    else if (!isPublic && !m_order.overwrite)
        refuse(tr("Somebody has taken this post on %1 off the site. Publish it again there, or "
                  "overwrite it: watchkeeper outbox flush --overwrite.")
                   .arg(label()));
    else if (!isUntouched(post.title, post.html) && !m_order.overwrite)
        refuse(
            tr("Somebody has changed this post on %1 (%2 UTC), and it was not overwritten. Bring "
               "our text back with the revisions of WordPress, or overwrite it: watchkeeper outbox "
               "flush --overwrite.")
                .arg(label(), QString(post.modified).replace(u'T', u' ')));
    else
        update(post);
}

void Publication::chooseCategories()
{
    QStringList wanted;
    if (!m_order.target.category.isEmpty())
        wanted << m_order.target.category;
    for (const publish::ComponentEffect &component : m_order.thread.components) {
        const auto category = m_order.target.componentCategories.find(component.name);
        if (category != m_order.target.componentCategories.end())
            wanted << category->second;
    }
    wanted.removeDuplicates();
    if (wanted.isEmpty())
        return create({});
    QUrlQuery query;
    query.addQueryItem(u"slug"_s, wanted.join(u','));
    query.addQueryItem(u"per_page"_s, u"100"_s);
    query.addQueryItem(u"_fields"_s, u"id"_s);
    ask(m_interface.request(Method::Get, u"wp/v2/categories"_s, query),
        [this](const QJsonDocument &found) {
            QJsonArray ids;
            for (const QJsonValue &category : found.array())
                ids.append(category["id"_L1]);
            create(ids);
        });
}

void Publication::create(const QJsonArray &categories)
{
    QJsonObject body{{u"title"_s, m_content.title},
                     {u"content"_s, m_content.html},
                     {u"status"_s, u"publish"_s},
                     {u"slug"_s, m_slug}};
    if (!categories.isEmpty())
        body.insert(u"categories"_s, categories);
    const base::Instant first = m_order.thread.publishedAt();
    if (m_siteTime && first + backdatedFrom < *m_siteTime)
        body.insert(u"date_gmt"_s, timing::isoUtc(first));
    QUrlQuery query;
    query.addQueryItem(u"context"_s, u"edit"_s);
    query.addQueryItem(u"_fields"_s, fields);
    ask(m_interface.request(Method::Post, posts, query, body),
        [this](const QJsonDocument &made) { created(postFrom(made.object())); });
}

void Publication::created(const RemotePost &post)
{
    if (post.slug == m_slug)
        return accept(post);
    // Somebody made it between our look and our post: theirs stays.
    if (m_lostRace)
        return refuse(tr("%1 does not give this post the address that it asks for (“%2”). A plugin "
                         "may rewrite addresses; switch that off there.")
                          .arg(label(), m_slug));
    m_lostRace = true;
    remove(post.id, true, [this] { look(); });
}

void Publication::update(const RemotePost &post)
{
    QUrlQuery query;
    query.addQueryItem(u"context"_s, u"edit"_s);
    query.addQueryItem(u"_fields"_s, fields);
    const QJsonObject body{
        {u"title"_s, m_content.title}, {u"content"_s, m_content.html}, {u"status"_s, u"publish"_s}};
    ask(m_interface.request(Method::Post, postRoute(post.id), query, body),
        [this](const QJsonDocument &changed) { accept(postFrom(changed.object())); });
}

void Publication::remove(qint64 post, bool forGood, std::function<void()> then)
{
    QUrlQuery query;
    if (forGood)
        query.addQueryItem(u"force"_s, u"true"_s);
    ask(m_interface.request(Method::Delete, postRoute(post), query),
        [then = std::move(then)](const QJsonDocument &) { then(); });
}

void Publication::accept(const RemotePost &post)
{
    if (post.status != "publish"_L1) {
        return refuse(tr("%1 has kept the post, but does not show it (“%2”). Check there what the "
                         "user may do, and publish it there.")
                          .arg(label(), post.status));
    }
    finish(std::optional(Receipt{QString::number(post.id), post.link}));
}

void Publication::refuse(const QString &sentence)
{
    finish(base::fail(ErrorKind::Refused, sentence));
}

void Publication::finish(Answer answer)
{
    m_promise.addResult(std::move(answer));
    m_promise.finish();
    deleteLater();
}

QString Publication::label() const
{
    return m_order.target.label;
}

} // namespace wordpress
