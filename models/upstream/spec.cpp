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
    return {{u"id"_s, spec.id},
            {u"name"_s, spec.name},
            {u"kind"_s, base::toName(spec.kind)},
            {u"addresses"_s, QJsonArray::fromStringList(spec.addresses)},
            {u"component"_s, spec.component}};
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
    for (const QJsonValue &address : json.value("addresses"_L1).toArray())
        spec.addresses.append(address.toString());
    spec.component = json.value("component"_L1).toString();
    if (const base::Done usable = validate(spec); !usable)
        return base::passOn(usable);
    return spec;
}

base::Done validate(const Spec &spec)
{
    if (spec.name.trimmed().isEmpty() || spec.name.size() > longestName)
        return base::fail(ErrorKind::Input,
                          Words::tr("Give the server a name of at most 100 characters."));
    if (spec.addresses.isEmpty())
        return base::fail(ErrorKind::Input, Words::tr("Type the address of the server."));
    const int most = spec.kind == Kind::Alertmanager ? mostMembers : 1;
    if (spec.addresses.size() > most)
        return base::fail(ErrorKind::Input, most == 1 ? Words::tr("Type one address only.")
                                                      : Words::tr("Type at most nine addresses."));
    for (const QString &address : spec.addresses) {
        if (const base::Done usable = validateAddress(address); !usable)
            return usable;
    }
    return {};
}

QList<QUrl> urlsOf(const Spec &spec)
{
    QList<QUrl> urls;
    for (const QString &address : spec.addresses)
        urls.append(source::targetUrl(address).value_or(QUrl()));
    return urls;
}

} // namespace upstream
