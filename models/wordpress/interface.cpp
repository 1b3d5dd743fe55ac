// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/interface.h"

#include <QJsonDocument>

namespace wordpress {

using namespace Qt::StringLiterals;
using secret::Secret;

Interface::Interface(publish::TargetSpec target, Secret password)
    : m_target(std::move(target))
    , m_password(withoutSpaces(password))
{}

http::Request Interface::request(http::Method method, const QString &route, const QUrlQuery &query,
                                 const QJsonObject &body) const
{
    http::Request request;
    request.method = method;
    request.url = addressOf(m_target.api, route, query);
    request.confidential = true;
    request.plainLoopback = m_target.plainLoopback;
    const QByteArray account = m_target.user.toUtf8() + ':' + m_password.reveal();
    request.headers = {{"Authorization", "Basic " + account.toBase64()},
                       {"Accept", "application/json"}};
    if (!body.isEmpty()) {
        request.headers.append(http::Header{"Content-Type", "application/json"});
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return request;
}

QUrl addressOf(const QUrl &api, const QString &route, const QUrlQuery &query)
{
    QUrl url = api;
    QUrlQuery all(api);
    const auto parameter = u"rest_route"_s;
    if (all.hasQueryItem(parameter)) {
        all.removeQueryItem(parameter);
        all.addQueryItem(parameter, u'/' + route);
    } else {
        const QString path = api.path();
        url.setPath(path.endsWith(u'/') ? path + route : path + u'/' + route);
    }
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        all.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    url.setQuery(all);
    return url;
}

Secret withoutSpaces(const Secret &password)
{
    QByteArray bytes = password.reveal();
    return Secret(bytes.replace(' ', ""));
}

} // namespace wordpress
