// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy.h"

#include <QCoreApplication>
#include <QUrl>

namespace http {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(http)
};

} // namespace

base::Result<Proxy> proxyFromText(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty() || text == base::toName(ProxyKind::System))
        return Proxy{ProxyKind::System, {}, 0, {}};
    if (text == base::toName(ProxyKind::None))
        return Proxy{ProxyKind::None, {}, 0, {}};
    const QUrl url(text, QUrl::StrictMode);
    if (!url.userInfo().isEmpty()) {
        return base::fail(ErrorKind::Input,
                          Words::tr("Take the user name and password out of the address of the "
                                    "proxy: they would be readable. There is a field for each."));
    }
    const auto kind = base::fromName<ProxyKind>(url.scheme());
    const bool isPlain = url.path().isEmpty() || url.path() == u"/"_s;
    const bool isHost = kind && (*kind == ProxyKind::Http || *kind == ProxyKind::Socks5);
    if (!url.isValid() || !isHost || !isPlain || url.host().isEmpty() || url.port() <= 0) {
        return base::fail(ErrorKind::Input,
                          Words::tr("Write the proxy like http://proxy.example.org:3128 or "
                                    "socks5://proxy.example.org:1080, or “system” or “none”."));
    }
    return Proxy{*kind, url.host(), quint16(url.port()), {}};
}

QString toText(const Proxy &proxy)
{
    const QString kind = base::toName(proxy.kind);
    if (proxy.kind == ProxyKind::System || proxy.kind == ProxyKind::None)
        return kind;
    QUrl url;
    url.setScheme(kind);
    url.setHost(proxy.host);
    url.setPort(proxy.port);
    return url.toString();
}

} // namespace http
