// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "http/client.h"
#include "publish/order.h"
#include "secret/secret.h"

#include <functional>
#include <map>
#include <QObject>
#include <set>

namespace publish {

/// Where the password of a target comes from.
using PasswordSource = std::function<QFuture<base::Result<secret::Secret>>()>;

/// What every target behind a programming interface has in common: the password is asked for, an
/// order is carried out, and what readers see is read without a password.
class RemotePage : public QObject, public StatusPage
{
    Q_OBJECT

public:
    /// Client and clock must outlive the page.
    RemotePage(TargetSpec target, http::Client &client, PasswordSource password,
               const base::Clock &clock, Limits limits);

    [[nodiscard]] QString name() const override { return m_target.name; }
    [[nodiscard]] QString label() const override { return m_target.label; }
    [[nodiscard]] QFuture<base::Result<Receipt>> publish(const Thread &thread,
                                                         const QString &revision) override;
    [[nodiscard]] QFuture<base::Result<std::optional<Receipt>>>
    find(const Thread &thread, const QString &revision) override;
    [[nodiscard]] QFuture<base::Result<SeenProof>>
    readBack(const Receipt &receipt, const Thread &thread, const QString &revision) override;
    [[nodiscard]] QFuture<base::Done> putPostmortem(const Thread &thread,
                                                    const PostmortemText &text) override;
    void overwriteNext(const QString &threadKey) override;
    [[nodiscard]] std::optional<ForeignEdit> foreignEdit(const QString &threadKey) const override;

protected:
    [[nodiscard]] virtual QFuture<Answer> carryOut(const Order &order,
                                                   const secret::Secret &password) = 0;
    /// What readers are to find of an update, as HTML or plain text.
    [[nodiscard]] virtual QString shownText(const Thread &thread, const Update &update) const = 0;
    /// Where readers are to find it; the receipt's address unless the target has a better one.
    [[nodiscard]] virtual QUrl readersAddress(const Receipt &receipt) const;

    [[nodiscard]] const TargetSpec &target() const { return m_target; }
    [[nodiscard]] http::Client &client() const { return m_client; }
    /// No call takes longer.
    /// A web server seldom lets one request run longer.
    static constexpr std::chrono::seconds serverPatience{30};

    [[nodiscard]] std::chrono::seconds deadline() const;

private:
    [[nodiscard]] QFuture<Answer> carryOut(Order::Task task, const Thread &thread,
                                           const QString &revision);
    /// With the password, when it is there.
    [[nodiscard]] QFuture<Answer> carryOutWith(Order order);
    void noteEdits(const Order &order, const Answer &answer);
    [[nodiscard]] base::Result<SeenProof> judge(const http::Response &page, const Receipt &receipt,
                                                const Thread &thread,
                                                const QString &revision) const;

    TargetSpec m_target;
    http::Client &m_client;
    PasswordSource m_password;
    const base::Clock &m_clock;
    Limits m_limits;
    std::set<QString> m_overwrite; ///< keys of threads
    std::map<QString, ForeignEdit> m_foreign;
};

} // namespace publish
