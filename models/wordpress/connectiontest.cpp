// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/connectiontest.h"

#include "base/text.h"
#include "base/whenfinished.h"
#include "http/address.h"
#include "http/confidential.h"
#include "http/words.h"
#include "wordpress/address.h"
#include "wordpress/answers.h"
#include "wordpress/interface.h"

#include <QJsonArray>

namespace wordpress {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using base::Result;
using http::Method;

namespace {

constexpr auto patience = 12s;
constexpr int siteRedirects = 3;

http::Request anonymous(const QUrl &url, int redirects)
{
    http::Request request;
    request.url = url;
    request.redirects = redirects;
    request.deadline = patience;
    return request;
}

QStringList categoriesOf(const publish::TargetSpec &target)
{
    QStringList all;
    if (!target.category.isEmpty())
        all << target.category;
    for (const auto &[component, category] : target.components)
        all << category;
    all.removeDuplicates();
    return all;
}

} // namespace

ConnectionTest::ConnectionTest(http::Client &client, publish::TargetSpec target,
                               secret::Secret password, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_target(std::move(target))
    , m_password(std::move(password))
{
    m_promise.start();
}

QFuture<Result<Connection>> ConnectionTest::start()
{
    auto future = m_promise.future();
    http::Request wanted = anonymous(m_target.address, 0);
    wanted.confidential = true;
    wanted.plainLoopback = m_target.plainLoopback;
    // Said before anything is sent, as it is the first thing that would fail.
    if (const base::Done allowed = http::checkConfidential(wanted); !allowed)
        finish(base::passOn(allowed));
    else if (m_target.user.isEmpty() || m_password.isEmpty())
        finish(base::fail(ErrorKind::Input, tr("Type the user name and an application password.")));
    else
        visitSite();
    return future;
}

template <class Then>
void ConnectionTest::send(const http::Request &request, Then then)
{
    http::Request bounded = request;
    bounded.deadline = patience;
    base::whenFinished(this, m_client.send(bounded),
                       [this, then](const Result<http::Response> &response) {
                           if (response)
                               then(*response);
                           else
                               finish(base::passOn(response));
                       });
}

void ConnectionTest::visitSite()
{
    send(anonymous(m_target.address, siteRedirects),
         [this](const http::Response &page) { visitedSite(page); });
}

void ConnectionTest::visitedSite(const http::Response &page)
{
    if (!http::isSameOrigin(page.finalUrl, m_target.address)) {
        return finish(base::fail(
            ErrorKind::Refused,
            tr("%1 sends its readers to %2. Enter that address, so that the password is meant for "
               "it.")
                .arg(http::placeOf(m_target.address),
                     page.finalUrl.toString(QUrl::RemovePath | QUrl::RemoveQuery |
                                            QUrl::RemoveFragment))));
    }
    if (page.status == 429 || page.status >= 500) {
        const auto json = jsonFrom(page);
        return finish(base::passOn(json));
    }
    const QUrl named = interfaceIn(page);
    if (named.isValid() && !http::isSameOrigin(named, m_target.address)) {
        return finish(base::fail(
            ErrorKind::Refused,
            tr("This site has its programming interface at another address (%1). Enter the address "
               "that is set in WordPress under Settings, General.")
                .arg(http::placeOf(named))));
    }
    if (named.isValid())
        return tryInterface({named});
    QUrl plain = m_target.address;
    plain.setPath(plain.path() + u"index.php"_s);
    plain.setQuery(u"rest_route=/"_s);
    tryInterface({m_target.address.resolved(QUrl(u"wp-json/"_s)), plain});
}

void ConnectionTest::tryInterface(const QList<QUrl> &candidates)
{
    m_connection.api = candidates.first();
    m_target.api = candidates.first();
    send(anonymous(candidates.first(), 0), [this, candidates](const http::Response &answer) {
        const auto json = jsonFrom(answer);
        if (json && (*json)["namespaces"_L1].isArray())
            return readIndex(json->object());
        if (candidates.size() > 1 && (json || json.error().kind == ErrorKind::NotFound))
            return tryInterface(candidates.mid(1));
        if (!json)
            return finish(base::passOn(json));
        finish(base::fail(ErrorKind::NotFound,
                          tr("There is no WordPress at this address of %1. Check the address.")
                              .arg(http::placeOf(m_target.address))));
    });
}

void ConnectionTest::readIndex(const QJsonObject &index)
{
    m_connection.site = base::oneLine(index.value("name"_L1).toString(), 80);
    const QJsonValue ways = index.value("authentication"_L1);
    if (ways["application-passwords"_L1].isObject())
        return askForUser();
    finish(base::fail(ErrorKind::Refused,
                      tr("WordPress on %1 takes no application passwords: it does not know that it "
                         "is reached over https, or a plugin has switched them off.")
                          .arg(http::placeOf(m_target.address))));
}

void ConnectionTest::askForUser()
{
    QUrlQuery query;
    query.addQueryItem(u"context"_s, u"edit"_s);
    const Interface interface(m_target, m_password);
    send(interface.request(Method::Get, u"wp/v2/users/me"_s, query),
         [this](const http::Response &answer) {
             const auto json = jsonFrom(answer);
             if (json)
                 readUser(json->object());
             else
                 finish(base::passOn(json));
         });
}

void ConnectionTest::readUser(const QJsonObject &user)
{
    m_connection.user = base::oneLine(user.value("name"_L1).toString(), 80);
    const QJsonValue capabilities = user.value("capabilities"_L1);
    if (!capabilities["publish_posts"_L1].toBool()) {
        return finish(base::fail(
            ErrorKind::Auth,
            tr("The user %1 may write on %2 but not publish. Give the user the role Author or "
               "Editor there.")
                .arg(m_target.user, http::placeOf(m_target.address))));
    }
    askForCategories();
}

void ConnectionTest::askForCategories()
{
    const QStringList wanted = categoriesOf(m_target);
    if (wanted.isEmpty())
        return finish(m_connection);
    QUrlQuery query;
    query.addQueryItem(u"slug"_s, wanted.join(u','));
    query.addQueryItem(u"per_page"_s, u"100"_s);
    query.addQueryItem(u"_fields"_s, u"slug"_s);
    const Interface interface(m_target, m_password);
    send(interface.request(Method::Get, u"wp/v2/categories"_s, query),
         [this, wanted](const http::Response &answer) {
             const auto json = jsonFrom(answer);
             if (!json)
                 return finish(base::passOn(json));
             m_connection.unknownCategories = wanted;
             for (const QJsonValue &category : json->array())
                 m_connection.unknownCategories.removeAll(category["slug"_L1].toString());
             finish(m_connection);
         });
}

void ConnectionTest::finish(Result<Connection> result)
{
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace wordpress
