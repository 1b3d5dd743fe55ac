// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "http/message.h"

#include <optional>
#include <QJsonDocument>
#include <QJsonObject>
#include <vector>

/// What the programming interface of Atlassian Statuspage (v1) answers, and what its refusals mean.
namespace statuspage {

struct RemoteUpdate
{
    QString id;
    QString status;
    QString body;
    std::optional<base::Instant> shownAt; ///< display_at
    std::optional<base::Instant> made;    ///< created_at

    bool operator==(const RemoteUpdate &) const = default;
};

struct RemoteIncident
{
    QString id;
    QString name;
    QString changed; ///< updated_at, as it says it
    std::optional<base::Instant> made;
    std::optional<base::Instant> plannedFrom;
    std::optional<base::Instant> plannedUntil;
    QJsonObject mark; ///< what Watchkeeper has noted in its metadata; empty if nothing
    std::vector<RemoteUpdate> updates; ///< oldest first; without the postmortem

    bool operator==(const RemoteIncident &) const = default;
};

[[nodiscard]] RemoteIncident incidentFrom(const QJsonObject &object);
[[nodiscard]] RemoteUpdate updateFrom(const QJsonObject &object);

/// The JSON of an answer that is well. Errors: Auth (wrong key, or a right is missing), NotFound,
/// Refused (it will never accept this), Network (overloaded, or a fault of its own), Format
/// (something else answers in its place).
[[nodiscard]] base::Result<QJsonDocument> jsonFrom(const http::Response &response);

} // namespace statuspage
