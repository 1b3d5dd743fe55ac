// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "publish/target.h"
#include "secret/secret.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QPromise>

namespace wordpress {

/// A site that can be published to.
struct Connection
{
    QUrl api;                      ///< to be kept in the target
    QString site;                  ///< what the site calls itself
    QString user;                  ///< what the site calls the user
    QStringList unknownCategories; ///< that are set, and that the site does not have

    bool operator==(const Connection &) const = default;
};

/// Looks at a site without changing anything on it, from the outside to the inside, so that what it
/// says is the first thing that is wrong: the name, the certificate, the address, what answers
/// there, whether it lets programs in, the password, the user's rights. Deletes itself.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    /// The client must outlive the test. `target.api` need not be set.
    ConnectionTest(http::Client &client, publish::TargetSpec target, secret::Secret password,
                   QObject *parent = nullptr);

    /// Errors: Input, those of the client, Auth (password or right), Refused (it does not let
    /// programs in), NotFound (no WordPress there), Format (something else answers), Network (it is
    /// being upgraded, or overloaded).
    [[nodiscard]] QFuture<base::Result<Connection>> start();

private:
    template <class Then>
    void send(const http::Request &request, Then then);
    void visitSite();
    void visitedSite(const http::Response &page);
    void tryInterface(const QList<QUrl> &candidates);
    void readIndex(const QJsonObject &index);
    void askForUser();
    void readUser(const QJsonObject &user);
    void askForCategories();
    void finish(base::Result<Connection> result);

    http::Client &m_client;
    publish::TargetSpec m_target;
    secret::Secret m_password;
    QPromise<base::Result<Connection>> m_promise;
    Connection m_connection;
};

} // namespace wordpress
