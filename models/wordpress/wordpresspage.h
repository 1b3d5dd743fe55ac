// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/remotepage.h"

namespace wordpress {

/// A WordPress site as a status page: one post a thread, to which updates are appended, through its
/// REST interface with an application password. What is retracted stays in the bin of the site.
class WordPressPage final : public publish::RemotePage
{
    Q_OBJECT

public:
    /// Client and clock must outlive the page.
    WordPressPage(publish::TargetSpec target, http::Client &client,
                  publish::PasswordSource password, const base::Clock &clock,
                  publish::Limits limits = {});

    [[nodiscard]] publish::Capabilities capabilities() const override;
    [[nodiscard]] QString whoIsNotified() const override;
    [[nodiscard]] base::Result<publish::Preview> preview(const publish::Thread &thread,
                                                         const QString &revision) const override;

protected:
    [[nodiscard]] QFuture<publish::Answer> carryOut(const publish::Order &order,
                                                    const secret::Secret &password) override;
    [[nodiscard]] QString shownText(const publish::Thread &thread,
                                    const publish::Update &update) const override;
};

} // namespace wordpress
