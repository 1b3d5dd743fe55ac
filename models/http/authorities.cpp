// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/authorities.h"

#include <algorithm>
#include <QCoreApplication>
#include <QDateTime>
#include <QSslConfiguration>

namespace http {

using base::ErrorKind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(http)
};

QString nameOf(const QSslCertificate &certificate)
{
    const QStringList names = certificate.subjectInfo(QSslCertificate::CommonName);
    return names.isEmpty() ? certificate.subjectDisplayName() : names.first();
}

} // namespace

base::Result<QList<QSslCertificate>> authoritiesFromPem(const QByteArray &pem, base::Instant now)
{
    if (pem.contains("PRIVATE KEY-----")) {
        return base::fail(ErrorKind::Input,
                          Words::tr("This file holds a private key. Choose the file with the "
                                    "certificate of the authority alone."));
    }
    const auto blocks = pem.count("-----BEGIN CERTIFICATE-----");
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(pem, QSsl::Pem);
    if (blocks == 0 || authorities.isEmpty()) {
        return base::fail(ErrorKind::Input,
                          Words::tr("There is no certificate in this file. It has to be in the PEM "
                                    "format, with a line “-----BEGIN CERTIFICATE-----”."));
    }
    const bool areWhole =
        authorities.size() == blocks && std::ranges::none_of(authorities, &QSslCertificate::isNull);
    if (!areWhole)
        return base::fail(ErrorKind::Input, Words::tr("A certificate in this file is damaged."));
    const auto over = std::ranges::find_if(authorities, [now](const QSslCertificate &authority) {
        return authority.expiryDate().toSecsSinceEpoch() < now.time_since_epoch().count();
    });
    if (over != authorities.end()) {
        return base::fail(ErrorKind::Input,
                          Words::tr("The certificate of “%1” has run out. Ask for the new one.")
                              .arg(nameOf(*over)));
    }
    return authorities;
}

void trustBesideSystem(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + authorities);
    QSslConfiguration::setDefaultConfiguration(configuration);
}

} // namespace http
