// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"
#include "base/result.h"

#include "provider/contact.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUrl>
#include <vector>

/// Servers that watch for us, and those that our service stands on.
namespace upstream {

enum class Kind {
    Alertmanager, ///< or several that know of each other
    Prometheus,   ///< its alerts, for those who have no Alertmanager
    Provider,     ///< somebody whose service we use, and their status page if they have one
};

struct Spec
{
    QString id;   ///< given by the caller, never shown
    QString name; ///< for people
    Kind kind = Kind::Alertmanager;
    /// http or https; more than one only of an Alertmanager, and none only of a provider that has
    /// no status page.
    QStringList addresses;
    /// The parts of our service that it tells about, or that stand on the provider; may be empty.
    QStringList components;

    // Of a provider only
    std::vector<provider::Contact> contacts; ///< whom to ask first comes first
    QString customer;                        ///< what they ask us for: an account or a contract
    QString note;                            ///< what is worth knowing before one calls
    QStringList formerNames;                 ///< by which older incidents call it

    bool operator==(const Spec &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Spec &spec);
/// Checked as validate() does.
[[nodiscard]] base::Result<Spec> specFromJson(const QJsonObject &json);

/// Whether it is complete; the error is a sentence that says what to change.
[[nodiscard]] base::Done validate(const Spec &spec);

/// Whether it goes by this name, or did; whatever the case.
[[nodiscard]] bool isCalled(const Spec &spec, const QString &name);

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
