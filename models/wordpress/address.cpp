// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/address.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace wordpress {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(wordpress)
};

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

base::Result<QUrl> siteAddress(const QString &typed)
{
    static const QRegularExpression ownPages(
        u"(wp-admin|wp-json|wp-login\\.php|wp-content|xmlrpc\\.php|index\\.php)(/.*)?$"_s);
    QString text = typed.trimmed();
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::TolerantMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty()) {
        return base::fail(
            base::ErrorKind::Input,
            Words::tr("Type the address of the site, like https://blog.example.org/."));
    }
    if (!url.userInfo().isEmpty()) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("Take the user name and the password out of the address; they "
                                    "have fields of their own."));
    }
    url.setQuery(QString());
    url.setFragment(QString());
    QString path = url.path().remove(ownPages);
    if (!path.endsWith(u'/'))
        path += u'/';
    url.setPath(path);
    return url;
}

QUrl interfaceIn(const http::Response &page)
{
    static const QRegularExpression link(u"<([^>]+)>\\s*;\\s*rel=\"?https://api\\.w\\.org/\"?"_s);
    const auto match = link.match(QString::fromUtf8(http::headerValue(page.headers, "Link")));
    return match.hasMatch() ? page.finalUrl.resolved(QUrl(match.captured(1))) : QUrl();
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() &&
           portOf(one) == portOf(other);
}

} // namespace wordpress
