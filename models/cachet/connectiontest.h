// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "publish/target.h"
#include "secret/secret.h"

#include <functional>
#include <QJsonDocument>
#include <QObject>
#include <QPromise>

namespace cachet {

/// A site that can be published to.
struct Connection
{
    QUrl api;
    QString version;                       ///< "3" or "2"
    std::map<QString, QString> components; ///< ours to its ids
    QStringList unknownComponents;         ///< that were asked for and are not there

    bool operator==(const Connection &) const = default;
};

/// Looks at a site without changing anything on it, and finds out which version it is. What it says
/// is the first thing that is wrong. Deletes itself.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    /// The client must outlive the test. `target.components` may name components instead of ids.
    ConnectionTest(http::Client &client, publish::TargetSpec target, secret::Secret token,
                   QObject *parent = nullptr);

    /// Errors: Input, those of the client, Auth (token or right), NotFound (no Cachet there),
    /// Format (something else answers), Network.
    [[nodiscard]] QFuture<base::Result<Connection>> start();

private:
    using Then = std::function<void(const base::Result<QJsonDocument> &)>;

    void ask(http::Method method, const QString &route, bool isAnonymous, const Then &then);
    void findVersion(const QString &version);
    void tryToken(const QString &collection);
    void askForComponents(int page);
    void finish(base::Result<Connection> result);

    http::Client &m_client;
    publish::TargetSpec m_target;
    secret::Secret m_token;
    QPromise<base::Result<Connection>> m_promise;
    Connection m_connection;
};

} // namespace cachet
