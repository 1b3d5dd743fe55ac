// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QHostAddress>
#include <QObject>

#include <map>
#include <memory>
#include <vector>

template <class T>
class QPromise;

namespace source {

/// What the name service said.
struct Lookup
{
    enum class Fault {
        None,
        NotFound,    ///< there is no such name, or it has no address
        Unavailable, ///< the name service did not answer
    };

    QList<QHostAddress> addresses; ///< in the order of the system, without repeats
    Fault fault = Fault::None;
};

/// Asks the system for the addresses of names. Qt's own lookup keeps answers for a minute, which
/// would hide that a name is gone and measure nothing, and waits for hanging lookups when a program
/// ends. Here every lookup has a thread of its own that may be left behind.
class Resolver : public QObject
{
    Q_OBJECT

public:
    explicit Resolver(QObject *parent = nullptr);
    ~Resolver() override;

    /// Takes as long as the system takes; whoever has waited enough drops the future. A lookup of
    /// the same name that is under way is shared. After the Resolver is gone its futures are
    /// cancelled.
    [[nodiscard]] QFuture<Lookup> lookup(const QString &name);

private:
    struct Mailbox;
    using Waiting = std::vector<std::shared_ptr<QPromise<Lookup>>>;

    void start(const QString &name);
    void deliver(const QString &name, const Lookup &lookup);

    std::map<QString, Waiting> m_waiting;
    std::shared_ptr<Mailbox> m_mailbox;
};

} // namespace source
