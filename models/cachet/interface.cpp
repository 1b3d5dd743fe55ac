// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cachet/interface.h"

#include <QJsonDocument>

namespace cachet {

Interface::Interface(publish::TargetSpec target, secret::Secret token)
    : m_target(std::move(target))
    , m_token(secret::Secret(token.reveal().trimmed()))
{}

http::Request Interface::request(http::Method method, const QString &route, const QUrlQuery &query,
                                 const QJsonObject &body) const
{
    http::Request request;
    request.method = method;
    request.url = m_target.api;
    request.url.setPath(m_target.api.path() + route);
    request.url.setQuery(query);
    request.confidential = true;
    request.plainLoopback = m_target.plainLoopback;
    request.headers = {{"Accept", "application/json"}};
    if (isThree())
        request.headers.append(http::Header{"Authorization", "Bearer " + m_token.reveal()});
    else
        request.headers.append(http::Header{"X-Cachet-Token", m_token.reveal()});
    if (!body.isEmpty()) {
        request.headers.append(http::Header{"Content-Type", "application/json"});
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return request;
}

} // namespace cachet
