// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QTemporaryDir>

namespace support {

/// Self-signed certificates made for one test run with the openssl command.
class Certificates
{
public:
    struct Pair
    {
        QSslCertificate certificate;
        QSslKey key;
        QString caFile;  ///< the certificate as a PEM file, to be trusted
        QString keyFile; ///< the key as a PEM file
    };

    /// For `name` (a host name or an IP address), valid between two times such as
    /// "20200101000000Z" and "20991231235959Z". Fatal if openssl is missing.
    [[nodiscard]] Pair make(const QString &name, const QByteArray &from = "20200101000000Z",
                            const QByteArray &to = "20991231235959Z");

private:
    QTemporaryDir m_folder;
    int m_made = 0;
};

} // namespace support
