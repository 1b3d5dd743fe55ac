// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/resolver.h"

#include <mutex>
#include <netdb.h>
#include <QPromise>
#include <QUrl>
#include <sys/socket.h>
#include <system_error>
#include <thread>

namespace source {

/// Where threads leave their answers; outlives the resolver if one of them hangs.
struct Resolver::Mailbox
{
    std::mutex mutex;
    Resolver *resolver = nullptr;
};

namespace {

Lookup::Fault faultOf(int code)
{
    switch (code) {
    case 0:
        return Lookup::Fault::None;
    case EAI_AGAIN:
    case EAI_SYSTEM:
    case EAI_MEMORY:
        return Lookup::Fault::Unavailable;
    default:
        return Lookup::Fault::NotFound;
    }
}

Lookup ask(const QByteArray &name)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    Lookup lookup;
    lookup.fault = faultOf(getaddrinfo(name.constData(), nullptr, &hints, &found));
    if (lookup.fault != Lookup::Fault::None)
        return lookup;
    for (const addrinfo *one = found; one; one = one->ai_next) {
        const QHostAddress address(one->ai_addr);
        if (!address.isNull() && !lookup.addresses.contains(address))
            lookup.addresses.append(address);
    }
    freeaddrinfo(found);
    if (lookup.addresses.isEmpty())
        lookup.fault = Lookup::Fault::NotFound;
    return lookup;
}

} // namespace

Resolver::Resolver(QObject *parent)
    : QObject(parent)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->resolver = this;
}

Resolver::~Resolver()
{
    const std::lock_guard lock(m_mailbox->mutex);
    m_mailbox->resolver = nullptr;
}

QFuture<Lookup> Resolver::lookup(const QString &name)
{
    auto promise = std::make_shared<QPromise<Lookup>>();
    promise->start();
    Waiting &waiting = m_waiting[name];
    waiting.push_back(promise);
    if (waiting.size() == 1)
        start(name);
    return promise->future();
}

void Resolver::start(const QString &name)
{
    const auto work = [mailbox = m_mailbox, name, ace = QUrl::toAce(name)] {
        const Lookup lookup = ask(ace);
        const std::lock_guard lock(mailbox->mutex);
        if (Resolver *resolver = mailbox->resolver) {
            QMetaObject::invokeMethod(
                resolver, [resolver, name, lookup] { resolver->deliver(name, lookup); },
                Qt::QueuedConnection);
        }
    };
    try {
        std::thread(work).detach();
    } catch (const std::system_error &) {
        QMetaObject::invokeMethod(
            this,
            [this, name] {
                deliver(name, {{}, Lookup::Fault::Unavailable});
            },
            Qt::QueuedConnection);
    }
}

void Resolver::deliver(const QString &name, const Lookup &lookup)
{
    const Waiting waiting = std::move(m_waiting[name]);
    m_waiting.erase(name);
    for (const auto &promise : waiting) {
        promise->addResult(lookup);
        promise->finish();
    }
}

} // namespace source
