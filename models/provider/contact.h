// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "incident/vocabulary.h"

#include <QJsonObject>
#include <QString>

namespace provider {

/// One way to reach a provider.
struct Contact
{
    incident::Channel channel = incident::Channel::Phone;
    QString address; ///< a number, a mail address, a web address; as people type it
    QString name;    ///< a person or a desk; may be empty

    bool operator==(const Contact &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Contact &contact);
[[nodiscard]] Contact contactFromJson(const QJsonObject &json);

/// Of "phone: +49 30 1234, Support desk"; what follows the first comma is the name. Errors: Input.
[[nodiscard]] base::Result<Contact> contactFromText(const QString &text);
/// As contactFromText() reads it.
[[nodiscard]] QString textOf(const Contact &contact);

} // namespace provider
