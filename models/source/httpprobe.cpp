// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/httpprobe.h"

namespace source {

using namespace Qt::StringLiterals;
using State = http::ResponseReader::State;

namespace {

constexpr qint64 bodyCap = 1024 * 1024;
constexpr qint64 socketBuffer = 256 * 1024;
constexpr int mostRedirects = 5;

QByteArray hostHeader(const QUrl &target)
{
    const QByteArray host = target.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray place = host.contains(':') ? '[' + host + ']' : host;
    return target.port() < 0 ? place : place + ':' + QByteArray::number(target.port());
}

QByteArray requestFor(const QUrl &target)
{
    QByteArray resource = target.path(QUrl::FullyEncoded).toLatin1();
    if (resource.isEmpty())
        resource = "/";
    if (target.hasQuery())
        resource += '?' + target.query(QUrl::FullyEncoded).toLatin1();
    return "GET " + resource + " HTTP/1.1\r\n" + "Host: " + hostHeader(target) + "\r\n" +
           "User-Agent: Watchkeeper\r\n"
           "Accept: */*\r\n"
           "Accept-Encoding: identity\r\n"
           "Connection: close\r\n\r\n";
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

void HttpProbe::opened()
{
    m_reader.emplace(bodyCap);
    m_firstByteMs.reset();
    m_lastByteMs.reset();
    socket().setReadBufferSize(socketBuffer);
    connect(&socket(), &QSslSocket::readyRead, this, &HttpProbe::receive);
    // TLS may end while TCP stays open; that is an error without a disconnection.
    connect(&socket(), &QSslSocket::errorOccurred, this, &HttpProbe::closed);
    connect(&socket(), &QSslSocket::disconnected, this, &HttpProbe::closed);
    m_clock.start();
    socket().write(requestFor(target()));
}

Stage HttpProbe::stage() const
{
    return m_firstByteMs ? Stage::Receiving : Stage::Waiting;
}

void HttpProbe::complete(ProbeVerdict &verdict) const
{
    Phases phases;
    phases.processing = m_firstByteMs;
    if (m_lastByteMs)
        phases.transfer = *m_lastByteMs - *m_firstByteMs;
    verdict.phases.add(phases);
    verdict.status = m_reader->status();
    verdict.bodyBytes = m_reader->body().size();
}

void HttpProbe::receive()
{
    const QByteArray bytes = socket().readAll();
    if (bytes.isEmpty())
        return;
    if (!m_firstByteMs)
        m_firstByteMs = double(m_clock.nsecsElapsed()) / 1e6;
    m_reader->feed(bytes);
    advance();
}

void HttpProbe::closed()
{
    receive();
    m_reader->end();
    advance();
}

void HttpProbe::advance()
{
    switch (m_reader->state()) {
    case State::Head:
    case State::Body:
        return;
    case State::Complete:
        m_lastByteMs = double(m_clock.nsecsElapsed()) / 1e6;
        break;
    case State::NotHttp:
    case State::Lost:
        break;
    }
    socket().disconnect(this);
    judge();
}

void HttpProbe::judge()
{
    if (m_reader->state() == State::NotHttp)
        return fail(failure(Finding::NotHttp, target()));
    if (m_reader->state() == State::Lost)
        return fail(failure(Finding::ConnectionLost, target()));
    const int status = m_reader->status();
    const QByteArray location = http::headerValue(m_reader->headers(), "Location");
    const QUrl next = location.isEmpty() ? QUrl() : target().resolved(QUrl::fromEncoded(location));
    if (isRedirect(status) && mayFollow(next))
        return follow(next);
    if (!spec().expected.contains(status)) {
        const bool isElsewhere = isRedirect(status);
        return fail(isElsewhere ? redirected(status, next, target())
                                : wrongStatus(status, spec().expected, target()));
    }
    if (!m_reader->body().contains(spec().bodyContains.toUtf8()))
        return fail(bodyMismatch(m_reader->isCut(), spec().bodyContains, target()));
    succeed();
}

bool HttpProbe::mayFollow(const QUrl &next) const
{
    const bool isWeb = next.scheme() == "https"_L1 || next.scheme() == "http"_L1;
    const bool isDowngrade = target().scheme() == "https"_L1 && next.scheme() == "http"_L1;
    return spec().followRedirects && next.isValid() && isWeb && !isDowngrade &&
           next.host() == target().host();
}

void HttpProbe::follow(const QUrl &next)
{
    if (++m_redirects > mostRedirects)
        fail(redirectedTooOften(target()));
    else
        connectTo(next);
}

} // namespace source
