// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secret/secretstore.h"

#include <chrono>
#include <functional>
#include <QObject>

namespace QKeychain {
class Job;
}

namespace secret {

/// The user's keyring. It may be locked, start slowly or ask a person: every call has its own time
/// limit, and what the keyring finishes after that is told by cameBack().
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// `service` names the program in the keyring. `patience` has to be over 0.
    explicit KeychainStore(QString service,
                           std::chrono::milliseconds patience = std::chrono::seconds(40),
                           QObject *parent = nullptr);

    [[nodiscard]] QFuture<base::Result<Secret>> read(const QString &key) override;
    [[nodiscard]] QFuture<base::Done> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] QFuture<base::Done> forget(const QString &key) override;

    /// Whether something takes longer than a keyring that is open would take.
    [[nodiscard]] bool isWaiting() const { return m_waiting > 0; }
    /// "Waiting for your keyring …", for beside what waits.
    [[nodiscard]] static QString waitingSentence();

Q_SIGNALS:
    /// isWaiting() has changed.
    void waitingChanged(bool waiting);
    /// A keyring that had not answered in time has answered now: what failed may be tried again.
    void cameBack();

private:
    using Answer = std::function<void(const base::Done &)>;
    void begin(QKeychain::Job *job, const QString &key, const Answer &answer);
    void countWaiting(int change);

    QString m_service;
    std::chrono::milliseconds m_patience;
    int m_waiting = 0;
};

} // namespace secret
