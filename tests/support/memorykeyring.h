// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secret/secretstore.h"

#include <map>
#include <QPromise>
#include <QStringList>

namespace support {

/// A keyring that answers as the test says.
class MemoryKeyring final : public secret::SecretStore
{
public:
    QFuture<base::Result<secret::Secret>> read(const QString &key) override
    {
        asked << key;
        const auto found = entries.find(key);
        if (trouble)
            return ready(base::Result<secret::Secret>(tl::make_unexpected(*trouble)));
        if (found == entries.end())
            return ready(base::Result<secret::Secret>(
                base::fail(base::ErrorKind::NotFound, QStringLiteral("Locked or missing."))));
        return ready(base::Result<secret::Secret>(found->second));
    }

    QFuture<base::Done> write(const QString &key, const secret::Secret &secret) override
    {
        if (trouble)
            return ready(base::Done(tl::make_unexpected(*trouble)));
        entries.insert_or_assign(key, secret);
        return ready(base::Done());
    }

    QFuture<base::Done> forget(const QString &key) override
    {
        if (trouble)
            return ready(base::Done(tl::make_unexpected(*trouble)));
        entries.erase(key);
        return ready(base::Done());
    }

    std::map<QString, secret::Secret> entries;
    std::optional<base::Error> trouble;
    QStringList asked; ///< the keys that were read, in order

private:
    template <class T>
    static QFuture<T> ready(T value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
};

} // namespace support
