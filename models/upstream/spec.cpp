// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/spec.h"

#include "source/address.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace upstream {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(upstream)
};

constexpr int longestName = 100;
constexpr int mostMembers = 9;

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &text : array.toArray())
        texts.append(text.toString());
    return texts;
}

/// Each has a way to reach somebody.
base::Done validateContacts(const Spec &spec)
{
    for (const provider::Contact &contact : spec.contacts) {
        if (contact.address.trimmed().isEmpty()) {
            return base::fail(ErrorKind::Input,
                              Words::tr("Type the number or the address of each contact."));
        }
    }
    return {};
}

base::Done validateAddress(const QString &address)
{
    const base::Result<QUrl> url = source::targetUrl(address);
    if (!url)
        return base::passOn(url);
    if (!url->scheme().startsWith("http"_L1))
        return base::fail(ErrorKind::Input,
                          Words::tr("The address begins with http:// or https://."));
    return {};
}

} // namespace

QJsonObject toJson(const Spec &spec)
{
    QJsonObject json{{u"id"_s, spec.id},
                     {u"name"_s, spec.name},
                     {u"kind"_s, base::toName(spec.kind)},
                     {u"addresses"_s, QJsonArray::fromStringList(spec.addresses)},
                     {u"components"_s, QJsonArray::fromStringList(spec.components)}};
    if (spec.kind != Kind::Provider)
        return json;
    QJsonArray contacts;
    for (const provider::Contact &contact : spec.contacts)
        contacts.append(provider::toJson(contact));
    json.insert(u"contacts"_s, contacts);
    json.insert(u"customer"_s, spec.customer);
    json.insert(u"note"_s, spec.note);
    json.insert(u"former_names"_s, QJsonArray::fromStringList(spec.formerNames));
    return json;
}

base::Result<Spec> specFromJson(const QJsonObject &json)
{
    const auto kind = base::fromName<Kind>(json.value("kind"_L1).toString());
    if (!kind)
        return base::fail(ErrorKind::Format,
                          Words::tr("What kind of server an entry of the settings means cannot be "
                                    "understood. Take it out and add it again."));
    Spec spec;
    spec.id = json.value("id"_L1).toString();
    spec.name = json.value("name"_L1).toString();
    spec.kind = *kind;
    spec.addresses = textsOf(json.value("addresses"_L1));
    spec.components = textsOf(json.value("components"_L1));
    // Earlier versions knew one part only.
    if (const QString part = json.value("component"_L1).toString(); !part.isEmpty())
        spec.components.append(part);
    for (const QJsonValue &contact : json.value("contacts"_L1).toArray())
        spec.contacts.push_back(provider::contactFromJson(contact.toObject()));
    spec.customer = json.value("customer"_L1).toString();
    spec.note = json.value("note"_L1).toString();
    spec.formerNames = textsOf(json.value("former_names"_L1));
    if (const base::Done usable = validate(spec); !usable)
        return base::passOn(usable);
    return spec;
}

base::Done validate(const Spec &spec)
{
    if (spec.name.trimmed().isEmpty() || spec.name.size() > longestName)
        return base::fail(ErrorKind::Input,
                          Words::tr("Give the server a name of at most 100 characters."));
    if (spec.addresses.isEmpty() && spec.kind != Kind::Provider)
        return base::fail(ErrorKind::Input, Words::tr("Type the address of the server."));
    const int most = spec.kind == Kind::Alertmanager ? mostMembers : 1;
    if (spec.addresses.size() > most)
        return base::fail(ErrorKind::Input, most == 1 ? Words::tr("Type one address only.")
                                                      : Words::tr("Type at most nine addresses."));
    for (const QString &address : spec.addresses) {
        if (const base::Done usable = validateAddress(address); !usable)
            return usable;
    }
    return validateContacts(spec);
}

bool isCalled(const Spec &spec, const QString &name)
{
    return !name.isEmpty() && (spec.name.compare(name, Qt::CaseInsensitive) == 0 ||
                               spec.formerNames.contains(name, Qt::CaseInsensitive));
}

QList<QUrl> urlsOf(const Spec &spec)
{
    QList<QUrl> urls;
    for (const QString &address : spec.addresses)
        urls.append(source::targetUrl(address).value_or(QUrl()));
    return urls;
}

} // namespace upstream
