// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QList>
#include <QSslCertificate>

namespace http {

/// The certificates of a PEM file, to be trusted beside the system's. Errors: Input, if there is
/// none in it, one is damaged or has run out, or the file holds a private key.
[[nodiscard]] base::Result<QList<QSslCertificate>> authoritiesFromPem(const QByteArray &pem,
                                                                      base::Instant now);

/// From now on every encrypted connection of this process trusts the system's authorities and
/// these: requests as well as probes. Nothing is checked less than before.
void trustBesideSystem(const QList<QSslCertificate> &authorities);

} // namespace http
