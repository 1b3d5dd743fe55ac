// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "publish/target.h"
#include "secret/secret.h"
#include "statuspage/interface.h"

#include <QJsonDocument>
#include <QObject>
#include <QPromise>

namespace statuspage {

/// A page that can be published to.
struct Connection
{
    QString page;                          ///< what it calls itself
    QUrl readers;                          ///< where its readers find it
    std::map<QString, QString> components; ///< ours to its ids
    QStringList unknownComponents;         ///< of the page, that were asked for and are not there
    bool isPublic = true;                  ///< readers need no password

    bool operator==(const Connection &) const = default;
};

/// Looks at a page without changing anything on it, so that what it says is the first thing that is
/// wrong: the address, the certificate, what answers there, the key, the page, a right. Deletes
/// itself.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    /// The client must outlive the test. `target.components` may name components instead of ids.
    ConnectionTest(http::Client &client, publish::TargetSpec target, secret::Secret key,
                   QObject *parent = nullptr);

    /// Errors: Input, those of the client, Auth (key or right), NotFound (address or page), Format
    /// (something else answers), Network.
    [[nodiscard]] QFuture<base::Result<Connection>> start();

private:
    void ask(const QString &route, const QUrlQuery &query,
             const std::function<void(const QJsonDocument &)> &then);
    void askForPage();
    void askForComponents(int page);
    void takeComponents(const QJsonDocument &list);
    void askForIncidents();
    void visitAsReader();
    void finish(base::Result<Connection> result);

    http::Client &m_client;
    publish::TargetSpec m_target;
    secret::Secret m_key;
    QPromise<base::Result<Connection>> m_promise;
    Connection m_connection;
};

} // namespace statuspage
