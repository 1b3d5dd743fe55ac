// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/logins.h"

#include "base/promised.h"
#include "base/whenfinished.h"
#include "http/confidential.h"
#include "settings/deliverytable.h"
#include "source/address.h"

#include <algorithm>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace workflow {

using namespace Qt::StringLiterals;
using base::Done;
using base::Result;

namespace {

/// What two addresses of one server have in common.
QUrl placeIn(const QUrl &address)
{
    QUrl place;
    place.setScheme(address.scheme().toLower());
    place.setHost(address.host());
    const int usual = place.scheme() == "https"_L1 ? 443 : 80;
    if (address.port(usual) != usual)
        place.setPort(address.port());
    return place;
}

/// Neither may break out of its header.
bool fitsHeader(const QByteArray &text)
{
    return std::ranges::none_of(text, [](char c) { return uchar(c) < 0x20 || c == 0x7F; });
}

QByteArray headerOf(const Login &login, const secret::Secret &secret)
{
    if (login.kind == LoginKind::Bearer)
        return "Bearer " + secret.reveal();
    return "Basic " + (login.user.toUtf8() + ':' + secret.reveal()).toBase64();
}

} // namespace

Logins::Logins(settings::Settings &settings, secret::Vault &vault, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_vault(vault)
{}

std::vector<Login> Logins::list() const
{
    std::vector<Login> logins;
    const auto stored = QJsonDocument::fromJson(m_settings.get(settings::logins)).array();
    for (const QJsonValue &entry : stored) {
        const QUrl place = placeIn(QUrl(entry["place"_L1].toString(), QUrl::StrictMode));
        const auto kind = base::fromName<LoginKind>(entry["kind"_L1].toString());
        if (place.isValid() && !place.host().isEmpty() && kind)
            logins.push_back({place, *kind, entry["user"_L1].toString()});
    }
    return logins;
}

std::optional<Login> Logins::loginFor(const QUrl &address) const
{
    const auto logins = list();
    const auto found = std::ranges::find(logins, placeIn(address), &Login::place);
    return found == logins.end() ? std::nullopt : std::optional(*found);
}

Result<QUrl> Logins::placeOf(const QString &typed)
{
    const auto url = source::targetUrl(typed.trimmed());
    if (!url)
        return base::passOn(url);
    if (!url->scheme().startsWith("http"_L1))
        return base::fail(base::ErrorKind::Input,
                          tr("Enter the address of a server, with https:// in front."));
    const QUrl place = placeIn(*url);
    if (place.scheme() != "https"_L1 && !http::isLoopback(place))
        return base::fail(base::ErrorKind::Input,
                          tr("A login goes over https:// only, or to this machine itself. Over "
                             "http:// everybody on the way could read it."));
    return place;
}

QString Logins::secretKey(const Login &login)
{
    return u"login %1 %2 %3"_s.arg(base::toName(login.kind), login.user, login.place.toString());
}

QFuture<Done> Logins::add(const Login &login, const secret::Secret &secret, secret::Keep keep)
{
    const bool needsUser = login.kind == LoginKind::Basic;
    if (needsUser && (login.user.isEmpty() || login.user.contains(u':')))
        return base::ready(
            Done(base::fail(base::ErrorKind::Input, tr("Enter the user; it may have no colon."))));
    if (!fitsHeader(secret.reveal()) || !fitsHeader(login.user.toUtf8()))
        return base::ready(
            Done(base::fail(base::ErrorKind::Input, tr("There is a line break or another control "
                                                       "character in it. Copy it once more."))));
    const auto promise = base::promised<Done>();
    base::whenFinished(
        this, m_vault.keep(secretKey(login), secret, keep),
        [this, login, promise](const Done &kept) {
            auto logins = list();
            std::erase_if(logins, [&](const Login &other) { return other.place == login.place; });
            logins.push_back(login);
            base::keep(*promise, kept ? store(logins) : kept);
        });
    return promise->future();
}

Done Logins::remove(const QUrl &place)
{
    const auto login = loginFor(place);
    if (!login)
        return base::fail(base::ErrorKind::NotFound,
                          tr("There is no login for this address. It may have been removed."));
    static_cast<void>(m_vault.forget(secretKey(*login)));
    auto logins = list();
    std::erase(logins, *login);
    return store(logins);
}

QFuture<Result<Credentials>> Logins::credentials(const Login &login)
{
    const auto promise = base::promised<Result<Credentials>>();
    base::whenFinished(this, m_vault.read(secretKey(login)),
                       [login, promise](const Result<secret::Secret> &secret) {
                           base::keep(*promise, secret.map([&](const secret::Secret &known) {
                               return Credentials{login, secret::Secret(headerOf(login, known))};
                           }));
                       });
    return promise->future();
}

Done Logins::store(const std::vector<Login> &logins)
{
    QJsonArray stored;
    for (const Login &login : logins)
        stored.append(QJsonObject{{u"place"_s, login.place.toString()},
                                  {u"kind"_s, base::toName(login.kind)},
                                  {u"user"_s, login.user}});
    const Done done =
        m_settings.set(settings::logins, QJsonDocument(stored).toJson(QJsonDocument::Compact));
    if (done)
        emit changed();
    return done;
}

} // namespace workflow
