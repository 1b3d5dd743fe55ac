// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/remotepage.h"

namespace cachet {

/// A Cachet site, version 3 or 2: an incident with updates for each thread, a schedule for planned
/// work. The password of the target is the token.
class CachetPage final : public publish::RemotePage
{
    Q_OBJECT

public:
    /// Client and clock must outlive the page.
    CachetPage(publish::TargetSpec target, http::Client &client, publish::PasswordSource token,
               const base::Clock &clock, publish::Limits limits = {});

    [[nodiscard]] publish::Capabilities capabilities() const override;
    [[nodiscard]] QString whoIsNotified() const override;
    [[nodiscard]] base::Result<publish::Preview> preview(const publish::Thread &thread,
                                                         const QString &revision) const override;

protected:
    [[nodiscard]] QFuture<publish::Answer> carryOut(const publish::Order &order,
                                                    const secret::Secret &token) override;
    [[nodiscard]] QString shownText(const publish::Thread &thread,
                                    const publish::Update &update) const override;
};

} // namespace cachet
