// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"

#include <functional>
#include <QPromise>

namespace support {

/// Answers requests at once, as the test says, and remembers them.
class FakeHttp final : public http::Client
{
public:
    using Answer = std::function<base::Result<http::Response>(const http::Request &)>;

    explicit FakeHttp(Answer answer)
        : m_answer(std::move(answer))
    {}

    [[nodiscard]] QFuture<base::Result<http::Response>> send(const http::Request &request) override
    {
        requests.append(request);
        QPromise<base::Result<http::Response>> promise;
        promise.start();
        promise.addResult(m_answer(request));
        promise.finish();
        return promise.future();
    }

    QList<http::Request> requests;

private:
    Answer m_answer;
};

/// A complete answer of a server.
[[nodiscard]] inline http::Response response(int status, const QByteArray &contentType,
                                             const QByteArray &body)
{
    http::Response response;
    response.status = status;
    response.headers = {{"Content-Type", contentType}};
    response.body = body;
    response.finalUrl = QUrl(QStringLiteral("http://metrics.example.org:9090/secret-path"));
    return response;
}

[[nodiscard]] inline http::Response json(const QByteArray &body, int status = 200)
{
    return response(status, "application/json", body);
}

} // namespace support
