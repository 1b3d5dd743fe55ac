// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secret/secret.h"

#include <QFuture>

namespace secret {

/// A place where secrets are kept, each under a key that is no secret itself. Calls come from one
/// thread and answer there; none of them waits.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// Errors: NotFound (it is missing, or the keyring that may hold it is locked: the two look the
    /// same, so nothing may be concluded from it), Auth (locked, or a person said no), Timeout
    /// (the keyring has not answered yet, for example because it asks for its own password),
    /// Storage (there is no keyring).
    [[nodiscard]] virtual QFuture<base::Result<Secret>> read(const QString &key) = 0;
    /// Replaces what was kept under the key. Errors: Auth, Timeout, Storage.
    [[nodiscard]] virtual QFuture<base::Done> write(const QString &key, const Secret &secret) = 0;
    /// Errors: as read(). After NotFound it may still be there.
    [[nodiscard]] virtual QFuture<base::Done> forget(const QString &key) = 0;
};

} // namespace secret
