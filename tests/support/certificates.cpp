// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/certificates.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QProcess>

namespace support {

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write a test certificate");
}

QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("openssl made no certificate");
    return file.readAll();
}

void openssl(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"openssl"_s, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl failed: %s", process.readAllStandardError().constData());
}

/// What `openssl ca` needs to set both ends of the validity; `openssl req` knows days from now
/// only.
QByteArray configuration(const QString &name)
{
    const QByteArray kind = QHostAddress(name).isNull() ? "DNS" : "IP";
    return "[ca]\ndefault_ca=here\n[here]\ndatabase=index.txt\nserial=serial\n"
           "new_certs_dir=.\ndefault_md=sha256\npolicy=any\nunique_subject=no\n"
           "[any]\ncommonName=supplied\n[extensions]\nbasicConstraints=critical,CA:TRUE\n"
           "subjectAltName=" +
           kind + ":" + name.toLatin1() +
           "\n[req]\ndistinguished_name=names\nprompt=no\n[names]\ncommonName=" + name.toLatin1() +
           "\n";
}

} // namespace

Certificates::Pair Certificates::make(const QString &name, const QByteArray &from,
                                      const QByteArray &to)
{
    const QString folder = m_folder.filePath(QString::number(m_made++));
    QDir().mkpath(folder);
    const QDir dir(folder);
    write(dir.filePath(u"ca.cnf"_s), configuration(name));
    write(dir.filePath(u"index.txt"_s), {});
    write(dir.filePath(u"serial"_s), "01\n");
    openssl(folder, {u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                     u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s, u"key.pem"_s,
                     u"-out"_s, u"request.pem"_s, u"-config"_s, u"ca.cnf"_s});
    openssl(folder,
            {u"ca"_s, u"-batch"_s, u"-selfsign"_s, u"-config"_s, u"ca.cnf"_s, u"-extensions"_s,
             u"extensions"_s, u"-keyfile"_s, u"key.pem"_s, u"-in"_s, u"request.pem"_s, u"-out"_s,
             u"certificate.pem"_s, u"-notext"_s, u"-startdate"_s, QString::fromLatin1(from),
             u"-enddate"_s, QString::fromLatin1(to)});
    Pair pair;
    pair.caFile = dir.filePath(u"certificate.pem"_s);
    pair.keyFile = dir.filePath(u"key.pem"_s);
    pair.certificate = QSslCertificate(read(pair.caFile));
    pair.key = QSslKey(read(pair.keyFile), QSsl::Ec);
    return pair;
}

} // namespace support
