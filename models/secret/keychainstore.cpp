// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secret/keychainstore.h"

#include "base/whenfinished.h"
#include "secret/keyringtrouble.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QTimer>

namespace secret {

using namespace std::chrono_literals;
using base::Done;
using base::Result;

namespace {

/// An open keyring answers within 70 ms.
constexpr auto noticeable = 1s;

/// One call: who waits for it, and for how long.
struct Course
{
    QElapsedTimer elapsed;
    bool isWaited = false; ///< counted by countWaiting()
    bool isAnswered = false;
};

template <class T>
std::shared_ptr<QPromise<T>> promised()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

template <class T>
void keep(QPromise<T> &promise, T value)
{
    promise.addResult(std::move(value));
    promise.finish();
}

} // namespace

KeychainStore::KeychainStore(QString service, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_patience(patience)
{}

QString KeychainStore::waitingSentence()
{
    return tr("Waiting for your keyring. If a window asks for its password, type it there.");
}

QFuture<Result<Secret>> KeychainStore::read(const QString &key)
{
    const auto promise = promised<Result<Secret>>();
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    begin(job, key, [promise, job](const Done &done) {
        if (done)
            keep(*promise, Result<Secret>(Secret(job->textData().toUtf8())));
        else
            keep(*promise, Result<Secret>(base::passOn(done)));
    });
    return promise->future();
}

QFuture<Done> KeychainStore::write(const QString &key, const Secret &secret)
{
    const auto promise = promised<Done>();
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(QString::fromUtf8(secret.reveal()));
    begin(job, key, [promise](const Done &done) { keep(*promise, done); });
    return promise->future();
}

/// A locked keyring says that it has deleted what it still holds. One that gives the secret out is
/// open, and can be believed.
QFuture<Done> KeychainStore::forget(const QString &key)
{
    const auto promise = promised<Done>();
    base::whenFinished(this, read(key), [this, key, promise](const Result<Secret> &held) {
        if (!held)
            return keep(*promise, Done(base::passOn(held)));
        begin(new QKeychain::DeletePasswordJob(m_service), key,
              [promise](const Done &done) { keep(*promise, done); });
    });
    return promise->future();
}

/// The library cannot stop a job and crashes if one is deleted that runs: it goes on until it ends
/// by itself, whether somebody still waits or not.
void KeychainStore::begin(QKeychain::Job *job, const QString &key, const Answer &answer)
{
    const auto course = std::make_shared<Course>();
    course->elapsed.start();
    auto *notice = new QTimer(this);
    auto *limit = new QTimer(this);
    notice->setSingleShot(true);
    limit->setSingleShot(true);
    connect(notice, &QTimer::timeout, this, [this, course] {
        course->isWaited = true;
        countWaiting(1);
    });
    connect(limit, &QTimer::timeout, this, [course, answer] {
        course->isAnswered = true;
        answer(tl::make_unexpected(keyringError(KeyringTrouble::NoAnswer)));
    });
    connect(job, &QKeychain::Job::finished, this,
            [this, course, answer, notice, limit](QKeychain::Job *ended) {
                notice->deleteLater();
                limit->deleteLater();
                notice->stop();
                limit->stop();
                if (course->isWaited)
                    countWaiting(-1);
                if (course->isAnswered) {
                    Q_EMIT cameBack();
                    return;
                }
                const std::chrono::milliseconds took(course->elapsed.elapsed());
                if (ended->error() == QKeychain::NoError)
                    answer({});
                else
                    answer(tl::make_unexpected(keyringError(troubleOf(ended->error(), took))));
            });
    notice->start(noticeable);
    limit->start(m_patience);
    job->setKey(key);
    job->setInsecureFallback(false);
    job->start();
}

void KeychainStore::countWaiting(int change)
{
    const bool before = isWaiting();
    m_waiting += change;
    if (isWaiting() != before)
        Q_EMIT waitingChanged(isWaiting());
}

} // namespace secret
