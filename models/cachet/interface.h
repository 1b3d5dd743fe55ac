// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/message.h"
#include "publish/target.h"
#include "secret/secret.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace cachet {

/// Requests to one site, in the manner of its version.
class Interface
{
public:
    /// `target.api` and `target.version` as the connection test found them.
    Interface(publish::TargetSpec target, secret::Secret token);

    [[nodiscard]] bool isThree() const { return m_target.version == QLatin1String("3"); }
    /// `route` is like "incidents/7".
    [[nodiscard]] http::Request request(http::Method method, const QString &route,
                                        const QUrlQuery &query = {},
                                        const QJsonObject &body = {}) const;

private:
    publish::TargetSpec m_target;
    secret::Secret m_token;
};

} // namespace cachet
