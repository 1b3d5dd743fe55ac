// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/contact.h"

#include <QCoreApplication>

namespace provider {

using namespace Qt::StringLiterals;
using incident::Channel;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(provider)
};

} // namespace

QJsonObject toJson(const Contact &contact)
{
    return {{u"channel"_s, base::toName(contact.channel)},
            {u"address"_s, contact.address},
            {u"name"_s, contact.name}};
}

Contact contactFromJson(const QJsonObject &json)
{
    return {
        base::fromName<Channel>(json.value("channel"_L1).toString()).value_or(Channel::Other),
        json.value("address"_L1).toString(),
        json.value("name"_L1).toString(),
    };
}

base::Result<Contact> contactFromText(const QString &text)
{
    const auto colon = text.indexOf(u':');
    const auto channel =
        base::fromName<Channel>(text.left(std::max<qsizetype>(colon, 0)).trimmed());
    const QString rest = text.mid(colon + 1);
    const auto comma = rest.indexOf(u',');
    const QString address = (comma < 0 ? rest : rest.left(comma)).trimmed();
    if (!channel || address.isEmpty()) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("Write a contact as “phone: +49 30 1234, Support desk”. It "
                                    "begins with one of %1.")
                              .arg(base::namesOf<Channel>()));
    }
    return Contact{*channel, address, comma < 0 ? QString() : rest.mid(comma + 1).trimmed()};
}

QString textOf(const Contact &contact)
{
    const QString text = base::toName(contact.channel) + u": "_s + contact.address;
    return contact.name.isEmpty() ? text : text + u", "_s + contact.name;
}

} // namespace provider
