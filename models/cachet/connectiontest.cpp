// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cachet/connectiontest.h"

#include "base/whenfinished.h"
#include "cachet/answers.h"
#include "cachet/interface.h"
#include "http/confidential.h"
#include "http/words.h"

#include <QJsonArray>

namespace cachet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using base::Result;
using http::Method;

namespace {

constexpr auto patience = 12s;
constexpr int perPage = 100;
constexpr int mostPages = 20;

} // namespace

ConnectionTest::ConnectionTest(http::Client &client, publish::TargetSpec target,
                               secret::Secret token, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_target(std::move(target))
    , m_token(std::move(token))
{
    m_promise.start();
}

QFuture<Result<Connection>> ConnectionTest::start()
{
    auto future = m_promise.future();
    http::Request wanted;
    wanted.url = m_target.address;
    wanted.confidential = true;
    wanted.plainLoopback = m_target.plainLoopback;
    if (const base::Done allowed = http::checkConfidential(wanted); !allowed)
        finish(base::passOn(allowed));
    else if (m_token.isEmpty())
        finish(base::fail(ErrorKind::Input, tr("Type the token that Cachet has made for you.")));
    else
        findVersion(u"3"_s);
    return future;
}

void ConnectionTest::ask(Method method, const QString &route, bool isAnonymous, const Then &then)
{
    http::Request request = Interface(m_target, m_token).request(method, route);
    if (isAnonymous)
        request.headers = {{"Accept", "application/json"}};
    if (method == Method::Post) {
        request.headers.append(http::Header{"Content-Type", "application/json"});
        request.body = "{}";
    }
    request.deadline = patience;
    base::whenFinished(this, m_client.send(request),
                       [this, then](const Result<http::Response> &response) {
                           if (response)
                               then(jsonFrom(*response));
                           else
                               finish(base::passOn(response));
                       });
}

/// Asked without the token: an address that was mistyped does not get it.
void ConnectionTest::findVersion(const QString &version)
{
    const bool three = version == "3"_L1;
    m_target.version = version;
    m_target.api = m_target.address.resolved(QUrl(three ? u"api/"_s : u"api/v1/"_s));
    ask(Method::Get, u"ping"_s, true, [this, three](const Result<QJsonDocument> &pong) {
        if (pong && (*pong)["data"_L1].toString().startsWith("Pong"_L1, Qt::CaseInsensitive)) {
            m_connection.api = m_target.api;
            m_connection.version = m_target.version;
            return tryToken(u"incidents"_s);
        }
        const bool isOther = pong || pong.error().kind == ErrorKind::NotFound;
        if (three && isOther)
            return findVersion(u"2"_s);
        if (!pong)
            return finish(base::passOn(pong));
        finish(base::fail(ErrorKind::NotFound,
                          tr("There is no Cachet at this address of %1. Check the address.")
                              .arg(http::placeOf(m_target.address))));
    });
}

/// An entry without a name is refused for what is missing in it, and that by those only who may
/// make one.
void ConnectionTest::tryToken(const QString &collection)
{
    ask(Method::Post, collection, false, [this, collection](const Result<QJsonDocument> &refused) {
        if (refused) {
            return finish(base::fail(ErrorKind::Format,
                                     tr("%1 does not answer in the form of Cachet. Check the "
                                        "address.")
                                         .arg(http::placeOf(m_target.address))));
        }
        if (refused.error().kind != ErrorKind::Refused)
            return finish(base::passOn(refused));
        if (collection == "incidents"_L1)
            return tryToken(u"schedules"_s);
        for (const auto &[ours, theirs] : m_target.components)
            m_connection.unknownComponents << theirs;
        if (m_connection.unknownComponents.isEmpty())
            finish(m_connection);
        else
            askForComponents(1);
    });
}

void ConnectionTest::askForComponents(int page)
{
    QUrlQuery query;
    query.addQueryItem(u"per_page"_s, QString::number(perPage));
    query.addQueryItem(u"page"_s, QString::number(page));
    http::Request request =
        Interface(m_target, m_token).request(Method::Get, u"components"_s, query);
    request.deadline = patience;
    base::whenFinished(this, m_client.send(request),
                       [this, page](const Result<http::Response> &response) {
                           if (!response)
                               return finish(base::passOn(response));
                           const auto json = jsonFrom(*response);
                           if (!json)
                               return finish(base::passOn(json));
                           const std::vector<Entry> entries = entriesFrom(*json);
                           for (const Entry &component : entries) {
                               for (const auto &[ours, theirs] : m_target.components) {
                                   if (theirs != component.id &&
                                       theirs.compare(component.name, Qt::CaseInsensitive) != 0)
                                       continue;
                                   m_connection.components[ours] = component.id;
                                   m_connection.unknownComponents.removeAll(theirs);
                               }
                           }
                           if (int(entries.size()) < perPage || page == mostPages)
                               finish(m_connection);
                           else
                               askForComponents(page + 1);
                       });
}

void ConnectionTest::finish(Result<Connection> result)
{
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace cachet
