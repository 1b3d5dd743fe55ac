// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace http {

using namespace Qt::StringLiterals;

namespace {

constexpr base::Retry later{base::Retry::When::After, std::chrono::seconds(15)};

int usualPort(const QString &scheme)
{
    return scheme == "https"_L1 ? 443 : scheme == "http"_L1 ? 80 : -1;
}

const char *sentence(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return QT_TRANSLATE_NOOP("http", "The name of %1 cannot be found. Check the spelling, and "
                                         "that this machine is connected.");
    case QNetworkReply::ConnectionRefusedError:
        return QT_TRANSLATE_NOOP("http", "%1 refuses the connection. Check that the server is "
                                         "running and that the port is right.");
    case QNetworkReply::RemoteHostClosedError:
        return QT_TRANSLATE_NOOP("http", "%1 closed the connection without a complete HTTP answer. "
                                         "Check the address, and look into the server if it "
                                         "stays.");
    case QNetworkReply::TimeoutError:
        return QT_TRANSLATE_NOOP("http", "%1 cannot be reached. Check that the server is up and "
                                         "that this machine is connected.");
    case QNetworkReply::SslHandshakeFailedError:
        return QT_TRANSLATE_NOOP("http", "No encrypted connection to %1 could be agreed. Check the "
                                         "TLS settings of the server.");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return QT_TRANSLATE_NOOP("http",
                                 "The proxy on the way to %1 cannot be reached, or does not "
                                 "let us through. Check the proxy in the settings.");
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return QT_TRANSLATE_NOOP("http", "What %1 answers is not HTTP. Check the port.");
    default:
        return QT_TRANSLATE_NOOP("http", "The connection to %1 failed. Try again, and check that "
                                         "this machine is connected.");
    }
}

} // namespace

QString placeOf(const QUrl &url)
{
    QString host = url.host();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    if (url.port() < 0 || url.port() == usualPort(url.scheme()))
        return host;
    return host + u':' + QString::number(url.port());
}

QString secondsOf(std::chrono::milliseconds length)
{
    const auto ms = length.count();
    if (ms % 1000 == 0) {
        const int seconds = int(ms / 1000); // lupdate 6.4 hangs on a division inside translate()
        return QCoreApplication::translate("http", "%n second(s)", nullptr, seconds);
    }
    return QCoreApplication::translate("http", "%1 seconds")
        .arg(QLocale().toString(double(ms) / 1000, 'f', ms % 100 == 0 ? 1 : 2));
}

base::Error deadlineError(const QUrl &url, std::chrono::milliseconds deadline)
{
    const QString text =
        QCoreApplication::translate("http", "%1 did not finish its answer within %2. Try again, "
                                            "and look into the server if it stays.")
            .arg(placeOf(url), secondsOf(deadline));
    return {base::ErrorKind::Timeout, text, {}, later};
}

base::Error byteCapError(const QUrl &url, qint64 byteCap)
{
    const QString text = QCoreApplication::translate("http", "%1 sent more than %2, which is more "
                                                             "than expected. Check the address.")
                             .arg(placeOf(url), QLocale().formattedDataSize(byteCap));
    return {base::ErrorKind::Format, text, {}, {}};
}

base::Error networkError(const QUrl &url, QNetworkReply::NetworkError code)
{
    const bool notHttp =
        code == QNetworkReply::ProtocolFailure || code == QNetworkReply::ProtocolUnknownError;
    return {notHttp ? base::ErrorKind::Format : base::ErrorKind::Network,
            QCoreApplication::translate("http", sentence(code)).arg(placeOf(url)),
            u"network code %1"_s.arg(int(code)), later};
}

} // namespace http
