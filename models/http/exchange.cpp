// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/exchange.h"

#include "http/certificate.h"
#include "http/confidential.h"
#include "http/oncebody.h"
#include "http/words.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

namespace http {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

QNetworkRequest networkRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Watchkeeper"_s);
    return request;
}

/// Whether an error only repeats the status of an answer that was received in full.
bool isStatus(QNetworkReply::NetworkError code)
{
    return code == QNetworkReply::NoError ||
           (code >= QNetworkReply::ContentAccessDenied &&
            code <= QNetworkReply::ContentGoneError) ||
           code == QNetworkReply::UnknownContentError ||
           code == QNetworkReply::ProtocolInvalidOperationError ||
           (code >= QNetworkReply::InternalServerError &&
            code <= QNetworkReply::UnknownServerError) ||
           code == QNetworkReply::ProxyAuthenticationRequiredError;
}

bool goesThroughProxy(const QNetworkAccessManager &network, const QUrl &url)
{
    QNetworkProxyFactory *const choice = network.proxyFactory();
    const auto ways = choice ? choice->queryProxy(QNetworkProxyQuery(url)) : QList<QNetworkProxy>();
    return !ways.isEmpty() && ways.first().type() != QNetworkProxy::NoProxy;
}

base::Error proxyRefusesUs(const QUrl &url)
{
    return {ErrorKind::Auth,
            QCoreApplication::translate("http", "The proxy on the way to %1 does not accept our "
                                                "user name or password. Correct them in the "
                                                "settings.")
                .arg(placeOf(url)),
            {},
            {}};
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QList<Header> headersOf(const QNetworkReply &reply)
{
    QList<Header> headers;
    for (const auto &[name, value] : reply.rawHeaderPairs())
        headers.append({name, value});
    return headers;
}

base::Error refusedRedirect(const QUrl &from)
{
    const QString text = QCoreApplication::translate("http", "%1 answers with a redirect that is "
                                                             "not followed. Enter the address that "
                                                             "it leads to.")
                             .arg(placeOf(from));
    return {ErrorKind::Refused, text, {}, {}};
}

} // namespace

Exchange::Exchange(QNetworkAccessManager &network, const Request &request, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_request(request)
{
    m_promise.start();
    m_watcher.setFuture(m_promise.future());
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, &Exchange::cancel);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { finish(tl::make_unexpected(deadlineError(m_url, m_request.deadline))); });
}

Exchange::~Exchange()
{
    cancel();
}

void Exchange::start()
{
    m_elapsed.start();
    m_deadline.start(m_request.deadline);
    sendTo(m_request.url);
}

void Exchange::fail(const base::Error &error)
{
    finish(tl::make_unexpected(error));
}

void Exchange::cancel()
{
    finish(base::fail(ErrorKind::Cancelled,
                      QCoreApplication::translate("http", "The request to %1 was stopped.")
                          .arg(placeOf(m_request.url))));
}

void Exchange::sendTo(const QUrl &url)
{
    m_url = url;
    m_body.clear();
    m_tlsErrors.clear();
    QNetworkRequest request = networkRequest(url);
    if (m_redirects == 0) {
        for (const Header &header : m_request.headers)
            request.setRawHeader(header.name, header.value);
    }
    if (m_request.body.isEmpty()) {
        m_reply =
            m_network.sendCustomRequest(request, methodName(m_request.method), m_request.body);
    } else {
        auto *body = new OnceBody(m_request.body);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        m_reply = m_network.sendCustomRequest(request, methodName(m_request.method), body);
        body->setParent(m_reply);
    }
    m_reply->setReadBufferSize(qMax<qint64>(64 * 1024, m_request.byteCap + 1));
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::replyFinished);
}

void Exchange::readBody()
{
    m_body += m_reply->read(m_request.byteCap + 1 - m_body.size());
    if (m_body.size() > m_request.byteCap)
        finish(tl::make_unexpected(byteCapError(m_url, m_request.byteCap)));
}

void Exchange::replyFinished()
{
    const QNetworkReply::NetworkError code = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (const CertificateFault fault = certificateFault(m_tlsErrors);
        fault != CertificateFault::None) {
        finish(base::fail(ErrorKind::Network, certificateSentence(fault, placeOf(m_url))));
        return;
    }
    if (code == QNetworkReply::ContentReSendError && status == 0) {
        finish(tl::make_unexpected(networkError(m_url, QNetworkReply::RemoteHostClosedError)));
        return;
    }
    const bool throughProxy = goesThroughProxy(m_network, m_url);
    if (code == QNetworkReply::ProxyAuthenticationRequiredError && throughProxy) {
        finish(tl::make_unexpected(proxyRefusesUs(m_url)));
        return;
    }
    // What a proxy that cannot be reached looks like, sometimes.
    if (code == QNetworkReply::UnknownNetworkError && throughProxy) {
        finish(tl::make_unexpected(networkError(m_url, QNetworkReply::UnknownProxyError)));
        return;
    }
    if (!isStatus(code)) {
        finish(tl::make_unexpected(networkError(m_url, code)));
        return;
    }
    if (status == 0) {
        finish(tl::make_unexpected(networkError(m_url, QNetworkReply::ProtocolFailure)));
        return;
    }
    readBody();
    if (!m_done)
        answered(status);
}

void Exchange::answered(int status)
{
    if (isConfidential(m_request) && status >= 300 && status <= 399) {
        finish(tl::make_unexpected(redirectedCredentials(m_url)));
        return;
    }
    const bool mayFollow = m_request.method == Method::Get || m_request.method == Method::Head;
    if (isRedirect(status) && mayFollow && m_request.redirects > 0) {
        follow(m_reply->rawHeader("Location"));
        return;
    }
    Response response;
    response.status = status;
    response.headers = headersOf(*m_reply);
    response.body = m_body;
    response.finalUrl = m_url;
    response.elapsed = std::chrono::milliseconds(m_elapsed.elapsed());
    if (isConfidential(m_request))
        removeEcho(response, m_request);
    finish(response);
}

void Exchange::follow(const QByteArray &location)
{
    const QUrl target = m_url.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    const bool isWeb = target.scheme() == "https"_L1 || target.scheme() == "http"_L1;
    const bool isDowngrade = m_url.scheme() == "https"_L1 && target.scheme() == "http"_L1;
    const bool isUsable = !location.isEmpty() && target.isValid() && !target.host().isEmpty() &&
                          target.userInfo().isEmpty();
    if (!isWeb || isDowngrade || !isUsable || m_redirects == m_request.redirects) {
        finish(tl::make_unexpected(refusedRedirect(m_url)));
        return;
    }
    ++m_redirects;
    dropReply();
    sendTo(target);
}

void Exchange::finish(base::Result<Response> result)
{
    if (m_done)
        return;
    m_done = true;
    m_deadline.stop();
    dropReply();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

void Exchange::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace http
