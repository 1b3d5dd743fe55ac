// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/certificate.h"

#include <algorithm>
#include <QCoreApplication>
#include <QSslError>

namespace http {

namespace {

CertificateFault faultOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::NoError:
        return CertificateFault::None;
    case QSslError::CertificateExpired:
        return CertificateFault::Expired;
    case QSslError::CertificateNotYetValid:
        return CertificateFault::NotYetValid;
    case QSslError::HostNameMismatch:
        return CertificateFault::WrongHost;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
        return CertificateFault::Untrusted;
    default:
        return CertificateFault::Other;
    }
}

} // namespace

CertificateFault certificateFault(const QList<QSslError> &errors)
{
    // A self-signed certificate that has also expired is an expired one to whoever has to act.
    auto worst = CertificateFault::None;
    for (const QSslError &error : errors) {
        const CertificateFault fault = faultOf(error.error());
        if (fault != CertificateFault::None)
            worst = worst == CertificateFault::None ? fault : std::min(worst, fault);
    }
    return worst;
}

QString certificateSentence(CertificateFault fault, const QString &host)
{
    const auto say = [&](const char *text) {
        return QCoreApplication::translate("http", text).arg(host);
    };
    switch (fault) {
    case CertificateFault::None:
        return {};
    case CertificateFault::Expired:
        return say(QT_TRANSLATE_NOOP("http", "The certificate of %1 has expired. It has to be "
                                             "renewed on the server."));
    case CertificateFault::NotYetValid:
        return say(QT_TRANSLATE_NOOP("http", "The certificate of %1 is not valid yet. Check the "
                                             "clocks of this machine and of the server."));
    case CertificateFault::WrongHost:
        return say(QT_TRANSLATE_NOOP("http", "The certificate that was sent is for another name "
                                             "than %1. Check the address, and which certificate "
                                             "the server uses."));
    case CertificateFault::Untrusted:
        return say(QT_TRANSLATE_NOOP("http", "The certificate of %1 is not from an authority that "
                                             "this machine trusts. Check that the server sends its "
                                             "whole chain."));
    case CertificateFault::Other:
        break;
    }
    return say(QT_TRANSLATE_NOOP("http", "The certificate of %1 cannot be accepted. Check how it "
                                         "was made."));
}

} // namespace http
