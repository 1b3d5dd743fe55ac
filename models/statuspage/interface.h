// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/message.h"
#include "publish/target.h"
#include "secret/secret.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace statuspage {

/// What people type as the address of the interface; empty stands for that of Atlassian. Errors:
/// Input.
[[nodiscard]] base::Result<QUrl> interfaceAddress(const QString &typed);

/// Requests about one page, with the key of one account.
class Interface
{
public:
    Interface(publish::TargetSpec target, secret::Secret key);

    /// `route` is what follows the page: "incidents/abc", or empty for the page itself.
    [[nodiscard]] http::Request request(http::Method method, const QString &route,
                                        const QUrlQuery &query = {},
                                        const QJsonObject &body = {}) const;

private:
    publish::TargetSpec m_target;
    secret::Secret m_key;
};

} // namespace statuspage
