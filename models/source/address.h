// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/monitorspec.h"

#include <QUrl>

class QHostAddress;

namespace source {

/// A monitor from what a user types: "example.org", "https://example.org/health", "db:5432",
/// "tcp://db:5432", "tls://mail:465", "dns:example.org", "[::1]:8080". A bare name means https; a
/// name with a port means https for 443 and 8443, http for 80 and 8080, tcp for any other. The name
/// is set, the id is not. The error is one sentence that says what to type instead.
[[nodiscard]] base::Result<MonitorSpec> specFromAddress(const QString &typed);

/// The watching of this machine.
[[nodiscard]] MonitorSpec thisMachine();

/// The address of a spec in parts, or the sentence that says why it cannot be used.
[[nodiscard]] base::Result<QUrl> targetUrl(const QString &address);

/// https and tls.
[[nodiscard]] bool usesTls(const QUrl &url);

/// The port of an address, given or implied by its scheme; -1 if it has none.
[[nodiscard]] int targetPort(const QUrl &url);

/// 169.254.0.0/16 and fe80::/10, also when written as IPv6-mapped IPv4.
[[nodiscard]] bool isLinkLocal(const QHostAddress &address);

} // namespace source
