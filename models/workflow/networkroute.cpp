// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/networkroute.h"

#include "base/promised.h"
#include "base/whenfinished.h"
#include "http/authorities.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace workflow {

using namespace Qt::StringLiterals;
using base::Done;
using base::ErrorKind;
using base::Result;
using http::ProxyKind;

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

/// It holds the account and the place, so that a password never goes to another proxy than the one
/// that it was typed for.
QString secretKey(const http::Proxy &proxy)
{
    return u"proxy "_s + proxy.user + u" at "_s + http::toText(proxy);
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(ErrorKind::Storage,
                          NetworkRoute::tr("“%1” cannot be read (%2).")
                              .arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    return file.read(largestFile);
}

} // namespace

NetworkRoute::NetworkRoute(settings::Settings &settings, secret::Vault &vault,
                           const base::Clock &clock, QString dataDir, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_vault(vault)
    , m_clock(clock)
    , m_dataDir(std::move(dataDir))
{}

http::Proxy NetworkRoute::proxy() const
{
    const auto kind = base::fromName<ProxyKind>(m_settings.get(settings::proxyKind));
    return {kind.value_or(ProxyKind::System), m_settings.get(settings::proxyHost),
            quint16(m_settings.get(settings::proxyPort)), m_settings.get(settings::proxyUser)};
}

Done NetworkRoute::setProxy(const http::Proxy &proxy)
{
    const bool isNamed = proxy.kind == ProxyKind::Http || proxy.kind == ProxyKind::Socks5;
    if (!isNamed && !proxy.user.isEmpty()) {
        return base::fail(ErrorKind::Input, tr("A user name needs a proxy that is named here."));
    }
    for (const auto &[setting, value] : {std::pair(&settings::proxyKind, base::toName(proxy.kind)),
                                         std::pair(&settings::proxyHost, proxy.host),
                                         std::pair(&settings::proxyUser, proxy.user)}) {
        if (const Done done = m_settings.set(*setting, value); !done)
            return done;
    }
    if (const Done done = m_settings.set(settings::proxyPort, qint64(proxy.port)); !done)
        return done;
    Q_EMIT proxyChanged();
    return {};
}

QFuture<Result<QByteArray>> NetworkRoute::password()
{
    const auto promise = base::promised<Result<QByteArray>>();
    base::whenFinished(this, m_vault.read(secretKey(proxy())),
                       [promise](const Result<secret::Secret> &password) {
                           base::keep(*promise, password.transform(&secret::Secret::reveal));
                       });
    return promise->future();
}

QFuture<Done> NetworkRoute::keepPassword(const secret::Secret &password, secret::Keep keep)
{
    if (proxy().user.isEmpty())
        return base::ready(Done(base::fail(
            ErrorKind::Input, tr("Set a proxy with a user name first, then its password."))));
    const auto promise = base::promised<Done>();
    base::whenFinished(this, m_vault.keep(secretKey(proxy()), password, keep),
                       [this, promise](const Done &done) {
                           base::keep(*promise, done);
                           if (done)
                               Q_EMIT proxyChanged();
                       });
    return promise->future();
}

QString NetworkRoute::keptFile() const
{
    return QDir(m_dataDir).filePath(m_settings.get(settings::authorities));
}

bool NetworkRoute::hasAuthorities() const
{
    return !m_settings.get(settings::authorities).isEmpty();
}

Done NetworkRoute::trustAuthorities() const
{
    if (!hasAuthorities())
        return {};
    const auto authorities = readFile(keptFile()).and_then([this](const QByteArray &pem) {
        return http::authoritiesFromPem(pem, m_clock.now());
    });
    if (!authorities)
        return base::passOn(authorities);
    http::trustBesideSystem(*authorities);
    return {};
}

Done NetworkRoute::setAuthorities(const QString &path)
{
    if (path.isEmpty()) {
        http::trustBesideSystem({});
        return m_settings.set(settings::authorities, QString());
    }
    const auto pem = readFile(path);
    if (!pem)
        return base::passOn(pem);
    if (const auto usable = http::authoritiesFromPem(*pem, m_clock.now()); !usable)
        return base::passOn(usable);
    const QString name = u"authorities.pem"_s;
    QSaveFile copy(QDir(m_dataDir).filePath(name));
    if (!copy.open(QIODevice::WriteOnly) || copy.write(*pem) != pem->size() || !copy.commit()) {
        return base::fail(ErrorKind::Storage,
                          tr("The file could not be kept in “%1” (%2).")
                              .arg(QDir::toNativeSeparators(m_dataDir), copy.errorString()));
    }
    if (const Done done = m_settings.set(settings::authorities, name); !done)
        return done;
    return trustAuthorities();
}

} // namespace workflow
