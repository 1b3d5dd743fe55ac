// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/address.h"

#include "http/address.h"

#include <QRegularExpression>

namespace wordpress {

using namespace Qt::StringLiterals;

base::Result<QUrl> siteAddress(const QString &typed)
{
    static const QRegularExpression ownPages(
        u"(wp-admin|wp-json|wp-login\\.php|wp-content|xmlrpc\\.php|index\\.php)(/.*)?$"_s);
    auto url = http::typedAddress(typed);
    if (!url)
        return url;
    QString path = url->path().remove(ownPages);
    if (!path.endsWith(u'/'))
        path += u'/';
    url->setPath(path);
    return url;
}

QUrl interfaceIn(const http::Response &page)
{
    static const QRegularExpression link(u"<([^>]+)>\\s*;\\s*rel=\"?https://api\\.w\\.org/\"?"_s);
    const auto match = link.match(QString::fromUtf8(http::headerValue(page.headers, "Link")));
    return match.hasMatch() ? page.finalUrl.resolved(QUrl(match.captured(1))) : QUrl();
}

} // namespace wordpress
