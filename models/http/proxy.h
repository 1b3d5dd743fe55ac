// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"
#include "base/result.h"

#include <QString>

namespace http {

enum class ProxyKind {
    System, ///< as this machine's environment says
    None,   ///< straight
    Http,   ///< one that tunnels with CONNECT
    Socks5,
};

/// What stands between us and other machines. This machine itself is always reached straight. Its
/// password is a secret and not in here.
struct Proxy
{
    ProxyKind kind = ProxyKind::None;
    QString host; ///< for Http and Socks5
    quint16 port = 0;
    QString user; ///< empty: it asks for none

    bool operator==(const Proxy &) const = default;
};

/// Reads "system", "none", "http://proxy.example.org:3128" and "socks5://proxy.example.org:1080".
/// Errors: Input; a user name or password in the address is refused, as addresses are readable.
[[nodiscard]] base::Result<Proxy> proxyFromText(const QString &typed);
/// As proxyFromText() reads it.
[[nodiscard]] QString toText(const Proxy &proxy);

} // namespace http

template <>
struct base::EnumNames<http::ProxyKind>
{
    static constexpr base::NamedValue<http::ProxyKind> table[] = {
        {http::ProxyKind::System, "system"},
        {http::ProxyKind::None, "none"},
        {http::ProxyKind::Http, "http"},
        {http::ProxyKind::Socks5, "socks5"},
    };
};
