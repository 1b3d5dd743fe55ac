// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/whenfinished.h"
#include "secret/keychainstore.h"

#include <cstdio>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

/// keyring_child PATIENCE-MS STEP...: takes these steps with the keyring of its session, the secret
/// read from standard input, and says a line for each: "read ok 12", "write error 4 a sentence".
namespace {

using namespace Qt::StringLiterals;
using secret::KeychainStore;
using secret::Secret;

const QString key = u"target/wordpress"_s;

class Steps final : public QObject
{
public:
    Steps(int patience, QStringList steps, Secret secret)
        : m_store(u"watchkeeper-test"_s, std::chrono::milliseconds(patience))
        , m_steps(std::move(steps))
        , m_secret(std::move(secret))
    {
        connect(&m_store, &KeychainStore::waitingChanged, this,
                [this](bool waiting) { say(waiting ? u"waiting"_s : u"waited"_s); });
        connect(&m_store, &KeychainStore::cameBack, this, [this] {
            say(u"cameback"_s);
            if (!m_steps.isEmpty() && m_steps.first() == u"lateread")
                next();
        });
    }

    void next()
    {
        if (m_steps.isEmpty())
            return QCoreApplication::quit();
        const QString step = m_steps.first();
        if (step == u"lateread" && !m_isLate) {
            m_isLate = true;
            return;
        }
        m_steps.removeFirst();
        m_elapsed.start();
        if (step == u"write")
            base::whenFinished(this, m_store.write(key, m_secret),
                               [=, this](const base::Done &done) { tell(step, done); });
        else if (step == u"forget")
            base::whenFinished(this, m_store.forget(key),
                               [=, this](const base::Done &done) { tell(step, done); });
        else
            base::whenFinished(this, m_store.read(key),
                               [=, this](const base::Result<Secret> &secret) {
                                   if (secret && *secret != m_secret)
                                       return say(step + u" other"_s);
                                   tell(step, secret ? base::Done() : base::passOn(secret));
                               });
    }

private:
    void tell(const QString &step, const base::Done &done)
    {
        if (done)
            say(u"%1 ok %2"_s.arg(step).arg(m_elapsed.elapsed()));
        else
            say(u"%1 error %2 %3"_s.arg(step).arg(int(done.error().kind)).arg(done.error().text));
        next();
    }

    static void say(const QString &line)
    {
        std::puts(qUtf8Printable(line));
        std::fflush(stdout);
    }

    KeychainStore m_store;
    QStringList m_steps;
    Secret m_secret;
    QElapsedTimer m_elapsed;
    bool m_isLate = false;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 1;
    const QStringList arguments = QCoreApplication::arguments();
    Steps steps(arguments.at(1).toInt(), arguments.mid(2), Secret(input.readAll().trimmed()));
    steps.next();
    return QCoreApplication::exec();
}
