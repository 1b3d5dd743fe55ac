// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "http/message.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <vector>

/// What the programming interfaces of Cachet 3 and Cachet 2 answer, and what their refusals mean.
namespace cachet {

/// An incident, one of its updates, or a schedule.
struct Entry
{
    QString id;
    QString guid; ///< in the address of its page, where the version has one
    QString name;
    QString message;
    QString changed; ///< as it says it

    bool operator==(const Entry &) const = default;
};

/// Both forms: members at the top, or under "attributes".
[[nodiscard]] Entry entryFrom(const QJsonObject &object);
/// Of {"data": …}.
[[nodiscard]] Entry entryFrom(const QJsonDocument &answer);
[[nodiscard]] std::vector<Entry> entriesFrom(const QJsonDocument &answer);

/// The JSON of an answer that is well; nothing for one without content. Errors: Auth (wrong token,
/// or a right is missing), NotFound, Refused, Network, Format.
[[nodiscard]] base::Result<QJsonDocument> jsonFrom(const http::Response &response);

} // namespace cachet
