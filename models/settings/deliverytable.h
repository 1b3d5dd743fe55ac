// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/table.h"

/// The settings of how things get out of this machine. As in table.h: nothing here is a secret, and
/// keys are never spelled anywhere else.
namespace settings {

/// The program that brings the status page to where it is served, and its arguments; empty: none
inline const Setting<QStringList> siteDeploy{"site/deploy", {}};
inline const Setting<qint64> siteDeployLimit{"site/deploy_limit", 120}; ///< seconds

// Between us and the network
inline const Setting<QString> proxyKind{"network/proxy",
                                        QStringLiteral("system")}; ///< system, none, http, socks5
inline const Setting<QString> proxyHost{"network/proxy_host", {}}; ///< for http and socks5
inline const Setting<qint64> proxyPort{"network/proxy_port", 0};   ///< 1 to 65535
/// The account at the proxy; its password is in the keyring. Empty: it asks for none
inline const Setting<QString> proxyUser{"network/proxy_user", {}};
/// PEM file of authorities that are trusted beside the system's; empty: none
inline const Setting<QString> authorities{"network/authorities", {}};

/// Who we are at the servers that are asked: a JSON array of place, kind and user. Their secrets
/// are in the keyring
inline const Setting<QByteArray> logins{"network/logins", {}};

} // namespace settings
