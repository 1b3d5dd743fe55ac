// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/fakesite.h"

#include <map>

namespace fakes {

using namespace Qt::StringLiterals;

/// Enough of the REST interface of WordPress for one kind of post, with its traps: slugs are made
/// unique, and nothing is idempotent.
class FakeWordPress final : public FakeSite
{
public:
    struct Post
    {
        int id = 0;
        QString slug;
        QString status;
        QString title;
        QString html;
    };

    std::map<int, Post> posts;
    QByteArray account = "ana:pw";
    int created = 0;

protected:
    [[nodiscard]] Reply unauthorized() const override
    {
        return json(401, QJsonObject{{u"code"_s, u"rest_cannot_create"_s}});
    }

    [[nodiscard]] Reply carryOut(const Call &call) override
    {
        const QUrl &url = call.url;
        if (!url.path().startsWith("/wp-json/"_L1))
            return page(url.path());
        if (!call.head.contains("Basic " + account.toBase64()))
            return json(401, QJsonObject{{u"code"_s, u"rest_not_logged_in"_s}});
        const int id = url.path().section(u'/', 5, 5).toInt();
        if (call.method == "GET")
            return list(QUrlQuery(url));
        if (id > 0 && !posts.contains(id))
            return json(404, QJsonObject{{u"code"_s, u"rest_post_invalid_id"_s}});
        if (call.method == "DELETE")
            return remove(id, QUrlQuery(url).hasQueryItem(u"force"_s));
        return id > 0 ? change(id, call.body) : create(call.body);
    }

private:
    Reply list(const QUrlQuery &query)
    {
        const QStringList slugs = query.queryItemValue(u"slug"_s, QUrl::FullyDecoded).split(u',');
        QJsonArray found;
        for (const auto &[id, post] : posts) {
            if (slugs.contains(post.slug))
                found.append(toObject(post));
        }
        return json(200, found);
    }

    Reply create(const QJsonObject &wanted)
    {
        Post post;
        post.id = ++created;
        const QString slug = wanted[u"slug"_s].toString();
        post.slug = slug;
        const auto taken = [&] {
            return std::any_of(posts.begin(), posts.end(),
                               [&](const auto &entry) { return entry.second.slug == post.slug; });
        };
        for (int number = 2; taken(); ++number)
            post.slug = slug + u'-' + QString::number(number);
        posts[post.id] = post;
        const Reply reply = change(post.id, wanted);
        return {201, reply.content, reply.type};
    }

    Reply change(int id, const QJsonObject &wanted)
    {
        Post &post = posts[id];
        post.title = wanted[u"title"_s].toString();
        post.html = wanted[u"content"_s].toString();
        post.status = wanted[u"status"_s].toString();
        return json(200, toObject(post));
    }

    Reply remove(int id, bool forGood)
    {
        if (forGood) {
            posts.erase(id);
        } else {
            posts[id].status = u"trash"_s;
            posts[id].slug += u"__trashed"_s;
        }
        return json(200, QJsonObject{{u"deleted"_s, forGood}});
    }

    Reply page(const QString &path)
    {
        for (const auto &[id, post] : posts) {
            if (path == u'/' + post.slug + u'/' && post.status == "publish"_L1)
                return {200, u"<html><h1>%1</h1>%2</html>"_s.arg(post.title, post.html).toUtf8(),
                        "text/html"};
        }
        return {404, "<h1>Not found</h1>", "text/html"};
    }

    QJsonObject toObject(const Post &post) const
    {
        return {{u"id"_s, post.id},
                {u"slug"_s, post.slug},
                {u"status"_s, post.status},
                {u"link"_s, url() + post.slug + u'/'},
                {u"title"_s, QJsonObject{{u"raw"_s, post.title}}},
                {u"content"_s, QJsonObject{{u"raw"_s, post.html}}},
                {u"modified_gmt"_s, u"2026-11-22T16:30:00"_s}};
    }
};

} // namespace fakes
