// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "alertmanager/alert.h"
#include "http/client.h"

#include <functional>
#include <memory>
#include <QJsonValue>
#include <QObject>

namespace alertmanager {

/// One Alertmanager, or several that know of each other.
struct Cluster
{
    QList<QUrl> members; ///< at least one; without /api/v2
    std::chrono::milliseconds deadline{10000};
    qint64 byteCap = 16 * 1024 * 1024; ///< of one answer
    QList<http::Header> headers = {};  ///< such as Authorization
};

/// What the members of a cluster say together.
template <class T>
struct Told
{
    std::vector<T> all;              ///< each once
    std::vector<base::Error> silent; ///< of the members that did not answer
};

/// Reads from all members and joins what they know; writes to one, the first that takes it, since
/// they tell each other. Reading fails only if no member answers.
class Client final : public QObject
{
    Q_OBJECT

public:
    Client(http::Client &http, Cluster cluster, QObject *parent = nullptr);

    [[nodiscard]] QFuture<base::Result<Told<Alert>>> alerts();
    [[nodiscard]] QFuture<base::Result<Told<Silence>>> silences();
    /// Of the first member that answers: members may group at different moments.
    [[nodiscard]] QFuture<base::Result<std::vector<Group>>> groups();

    /// Creates a silence, or changes the one whose id it has; gives the id it has from now on,
    /// which is a new one if its matchers changed. Refuses one without a comment, an author, a
    /// matcher or a positive length.
    [[nodiscard]] QFuture<base::Result<QString>> save(const Silence &silence);
    [[nodiscard]] QFuture<base::Done> expire(const QString &silenceId);

private:
    template <class T>
    struct Gathering;
    using Map = std::function<void(base::Result<QJsonValue>)>;

    [[nodiscard]] http::Request requestTo(const QUrl &member, const QString &path) const;
    template <class T>
    QFuture<base::Result<Told<T>>> gather(const QString &path,
                                          base::Result<std::vector<T>> (*map)(const QJsonValue &));
    /// Sends to members one after the other until one of them answers.
    void tryMembers(const http::Request &request, const QString &path, qsizetype member, Map then);

    http::Client &m_http;
    Cluster m_cluster;
};

} // namespace alertmanager
