// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <deque>
#include <functional>
#include <map>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

namespace fakes {

using namespace Qt::StringLiterals;

/// What happens to one request.
enum class Mishap {
    None,
    SilentBefore, ///< nothing is done, nothing is answered
    SilentAfter,  ///< it is done, but the answer never comes
    ResetBefore,
    ResetAfter,
    HalfAnswer, ///< done; the answer breaks off in its middle
    Fault500,
    Fault500After, ///< done, and then the site falls over
    SlowDown,      ///< 429 with Retry-After
    Upgrade,       ///< 503 with Retry-After
    Captive,       ///< a login page, with 200
    WrongPassword, ///< the site has lost our password for a while
    Redirect,
};

/// Enough of the REST interface of WordPress for one kind of post, with its traps: slugs are made
/// unique, and nothing is idempotent.
class FakeWordPress final : public QTcpServer
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

    FakeWordPress()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no free port on loopback");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { receive(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1/"_s.arg(serverPort()); }

    std::map<int, Post> posts;
    std::function<Mishap()> mishap = [] {
        return Mishap::None;
    };
    QByteArray account = "ana:pw";
    int created = 0;

private:
    void receive(QTcpSocket *socket)
    {
        QByteArray request = socket->property("request").toByteArray() + socket->readAll();
        socket->setProperty("request", request);
        const qsizetype end = request.indexOf("\r\n\r\n");
        if (end < 0 || socket->property("taken").toBool())
            return;
        const QByteArray head = request.left(end);
        const qsizetype at = head.toLower().indexOf("content-length:");
        const qsizetype length = at < 0 ? 0 : head.mid(at + 15).split('\r')[0].trimmed().toInt();
        if (request.size() < end + 4 + length)
            return;
        socket->setProperty("taken", true);
        serve(socket, head, request.mid(end + 4, length));
    }

    void serve(QTcpSocket *socket, const QByteArray &head, const QByteArray &body)
    {
        const Mishap what = mishap();
        switch (what) {
        case Mishap::SilentBefore:
            return;
        case Mishap::ResetBefore:
            return socket->abort();
        case Mishap::Fault500:
            return answer(socket, 500, "<p>Error establishing a database connection</p>",
                          "text/html");
        case Mishap::SlowDown:
            return answer(socket, 429, "{}", "application/json", "Retry-After: 30\r\n");
        case Mishap::Upgrade:
            return answer(socket, 503, "{\"code\":\"wp_die\"}", "application/json",
                          "Retry-After: 600\r\n");
        case Mishap::Captive:
            return answer(socket, 200, "<h1>Sign in to our network</h1>", "text/html");
        case Mishap::WrongPassword:
            return answer(socket, 401, "{\"code\":\"rest_cannot_create\"}", "application/json");
        case Mishap::Redirect:
            return answer(socket, 302, {}, "text/html", "Location: http://192.0.2.7/\r\n");
        default:
            break;
        }
        const auto [status, content, type] = carryOut(head, body);
        if (what == Mishap::SilentAfter)
            return;
        if (what == Mishap::ResetAfter)
            return socket->abort();
        if (what == Mishap::Fault500After)
            return answer(socket, 500, "<p>Fatal error</p>", "text/html");
        if (what == Mishap::HalfAnswer) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                          QByteArray::number(content.size()) + "\r\n\r\n" +
                          content.left(content.size() / 2));
            return socket->disconnectFromHost();
        }
        answer(socket, status, content, type);
    }

    struct Reply
    {
        int status;
        QByteArray content;
        QByteArray type;
    };

    Reply carryOut(const QByteArray &head, const QByteArray &body)
    {
        const QByteArray method = head.split(' ').value(0);
        const QUrl url = QUrl::fromEncoded(head.split(' ').value(1));
        if (!url.path().startsWith("/wp-json/"_L1))
            return page(url.path());
        if (!head.contains("Basic " + account.toBase64()))
            return json(401, QJsonObject{{u"code"_s, u"rest_not_logged_in"_s}});
        const int id = url.path().section(u'/', 5, 5).toInt();
        const QJsonObject wanted = QJsonDocument::fromJson(body).object();
        if (method == "GET")
            return list(QUrlQuery(url));
        if (id > 0 && !posts.contains(id))
            return json(404, QJsonObject{{u"code"_s, u"rest_post_invalid_id"_s}});
        if (method == "DELETE")
            return remove(id, QUrlQuery(url).hasQueryItem(u"force"_s));
        return id > 0 ? change(id, wanted) : create(wanted);
    }

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

    template <class Value>
    static Reply json(int status, const Value &value)
    {
        return {status, QJsonDocument(value).toJson(QJsonDocument::Compact), "application/json"};
    }

    static void answer(QTcpSocket *socket, int status, const QByteArray &content,
                       const QByteArray &type, const QByteArray &headers = {})
    {
        socket->write("HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " +
                      type + "\r\nContent-Length: " + QByteArray::number(content.size()) +
                      "\r\nConnection: close\r\n" + headers + "\r\n" + content);
        socket->disconnectFromHost();
    }
};

} // namespace fakes
