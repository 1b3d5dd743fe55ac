// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/errand.h"
#include "wordpress/answers.h"
#include "wordpress/content.h"
#include "wordpress/interface.h"

namespace wordpress {

/// Brings one post of a site in order. What an earlier attempt may have made twice is put into the
/// bin, and so is what is retracted.
class Publication final : public publish::Errand
{
    Q_OBJECT

public:
    Publication(http::Client &client, Interface interface, publish::Order order, QObject *parent);

protected:
    void begin() override { look(); }

private:
    void look();
    void sort(const QJsonArray &posts);
    void decide();
    void decideOnPost(const RemotePost &post);
    [[nodiscard]] bool isThere(const RemotePost &post) const;
    void chooseCategories();
    void create(const QJsonArray &categories);
    void created(const RemotePost &post);
    void update(const RemotePost &post);
    void remove(qint64 post, bool forGood, std::function<void()> then);
    void accept(const RemotePost &post);
    /// It is not there; what there is instead is noted.
    void finishWithout(const std::optional<RemotePost> &other);
    [[nodiscard]] publish::ForeignEdit foreignEdit(const RemotePost &post) const;

    Interface m_interface;
    Content m_content;
    QString m_slug;
    std::optional<RemotePost> m_post;   ///< the post of the thread
    std::vector<RemotePost> m_doubles;  ///< what else is marked as its post
    std::optional<RemotePost> m_binned; ///< somebody put it there
    bool m_lostRace = false;
};

} // namespace wordpress
