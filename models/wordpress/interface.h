// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/message.h"
#include "publish/target.h"
#include "secret/secret.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace wordpress {

/// Requests to the REST interface of one site, on behalf of one user.
class Interface
{
public:
    Interface(publish::TargetSpec target, secret::Secret password);

    /// `route` is like "wp/v2/posts"; without a body, `body` is empty.
    [[nodiscard]] http::Request request(http::Method method, const QString &route,
                                        const QUrlQuery &query = {},
                                        const QJsonObject &body = {}) const;

private:
    publish::TargetSpec m_target;
    secret::Secret m_password;
};

/// The address of a route, for sites with readable addresses (…/wp-json/) and those without
/// (…/index.php?rest_route=/).
[[nodiscard]] QUrl addressOf(const QUrl &api, const QString &route, const QUrlQuery &query = {});

/// An application password is shown in groups: the spaces are not part of it.
[[nodiscard]] secret::Secret withoutSpaces(const secret::Secret &password);

} // namespace wordpress
