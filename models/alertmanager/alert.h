// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/enumnames.h"

#include <optional>
#include <QMap>
#include <QStringList>
#include <vector>

/// Alertmanager, releases 0.22 to 0.34, by its API v2.
namespace alertmanager {

using Labels = QMap<QString, QString>;

enum class AlertState {
    Active,
    Suppressed, ///< by a silence, by another alert, or by a mute time
    Unprocessed,
};

/// An alert that fires now: Alertmanager forgets those that do not.
struct Alert
{
    QString fingerprint; ///< the same alert has the same one on every member
    Labels labels;
    Labels annotations;
    std::optional<base::InstantMs> startsAt; ///< when its rule had held for long enough
    AlertState state = AlertState::Active;
    QStringList silencedBy;  ///< ids of silences
    QStringList inhibitedBy; ///< fingerprints
    QStringList receivers;
    QString generatorUrl; ///< may be empty; not to be opened without a look at it

    bool operator==(const Alert &) const = default;
};

struct Group
{
    Labels labels;
    QString receiver;
    std::vector<Alert> alerts;

    bool operator==(const Group &) const = default;
};

struct Matcher
{
    QString name;
    QString value;
    bool isRegex = false;
    bool isEqual = true; ///< else it matches what does not match

    bool operator==(const Matcher &) const = default;
};

enum class SilenceState { Pending, Active, Expired };

struct Silence
{
    QString id; ///< empty for a new one
    std::vector<Matcher> matchers;
    base::Instant startsAt{};
    base::Instant endsAt{};
    QString createdBy;
    QString comment;
    SilenceState state = SilenceState::Pending; ///< as read; without meaning in what is sent

    bool operator==(const Silence &) const = default;
};

} // namespace alertmanager

template <>
struct base::EnumNames<alertmanager::AlertState>
{
    static constexpr base::NamedValue<alertmanager::AlertState> table[] = {
        {alertmanager::AlertState::Active, "active"},
        {alertmanager::AlertState::Suppressed, "suppressed"},
        {alertmanager::AlertState::Unprocessed, "unprocessed"},
    };
};

template <>
struct base::EnumNames<alertmanager::SilenceState>
{
    static constexpr base::NamedValue<alertmanager::SilenceState> table[] = {
        {alertmanager::SilenceState::Pending, "pending"},
        {alertmanager::SilenceState::Active, "active"},
        {alertmanager::SilenceState::Expired, "expired"},
    };
};
