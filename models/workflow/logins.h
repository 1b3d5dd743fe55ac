// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"
#include "secret/vault.h"
#include "settings/settings.h"

#include <QUrl>
#include <vector>

namespace workflow {

enum class LoginKind {
    Basic,  ///< a user and a password
    Bearer, ///< a token
};

/// Who we are at a server that is asked. The settings keep it; its secret is elsewhere.
struct Login
{
    QUrl place; ///< scheme, host and port
    LoginKind kind = LoginKind::Basic;
    QString user; ///< of Basic

    bool operator==(const Login &) const = default;
};

/// What a request has to carry.
struct Credentials
{
    Login login;
    secret::Secret header; ///< the value of Authorization

    bool operator==(const Credentials &) const = default;
};

/// The logins for servers that watch for us: at most one for each place. Where publishing goes is
/// none of them.
class Logins final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Logins(settings::Settings &settings, secret::Vault &vault, QObject *parent = nullptr);

    [[nodiscard]] std::vector<Login> list() const;
    /// That of the place of an address.
    [[nodiscard]] std::optional<Login> loginFor(const QUrl &address) const;
    /// An address as typed, down to its place. Errors: Input, also for http to another machine:
    /// passwords are sent encrypted.
    [[nodiscard]] static base::Result<QUrl> placeOf(const QString &typed);
    /// Under which its secret is kept.
    [[nodiscard]] static QString secretKey(const Login &login);

    /// Keeps the secret, then the login; takes the place of one for the same place. Errors: Input,
    /// those of the keyring, Storage.
    [[nodiscard]] QFuture<base::Done> add(const Login &login, const secret::Secret &secret,
                                          secret::Keep keep);
    /// Errors: NotFound, Storage. A keyring that does not let the secret go is no error.
    [[nodiscard]] base::Done remove(const QUrl &place);
    /// For a request with a login. Errors: those of the keyring.
    [[nodiscard]] QFuture<base::Result<Credentials>> credentials(const Login &login);

signals:
    void changed();

private:
    [[nodiscard]] base::Done store(const std::vector<Login> &logins);

    settings::Settings &m_settings;
    secret::Vault &m_vault;
};

} // namespace workflow

template <>
struct base::EnumNames<workflow::LoginKind>
{
    static constexpr base::NamedValue<workflow::LoginKind> table[] = {
        {workflow::LoginKind::Basic, "basic"},
        {workflow::LoginKind::Bearer, "bearer"},
    };
};
