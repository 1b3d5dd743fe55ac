// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspage/connectiontest.h"

#include "base/text.h"
#include "base/whenfinished.h"
#include "http/confidential.h"
#include "http/words.h"
#include "statuspage/answers.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace statuspage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using base::Result;

namespace {

constexpr auto patience = 12s;
constexpr int perPage = 100;
constexpr int readerRedirects = 3;

QUrl readersOf(const QJsonObject &page)
{
    const QString url = page.value("url"_L1).toString();
    const QString domain = page.value("domain"_L1).toString();
    const QString subdomain = page.value("subdomain"_L1).toString();
    // "url" is the address of the company, not that of the page, where a domain is given.
    if (!domain.isEmpty())
        return QUrl(u"https://%1/"_s.arg(domain));
    if (!subdomain.isEmpty())
        return QUrl(u"https://%1.statuspage.io/"_s.arg(subdomain));
    return QUrl(url.endsWith(u'/') ? url : url + u'/');
}

} // namespace

ConnectionTest::ConnectionTest(http::Client &client, publish::TargetSpec target, secret::Secret key,
                               QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_target(std::move(target))
    , m_key(std::move(key))
{
    m_promise.start();
}

QFuture<Result<Connection>> ConnectionTest::start()
{
    static const QRegularExpression id(u"^[A-Za-z0-9]+$"_s);
    auto future = m_promise.future();
    http::Request wanted;
    wanted.url = m_target.address;
    wanted.confidential = true;
    wanted.plainLoopback = m_target.plainLoopback;
    if (const base::Done allowed = http::checkConfidential(wanted); !allowed)
        finish(base::passOn(allowed));
    else if (m_key.isEmpty() || !id.match(m_target.user).hasMatch())
        finish(base::fail(ErrorKind::Input,
                          tr("Type the page id and the API key. Statuspage shows both under API "
                             "info, in the menu of your account.")));
    else
        askForPage();
    return future;
}

void ConnectionTest::ask(const QString &route, const QUrlQuery &query,
                         const std::function<void(const QJsonDocument &)> &then)
{
    http::Request request = Interface(m_target, m_key).request(http::Method::Get, route, query);
    request.deadline = patience;
    base::whenFinished(this, m_client.send(request),
                       [this, then](const Result<http::Response> &response) {
                           if (!response)
                               return finish(base::passOn(response));
                           const auto json = jsonFrom(*response);
                           if (json)
                               then(*json);
                           else
                               finish(base::passOn(json));
                       });
}

void ConnectionTest::askForPage()
{
    ask({}, {}, [this](const QJsonDocument &page) {
        m_connection.page = base::oneLine(page["name"_L1].toString(), 80);
        m_connection.readers = readersOf(page.object());
        if (page["id"_L1].toString() != m_target.user || !m_connection.readers.isValid()) {
            return finish(base::fail(ErrorKind::Format,
                                     tr("%1 does not answer in the form of Statuspage. Check the "
                                        "address.")
                                         .arg(http::placeOf(m_target.address))));
        }
        for (const auto &[ours, theirs] : m_target.components)
            m_connection.unknownComponents << theirs;
        if (m_connection.unknownComponents.isEmpty())
            askForIncidents();
        else
            askForComponents(1);
    });
}

void ConnectionTest::askForComponents(int page)
{
    QUrlQuery query;
    query.addQueryItem(u"per_page"_s, QString::number(perPage));
    query.addQueryItem(u"page"_s, QString::number(page));
    ask(u"components"_s, query, [this, page](const QJsonDocument &list) {
        takeComponents(list);
        if (list.array().size() < perPage)
            askForIncidents();
        else
            askForComponents(page + 1);
    });
}

void ConnectionTest::takeComponents(const QJsonDocument &list)
{
    for (const QJsonValue &component : list.array()) {
        const QString id = component["id"_L1].toString();
        const QString name = component["name"_L1].toString();
        for (const auto &[ours, theirs] : m_target.components) {
            if (theirs != id && theirs.compare(name, Qt::CaseInsensitive) != 0)
                continue;
            m_connection.components[ours] = id;
            m_connection.unknownComponents.removeAll(theirs);
        }
    }
}

void ConnectionTest::askForIncidents()
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, u"1"_s);
    ask(u"incidents"_s, query, [this](const QJsonDocument &) { visitAsReader(); });
}

void ConnectionTest::visitAsReader()
{
    http::Request request;
    request.url = m_connection.readers;
    request.redirects = readerRedirects;
    request.deadline = patience;
    base::whenFinished(this, m_client.send(request), [this](const Result<http::Response> &page) {
        m_connection.isPublic = page && page->isSuccess();
        finish(m_connection);
    });
}

void ConnectionTest::finish(Result<Connection> result)
{
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace statuspage
