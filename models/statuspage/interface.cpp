// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspage/interface.h"

#include "http/address.h"

#include <QJsonDocument>

namespace statuspage {

using namespace Qt::StringLiterals;

base::Result<QUrl> interfaceAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    auto url = http::typedAddress(text.isEmpty() ? u"https://api.statuspage.io/v1"_s : text);
    if (url && url->path() == u'/')
        url->setPath(u"/v1/"_s);
    return url;
}

Interface::Interface(publish::TargetSpec target, secret::Secret key)
    : m_target(std::move(target))
    , m_key(secret::Secret(key.reveal().trimmed()))
{}

http::Request Interface::request(http::Method method, const QString &route, const QUrlQuery &query,
                                 const QJsonObject &body) const
{
    http::Request request;
    request.method = method;
    request.url = m_target.address;
    request.url.setPath(m_target.address.path() + u"pages/"_s + m_target.user +
                        (route.isEmpty() ? QString() : u'/' + route));
    request.url.setQuery(query);
    request.confidential = true;
    request.plainLoopback = m_target.plainLoopback;
    request.headers = {{"Authorization", "OAuth " + m_key.reveal()},
                       {"Accept", "application/json"}};
    if (!body.isEmpty()) {
        request.headers.append(http::Header{"Content-Type", "application/json"});
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return request;
}

} // namespace statuspage
