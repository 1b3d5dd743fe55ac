// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <map>
#include <QByteArray>
#include <QString>
#include <QUrl>
#include <vector>

namespace publish {

/// A place to publish to, as the settings keep it. Nothing in it is a secret.
struct TargetSpec
{
    QString name;               ///< [a-z0-9-]; stands in revisions, so it never changes
    QString kind;               ///< "wordpress", "statuspage", "cachet"
    QString label;              ///< for people
    QUrl address;               ///< of the site, as typed
    QUrl api;                   ///< of its programming interface, as the connection test found it
    QUrl readers;               ///< where readers find it, if not below the address: found likewise
    QString version;            ///< of its interface where that matters: found likewise
    QString user;               ///< the account that posts; at Statuspage the page
    bool plainLoopback = false; ///< http without encryption is allowed, to this machine only
    QString category;           ///< that every post is filed under; may be empty
    std::map<QString, QString> components; ///< ours to what it is there: a category, an id

    bool operator==(const TargetSpec &) const = default;
};

[[nodiscard]] QByteArray toJson(const std::vector<TargetSpec> &targets);
/// Errors: Format. Nothing stored is no target.
[[nodiscard]] base::Result<std::vector<TargetSpec>> targetsFromJson(const QByteArray &json);

/// Under which its password is kept. It holds the account and the place, so that a password never
/// goes to another site than the one that it was typed for.
[[nodiscard]] QString secretKey(const TargetSpec &target);

} // namespace publish
