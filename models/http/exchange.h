// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QNetworkReply>
#include <QPromise>
#include <QSslError>
#include <QTimer>

class QNetworkAccessManager;

namespace http {

/// One request until its answer, redirects included. Deletes itself when done.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    Exchange(QNetworkAccessManager &network, const Request &request, QObject *parent);
    ~Exchange() override;

    [[nodiscard]] QFuture<base::Result<Response>> future() { return m_promise.future(); }
    void start();
    /// Ends it before it was started.
    void fail(const base::Error &error);
    /// Ends it with Cancelled, at once.
    void cancel();

private:
    void sendTo(const QUrl &url);
    void readBody();
    void replyFinished();
    void answered(int status);
    void follow(const QByteArray &location);
    void finish(base::Result<Response> result);
    void dropReply();

    QNetworkAccessManager &m_network;
    Request m_request;
    QPromise<base::Result<Response>> m_promise;
    QFutureWatcher<base::Result<Response>> m_watcher;
    QElapsedTimer m_elapsed;
    QTimer m_deadline;
    QUrl m_url;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    QList<QSslError> m_tlsErrors;
    int m_redirects = 0;
    bool m_done = false;
};

} // namespace http
