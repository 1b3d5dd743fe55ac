// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/remotepage.h"

namespace statuspage {

/// A page at Atlassian Statuspage: one incident a thread, one of its updates for each of ours. The
/// user of the target is the id of the page, its password the API key.
class HostedPage final : public publish::RemotePage
{
    Q_OBJECT

public:
    /// Client and clock must outlive the page.
    HostedPage(publish::TargetSpec target, http::Client &client, publish::PasswordSource key,
               const base::Clock &clock, publish::Limits limits = {});

    [[nodiscard]] publish::Capabilities capabilities() const override;
    [[nodiscard]] QString whoIsNotified() const override;
    [[nodiscard]] base::Result<publish::Preview> preview(const publish::Thread &thread,
                                                         const QString &revision) const override;

protected:
    [[nodiscard]] QFuture<publish::Answer> carryOut(const publish::Order &order,
                                                    const secret::Secret &key) override;
    [[nodiscard]] QString shownText(const publish::Thread &thread,
                                    const publish::Update &update) const override;
};

} // namespace statuspage
