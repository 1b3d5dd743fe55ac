// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secret/secretstore.h"

#include <map>
#include <memory>
#include <optional>
#include <QObject>

namespace secret {

/// For how long a secret is kept.
enum class Keep {
    ForGood, ///< in the user's keyring
    Session, ///< in memory, until the program ends
};

/// All secrets of the program: what was typed for this session only, and what the keyring holds.
/// The keyring is asked for each secret once and then remembered, so that one that is locked later
/// does not stop what runs already.
class Vault final : public QObject
{
    Q_OBJECT

public:
    /// The keyring must outlive the vault.
    explicit Vault(SecretStore &keyring, QObject *parent = nullptr);

    /// Errors: those of the keyring.
    [[nodiscard]] QFuture<base::Result<Secret>> read(const QString &key);
    /// Errors: Input (nothing to keep), those of the keyring: then nothing was kept.
    [[nodiscard]] QFuture<base::Done> keep(const QString &key, const Secret &secret, Keep keep);
    /// Out of memory at once, and out of the keyring if it lets us. A secret that was for this
    /// session only is not looked for there.
    [[nodiscard]] QFuture<base::Done> forget(const QString &key);

private:
    struct Held
    {
        Secret secret;
        Keep keep = Keep::ForGood;
    };

    SecretStore &m_keyring;
    std::map<QString, Held> m_held;
};

} // namespace secret
