// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/loginclient.h"

#include "base/promised.h"
#include "base/whenfinished.h"
#include "http/confidential.h"
#include "http/words.h"

namespace workflow {

using base::ErrorKind;
using base::Result;
using http::Request;
using http::Response;

namespace {

constexpr std::chrono::minutes nextLook{1};

/// What a server that does not let us in means by its answer.
QString wordsOf(bool isForbidden, bool hasLogin)
{
    if (isForbidden && hasLogin)
        return LoginClient::tr("%1 knows the login that is kept for it, and does not allow it to "
                               "see this. Ask for more rights there, or use another login.");
    if (isForbidden)
        return LoginClient::tr("%1 does not let us in. If it knows logins, add one: Settings, "
                               "Logins.");
    if (hasLogin)
        return LoginClient::tr("%1 does not accept the login that is kept for it. Enter it anew: "
                               "Settings, Logins.");
    return LoginClient::tr("%1 asks who you are. Add a login for it: Settings, Logins.");
}

Result<Response> checked(const Result<Response> &response, bool hasLogin)
{
    if (!response || (response->status != 401 && response->status != 403))
        return response;
    const QString text =
        wordsOf(response->status == 403, hasLogin).arg(http::placeOf(response->finalUrl));
    return tl::make_unexpected(
        base::Error{ErrorKind::Auth, text, {}, {base::Retry::When::After, nextLook}});
}

} // namespace

LoginClient::LoginClient(http::Client &client, Logins &logins, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_logins(logins)
{}

QFuture<Result<Response>> LoginClient::send(const Request &request)
{
    const auto promise = base::promised<Result<Response>>();
    const auto login = m_logins.loginFor(request.url);
    if (!login || http::isConfidential(request)) {
        forward(request, http::isConfidential(request), promise);
        return promise->future();
    }
    base::whenFinished(
        this, m_logins.credentials(*login), [=, this](const Result<Credentials> &credentials) {
            if (!credentials)
                return base::keep(*promise, Result<Response>(base::passOn(credentials)));
            Request known = request;
            known.headers.append(http::Header{"Authorization", credentials->header.reveal()});
            known.confidential = true;
            known.plainLoopback = true;
            known.redirects = 0;
            forward(known, true, promise);
        });
    return promise->future();
}

/// Whoever cancels the answer cuts the connection.
void LoginClient::forward(const Request &request, bool hasLogin, const Promise &promise)
{
    auto sent = m_client.send(request);
    using Watcher = QFutureWatcher<Result<Response>>;
    auto *watcher = new Watcher(this);
    connect(watcher, &Watcher::canceled, this, [sent]() mutable { sent.cancel(); });
    watcher->setFuture(promise->future());
    base::whenFinished(this, sent, [=](const Result<Response> &response) {
        watcher->deleteLater();
        base::keep(*promise, checked(response, hasLogin));
    });
}

} // namespace workflow
