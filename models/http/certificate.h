// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

class QSslError;

namespace http {

/// Why a certificate was not accepted, the reason to tell first.
enum class CertificateFault {
    None,
    Expired,
    NotYetValid,
    WrongHost,
    Untrusted, ///< self-signed, or from an authority that this machine does not know
    Other,     ///< revoked, malformed, weak …
};

[[nodiscard]] CertificateFault certificateFault(const QList<QSslError> &errors);

/// One sentence for people. Empty for None.
[[nodiscard]] QString certificateSentence(CertificateFault fault, const QString &host);

} // namespace http
