// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/client.h"
#include "publish/statuspage.h"
#include "wordpress/answers.h"
#include "wordpress/content.h"
#include "wordpress/interface.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPromise>

namespace wordpress {

/// Over 0.
struct Limits
{
    std::chrono::milliseconds request{12000}; ///< for one answer
    std::chrono::milliseconds whole{45000};   ///< for all that one call needs
};

/// What is to be done with the post of one thread. Whatever it is, the post is looked for first,
/// and what an earlier attempt may have made twice is put into the bin.
struct Order
{
    enum class Task {
        Find,    ///< whether the post shows the revision
        Publish, ///< make the post equal to the thread
        Retract, ///< take the post away from readers; into the bin, not for good
    };

    Task task = Task::Publish;
    publish::TargetSpec target;
    publish::Thread thread;
    QString revision;       ///< for Find
    bool overwrite = false; ///< also what somebody else has changed there
    Limits limits;
};

/// Carries one order out and deletes itself. Answers with the post, or with nothing: Find, it is
/// not there; Retract, it is not there any more.
class Publication final : public QObject
{
    Q_OBJECT

public:
    using Answer = base::Result<std::optional<publish::Receipt>>;

    Publication(http::Client &client, Interface interface, Order order, QObject *parent);

    [[nodiscard]] QFuture<Answer> start();

private:
    template <class Then>
    void ask(const http::Request &request, Then then);
    void look();
    void sort(const QJsonArray &posts);
    void decide();
    void decideOnPost(const RemotePost &post);
    void chooseCategories();
    void create(const QJsonArray &categories);
    void created(const RemotePost &post);
    void update(const RemotePost &post);
    void remove(qint64 post, bool forGood, std::function<void()> then);
    void accept(const RemotePost &post);
    void refuse(const QString &sentence);
    void finish(Answer answer);
    [[nodiscard]] QString label() const;

    http::Client &m_client;
    Interface m_interface;
    Order m_order;
    Content m_content;
    QString m_slug;
    QDeadlineTimer m_deadline;
    QPromise<Answer> m_promise;
    std::optional<RemotePost> m_post;   ///< the post of the thread
    std::vector<RemotePost> m_doubles;  ///< what else is marked as its post
    std::optional<RemotePost> m_binned; ///< somebody put it there
    std::optional<base::Instant> m_siteTime;
    bool m_lostRace = false;
};

} // namespace wordpress
