// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/confidential.h"

#include "http/words.h"

#include <algorithm>
#include <QCoreApplication>
#include <QHostAddress>

namespace http {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(http)
};

constexpr const char *credentialHeaders[] = {"Authorization", "Proxy-Authorization", "Cookie"};
constexpr std::chrono::seconds nextLook{60};

} // namespace

bool isConfidential(const Request &request)
{
    return request.confidential || std::ranges::any_of(credentialHeaders, [&](const char *name) {
               return !headerValue(request.headers, name).isNull();
           });
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

base::Done checkConfidential(const Request &request)
{
    if (!isConfidential(request))
        return {};
    const bool isEncrypted = request.url.scheme() == "https"_L1;
    if (!isEncrypted && !(request.plainLoopback && isLoopback(request.url))) {
        return base::fail(ErrorKind::Refused,
                          Words::tr("Passwords are sent over https:// only. Enter the address of "
                                    "%1 with https://.")
                              .arg(placeOf(request.url)));
    }
    if (request.redirects > 0) {
        return base::fail(ErrorKind::Internal,
                          Words::tr("A request with a password was to follow redirects. It was not "
                                    "sent. Please report this."));
    }
    return {};
}

base::Error redirectedCredentials(const QUrl &from)
{
    return {ErrorKind::Refused,
            Words::tr("%1 sends us to another address, where your password does not go. Enter the "
                      "address that it leads to; on a guest network, sign in there first.")
                .arg(placeOf(from)),
            {},
            {base::Retry::When::After, nextLook}};
}

namespace {

/// What is shorter may be a word of the answer itself. Keys and tokens are longer.
constexpr qsizetype shortestSecret = 12;

/// Of "Basic dXNlcjpwYXNz" the code, what it stands for, and the password in that; and each of them
/// in the codes in which programs write down what they have received.
QList<QByteArray> secretsIn(const QByteArray &value)
{
    const QByteArray credentials = value.mid(value.lastIndexOf(' ') + 1);
    QList<QByteArray> secrets{credentials};
    if (value.startsWith("Basic ")) {
        const QByteArray account = QByteArray::fromBase64(credentials);
        secrets << account << account.mid(account.indexOf(':') + 1);
    }
    for (const QByteArray &plain : QList<QByteArray>(secrets))
        secrets << plain.toBase64() << plain.toBase64(QByteArray::OmitTrailingEquals)
                << plain.toHex();
    return secrets;
}

bool isSecretHeader(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "authorization" || lower == "cookie" || lower.contains("token") ||
           lower.contains("key");
}

} // namespace

void removeEcho(Response &response, const Request &request)
{
    for (const Header &header : request.headers) {
        if (!isSecretHeader(header.name))
            continue;
        for (const QByteArray &secret : secretsIn(header.value)) {
            if (secret.size() < shortestSecret)
                continue;
            response.body.replace(secret, "...");
            for (Header &answered : response.headers)
                answered.value.replace(secret, "...");
        }
    }
}

} // namespace http
