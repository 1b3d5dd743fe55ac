// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/publication.h"

#include "importing/htmltext.h"
#include "timing/zone.h"
#include "wordpress/markup.h"

#include <algorithm>
#include <QJsonArray>

namespace wordpress {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using http::Method;
using publish::ForeignEdit;
using publish::Order;
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

Publication::Publication(http::Client &client, Interface interface, publish::Order order,
                         QObject *parent)
    : Errand(client, std::move(order), jsonFrom, parent)
    , m_interface(std::move(interface))
    , m_content(contentOf(thread()))
    , m_slug(slugOf(thread()))
{}

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
        else if (post.slug == m_slug || belongsTo(post.html, thread().key))
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
    else if (order().task != Order::Task::Publish)
        finishWithout(m_binned);
    else if (m_binned && !order().overwrite)
        refuseForeign(foreignEdit(*m_binned),
                      tr("Somebody has put this post into the bin on %1. Take it out again there, "
                         "or overwrite it in the outbox.")
                          .arg(label()));
    else
        chooseCategories();
}

/// The revision that is looked for, in a thread that is whole; without one, anything of the thread.
bool Publication::isThere(const RemotePost &post) const
{
    const QString &wanted = order().revision;
    return wanted.isEmpty() || (thread().updateWith(wanted) && showsAll(post.html, thread()));
}

void Publication::decideOnPost(const RemotePost &post)
{
    const bool isPublic = post.status == "publish"_L1;
    switch (order().task) {
    case Order::Task::Find:
        if (isPublic && isThere(post))
            accept(post);
        else
            finishWithout(post);
        return;
    case Order::Task::Retract:
        remove(post.id, false, [this] { finish(std::optional<Receipt>()); });
        return;
    case Order::Task::Publish:
        break;
    }
    if (isPublic && isSame(m_content, post))
        accept(post);
    else if (!isPublic && !order().overwrite)
        refuseForeign(foreignEdit(post),
                      tr("Somebody has taken this post on %1 off the site. Publish it again there, "
                         "or overwrite it in the outbox.")
                          .arg(label()));
    else if (!isUntouched(post.title, post.html) && !order().overwrite)
        refuseForeign(foreignEdit(post),
                      tr("Somebody has changed this post on %1 (%2 UTC), and it was not "
                         "overwritten. See the difference in the outbox, and overwrite or keep it.")
                          .arg(label(), QString(post.modified).replace(u'T', u' ')));
    else
        update(post);
}

void Publication::finishWithout(const std::optional<RemotePost> &other)
{
    const bool isChanged =
        other && (other->status != "publish"_L1 || !isUntouched(other->title, other->html));
    if (order().task == Order::Task::Find && isChanged)
        noteForeign(foreignEdit(*other));
    finish(std::optional<Receipt>());
}

ForeignEdit Publication::foreignEdit(const RemotePost &post) const
{
    const auto text = [](const QString &title, const QString &html) {
        return importing::plainText(title) + u"\n\n"_s + importing::plainText(html);
    };
    return {text(post.title, post.html), text(m_content.title, m_content.html),
            QString(post.modified).replace(u'T', u' ') + u" UTC"_s};
}

void Publication::chooseCategories()
{
    const QStringList wanted = filedUnder(thread(), order().target);
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
    const base::Instant first = thread().publishedAt();
    if (theirTime() && first + backdatedFrom < *theirTime())
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

} // namespace wordpress
