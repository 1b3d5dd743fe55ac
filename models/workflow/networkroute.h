// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "http/proxy.h"
#include "secret/vault.h"
#include "settings/deliverytable.h"
#include "settings/settings.h"

namespace workflow {

/// What stands between us and the network: the proxy, and authorities that are trusted beside the
/// system's. All but the proxy's password is in the settings; that is in the keyring.
class NetworkRoute final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the route.
    NetworkRoute(settings::Settings &settings, secret::Vault &vault, const base::Clock &clock,
                 QString dataDir, QObject *parent = nullptr);

    [[nodiscard]] http::Proxy proxy() const;
    /// Errors: Input, Storage.
    [[nodiscard]] base::Done setProxy(const http::Proxy &proxy);

    /// The password of the proxy that is set. Errors: those of the keyring.
    [[nodiscard]] QFuture<base::Result<QByteArray>> password();
    /// Errors: Input (there is no proxy that asks for one), those of the keyring.
    [[nodiscard]] QFuture<base::Done> keepPassword(const secret::Secret &password,
                                                   secret::Keep keep);

    /// Whether authorities are trusted beside the system's.
    [[nodiscard]] bool hasAuthorities() const;
    /// Trusts them in this process. Errors: Storage, Input; then only the system's are trusted.
    [[nodiscard]] base::Done trustAuthorities() const;
    /// Copies the file into the data folder, so that it stays when the file goes; empty: none any
    /// more. Errors: Input if it cannot be used, Storage.
    [[nodiscard]] base::Done setAuthorities(const QString &path);

Q_SIGNALS:
    /// The proxy or its password is another one.
    void proxyChanged();

private:
    [[nodiscard]] QString keptFile() const;

    settings::Settings &m_settings;
    secret::Vault &m_vault;
    const base::Clock &m_clock;
    QString m_dataDir;
};

} // namespace workflow
