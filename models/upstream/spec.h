// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"
#include "base/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUrl>

/// Servers that watch for us, and those that our service stands on.
namespace upstream {

enum class Kind {
    Alertmanager, ///< or several that know of each other
    Prometheus,   ///< its alerts, for those who have no Alertmanager
    Provider,     ///< the status page of somebody whose service we use
};

struct Spec
{
    QString id;   ///< given by the caller, never shown
    QString name; ///< for people
    Kind kind = Kind::Alertmanager;
    QStringList addresses; ///< http or https; more than one only of an Alertmanager
    QString component;     ///< the part of our service that it tells about; may be empty

    bool operator==(const Spec &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Spec &spec);
/// Checked as validate() does.
[[nodiscard]] base::Result<Spec> specFromJson(const QJsonObject &json);

/// Whether it can be asked; the error is a sentence that says what to change.
[[nodiscard]] base::Done validate(const Spec &spec);

/// Of a valid spec.
[[nodiscard]] QList<QUrl> urlsOf(const Spec &spec);

} // namespace upstream

template <>
struct base::EnumNames<upstream::Kind>
{
    static constexpr base::NamedValue<upstream::Kind> table[] = {
        {upstream::Kind::Alertmanager, "alertmanager"},
        {upstream::Kind::Prometheus, "prometheus"},
        {upstream::Kind::Provider, "provider"},
    };
};
