// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secret/vault.h"

#include "base/whenfinished.h"

#include <QPromise>

namespace secret {

using base::Done;
using base::Result;

namespace {

template <class T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace

Vault::Vault(SecretStore &keyring, QObject *parent)
    : QObject(parent)
    , m_keyring(keyring)
{}

QFuture<Result<Secret>> Vault::read(const QString &key)
{
    if (const auto held = m_held.find(key); held != m_held.end())
        return ready(Result<Secret>(held->second.secret));
    const auto answer = std::make_shared<QPromise<Result<Secret>>>();
    answer->start();
    base::whenFinished(this, m_keyring.read(key),
                       [this, key, answer](const Result<Secret> &secret) {
                           // Whatever was typed meanwhile is newer.
                           if (secret)
                               m_held.try_emplace(key, Held{*secret, Keep::ForGood});
                           answer->addResult(secret);
                           answer->finish();
                       });
    return answer->future();
}

QFuture<Done> Vault::keep(const QString &key, const Secret &secret, Keep keep)
{
    if (secret.isEmpty())
        return ready(Done(base::fail(base::ErrorKind::Input, tr("Type the password."))));
    if (keep == Keep::Session) {
        m_held.insert_or_assign(key, Held{secret, keep});
        return ready(Done());
    }
    const auto answer = std::make_shared<QPromise<Done>>();
    answer->start();
    base::whenFinished(this, m_keyring.write(key, secret),
                       [this, key, secret, answer](const Done &done) {
                           if (done)
                               m_held.insert_or_assign(key, Held{secret, Keep::ForGood});
                           answer->addResult(done);
                           answer->finish();
                       });
    return answer->future();
}

QFuture<Done> Vault::forget(const QString &key)
{
    const auto held = m_held.find(key);
    const bool sessionOnly = held != m_held.end() && held->second.keep == Keep::Session;
    if (held != m_held.end())
        m_held.erase(held);
    return sessionOnly ? ready(Done()) : m_keyring.forget(key);
}

} // namespace secret
