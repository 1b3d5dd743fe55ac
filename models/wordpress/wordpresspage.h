// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "wordpress/publication.h"

#include <set>

namespace wordpress {

/// Where the password of a target comes from.
using PasswordSource = std::function<QFuture<base::Result<secret::Secret>>()>;

/// A WordPress site as a status page: one post a thread, to which updates are appended, through its
/// REST interface with an application password.
class WordPressPage final : public QObject, public publish::StatusPage
{
    Q_OBJECT

public:
    /// The client must outlive the page.
    WordPressPage(publish::TargetSpec target, http::Client &client, PasswordSource password,
                  const base::Clock &clock, Limits limits = {});

    [[nodiscard]] QString name() const override { return m_target.name; }
    [[nodiscard]] QString label() const override { return m_target.label; }
    [[nodiscard]] publish::Capabilities capabilities() const override;
    [[nodiscard]] QFuture<base::Result<publish::Receipt>> publish(const publish::Thread &thread,
                                                                  const QString &revision) override;
    [[nodiscard]] QFuture<base::Result<std::optional<publish::Receipt>>>
    find(const publish::Thread &thread, const QString &revision) override;
    [[nodiscard]] QFuture<base::Result<publish::SeenProof>>
    readBack(const publish::Receipt &receipt, const publish::Thread &thread,
             const QString &revision) override;
    [[nodiscard]] QString whoIsNotified() const override;
    void overwriteNext(const QString &threadKey) override;

    /// Takes the post away from readers; it stays in the bin of the site. Well also if there is
    /// none.
    [[nodiscard]] QFuture<base::Done> retract(const publish::Thread &thread);

private:
    [[nodiscard]] QFuture<Publication::Answer> carryOut(Order order);

    publish::TargetSpec m_target;
    http::Client &m_client;
    PasswordSource m_password;
    const base::Clock &m_clock;
    Limits m_limits;
    std::set<QString> m_overwrite; ///< keys of threads
};

} // namespace wordpress
