// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "http/message.h"

#include <QJsonDocument>
#include <QJsonObject>

/// What a WordPress site answers, and what its refusals mean.
namespace wordpress {

/// A post as the site has it.
struct RemotePost
{
    qint64 id = 0;
    QString slug;
    QString status;   ///< publish, draft, pending, future, private, trash
    QString link;     ///< where readers find it
    QString title;    ///< as stored
    QString html;     ///< as stored
    QString modified; ///< UTC, as the site writes it

    bool operator==(const RemotePost &) const = default;
};

[[nodiscard]] RemotePost postFrom(const QJsonObject &object);

/// The JSON of an answer that is well. Anything else is an Error: Auth (credentials wrong, or a
/// right is missing), Network (the site is being upgraded, is overloaded or has a fault: it
/// passes), Format (not WordPress: another page answers in its place), Refused (it will never
/// accept this), NotFound.
[[nodiscard]] base::Result<QJsonDocument> jsonFrom(const http::Response &response);

} // namespace wordpress
