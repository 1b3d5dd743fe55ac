// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/address.h"

#include "source/dnsprobe.h"

#include <algorithm>
#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

namespace source {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("source", text);
}

tl::unexpected<base::Error> refuse(const char *text)
{
    return base::fail(ErrorKind::Input, say(text));
}

/// "[::1]", as it has to be written in front of a port.
QString bracketed(const QString &host)
{
    return host.contains(u':') ? u'[' + host + u']' : host;
}

bool isAllNumbers(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Whether it can be a host: a numeric address, or a name as the name service takes it.
bool isHost(const QString &host)
{
    if (!QHostAddress(host).isNull())
        return true;
    QString name = QString::fromLatin1(QUrl::toAce(host));
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name.isEmpty() || name.size() > 253)
        return false;
    const QStringList labels = name.split(u'.');
    static const QRegularExpression label(u"^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$"_s);
    const bool areLabels = std::all_of(labels.begin(), labels.end(), [](const QString &part) {
        return label.match(part).hasMatch();
    });
    return areLabels && !isAllNumbers(labels.last()); // 999.1.1.1 is neither
}

/// Puts the scheme that is meant in front of what was typed without one.
QString withScheme(const QString &typed)
{
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]*://"_s);
    if (scheme.match(typed).hasMatch())
        return typed;
    const qsizetype end = typed.indexOf(QRegularExpression(u"[/?#]"_s));
    const QString place = end < 0 ? typed : typed.left(end);
    const QString rest = end < 0 ? QString() : typed.sliced(end);
    if (QHostAddress(place).protocol() == QHostAddress::IPv6Protocol)
        return u"https://"_s + bracketed(place) + rest;
    const qsizetype colon = place.lastIndexOf(u':');
    const QString port = colon < 0 ? QString() : place.sliced(colon + 1);
    if (!isAllNumbers(port) || port == "443"_L1 || port == "8443"_L1)
        return u"https://"_s + typed;
    if (!rest.isEmpty() || port == "80"_L1 || port == "8080"_L1)
        return u"http://"_s + typed;
    return u"tcp://"_s + typed;
}

/// "dns:example.org" is the short form of "dns:///example.org".
QString withSlashes(const QString &typed)
{
    const bool isShort = typed.startsWith("dns:"_L1, Qt::CaseInsensitive) &&
                         !typed.startsWith("dns://"_L1, Qt::CaseInsensitive);
    return isShort ? "dns:///"_L1 + typed.mid(4) : typed;
}

QString nameOf(const QUrl &url)
{
    if (url.scheme() == "dns"_L1) {
        const DnsQuestion question = dnsQuestion(url).value_or(DnsQuestion());
        return (question.name + u' ' + source::nameOf(question.type)).left(100);
    }
    QString name = bracketed(url.host());
    const bool isWeb = url.scheme().startsWith(u"http");
    if (url.port() > 0 && !(isWeb && url.port() == (url.scheme() == "https"_L1 ? 443 : 80)))
        name += u':' + QString::number(url.port());
    if (isWeb && url.path() != "/"_L1)
        name += url.path();
    return name.left(100);
}

} // namespace

base::Result<QUrl> targetUrl(const QString &address)
{
    QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isWeb = scheme == "http"_L1 || scheme == "https"_L1;
    const bool isPort = scheme == "tcp"_L1 || scheme == "tls"_L1;
    if (url.isValid() && scheme == "dns"_L1) {
        if (const auto question = dnsQuestion(url); !question)
            return base::passOn(question);
        return url;
    }
    if (url.isValid() && !scheme.isEmpty() && !isWeb && !isPort)
        return base::fail(ErrorKind::Input,
                          say(QT_TRANSLATE_NOOP("source", "%1 addresses cannot be watched. Use "
                                                          "http, https, tcp, tls or dns."))
                              .arg(scheme));
    if (!url.isValid() || !isHost(url.host()))
        return refuse(QT_TRANSLATE_NOOP("source", "This is no address. Type one such as "
                                                  "https://example.org/health or db:5432."));
    if (!url.userInfo().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("source", "Take the user name and password out of the "
                                                  "address: they would be readable on screen."));
    if (url.port() == 0)
        return refuse(QT_TRANSLATE_NOOP("source", "There is no port 0. Use a number between 1 and "
                                                  "65535."));
    if (isPort && !(url.path().isEmpty() || url.path() == "/"_L1))
        return refuse(QT_TRANSLATE_NOOP("source", "A tcp or tls address ends with its port. For a "
                                                  "page use http:// or https://."));
    if (targetPort(url) < 0)
        return refuse(QT_TRANSLATE_NOOP("source", "Which port? Add it to the address, as in "
                                                  "tcp://db:5432."));
    url.setFragment({});
    if (isPort)
        url = QUrl(u"%1://%2:%3"_s.arg(scheme, bracketed(url.host())).arg(targetPort(url)));
    else if (url.path().isEmpty())
        url.setPath(u"/"_s);
    return url;
}

bool usesTls(const QUrl &url)
{
    return url.scheme() == "https"_L1 || url.scheme() == "tls"_L1;
}

int targetPort(const QUrl &url)
{
    return url.port(usesTls(url) ? 443 : url.scheme() == "http"_L1 ? 80 : -1);
}

base::Result<MonitorSpec> specFromAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("source", "Type the address to watch, such as "
                                                  "https://example.org/health or db:5432."));
    const bool hasGap = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control;
    });
    if (hasGap)
        return refuse(QT_TRANSLATE_NOOP("source",
                                        "An address has no spaces in it. Type one such as "
                                        "https://example.org/health or db:5432."));
    const base::Result<QUrl> url = targetUrl(withScheme(withSlashes(text)));
    if (!url)
        return base::passOn(url);
    MonitorSpec spec;
    spec.kind = url->scheme() == "dns"_L1           ? Kind::Dns
                : url->scheme().startsWith(u"http") ? Kind::Http
                                                    : Kind::Tcp;
    spec.address = url->toString(QUrl::FullyEncoded);
    spec.name = nameOf(*url);
    if (const base::Done usable = validate(spec); !usable)
        return base::passOn(usable);
    return spec;
}

MonitorSpec thisMachine()
{
    MonitorSpec spec;
    spec.kind = Kind::Host;
    spec.name = say(QT_TRANSLATE_NOOP("source", "This machine"));
    spec.interval = std::chrono::seconds(5);
    spec.timeout = spec.interval;
    return spec;
}

bool isLinkLocal(const QHostAddress &address)
{
    bool isMapped = false;
    const quint32 v4 = address.toIPv4Address(&isMapped);
    if (isMapped)
        return (v4 >> 16) == 0xa9fe;
    return address.protocol() == QHostAddress::IPv6Protocol &&
           address.isInSubnet(QHostAddress(u"fe80::"_s), 10);
}

} // namespace source
