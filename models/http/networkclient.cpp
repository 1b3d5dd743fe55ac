// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/networkclient.h"

#include "base/whenfinished.h"
#include "http/confidential.h"
#include "http/exchange.h"
#include "http/proxychoice.h"
#include "http/words.h"

#include <algorithm>
#include <QCoreApplication>
#include <utility>

namespace http {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

bool isOneLine(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

base::Done check(const Request &request)
{
    const auto say = [](const char *text) {
        return QCoreApplication::translate("http", text);
    };
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty() ||
        (scheme != "https"_L1 && scheme != "http"_L1))
        return base::fail(ErrorKind::Input,
                          say(QT_TRANSLATE_NOOP("http", "This is no web address. It has to begin "
                                                        "with https:// or http://.")));
    if (!request.url.userInfo().isEmpty())
        return base::fail(ErrorKind::Input,
                          say(QT_TRANSLATE_NOOP("http", "Take the user name and password out of "
                                                        "the address: they would be readable.")));
    const bool areClean =
        std::all_of(request.headers.begin(), request.headers.end(), [](const Header &header) {
            return !header.name.isEmpty() && isOneLine(header.name) && isOneLine(header.value);
        });
    if (!areClean)
        return base::fail(ErrorKind::Input,
                          say(QT_TRANSLATE_NOOP("http", "A header of the request holds a line "
                                                        "break. Check the token that was set.")));
    return checkConfidential(request);
}

} // namespace

NetworkClient::NetworkClient(QObject *parent)
    : QObject(parent)
{}

NetworkClient::~NetworkClient()
{
    // Before the access manager goes, which their replies belong to.
    qDeleteAll(findChildren<Exchange *>(Qt::FindDirectChildrenOnly));
}

QFuture<base::Result<Response>> NetworkClient::send(const Request &request)
{
    if (const base::Done usable = check(request); !usable)
        return QtFuture::makeReadyFuture(base::Result<Response>(base::passOn(usable)));
    auto *exchange = new Exchange(m_network, request, this);
    auto future = exchange->future();
    start(exchange);
    return future;
}

void NetworkClient::setProxy(const Proxy &proxy, ProxyPassword password)
{
    ++m_choice;
    m_proxy = proxy;
    m_password = std::move(password);
    m_hasPassword = proxy.user.isEmpty() || !m_password;
    m_asks = false;
    // What is kept alive went the old way.
    m_network.clearConnectionCache();
    m_network.setProxyFactory(new ProxyChoice(proxy, {}));
    for (const QPointer<Exchange> &exchange : std::exchange(m_waiting, {})) {
        if (exchange)
            start(exchange);
    }
}

void NetworkClient::start(Exchange *exchange)
{
    if (m_hasPassword) {
        exchange->start();
        return;
    }
    m_waiting.append(exchange);
    if (!m_asks)
        askPassword();
}

void NetworkClient::askPassword()
{
    m_asks = true;
    base::whenFinished(this, m_password(),
                       [this, asked = m_choice](const base::Result<QByteArray> &password) {
                           if (asked == m_choice)
                               takePassword(password);
                       });
}

void NetworkClient::takePassword(const base::Result<QByteArray> &password)
{
    m_asks = false;
    m_hasPassword = password.has_value();
    if (password) {
        m_network.clearConnectionCache();
        m_network.setProxyFactory(new ProxyChoice(m_proxy, *password));
    }
    for (const QPointer<Exchange> &exchange : std::exchange(m_waiting, {})) {
        if (exchange && password)
            exchange->start();
        else if (exchange)
            exchange->fail(password.error());
    }
}

} // namespace http
