// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerTimeoutMs = 500;

} // namespace

SingleInstance::SingleInstance(const QString &dataDir, QObject *parent)
    : QObject(parent)
{
    const QByteArray path = QDir(dataDir).absolutePath().toUtf8();
    const QByteArray digest = QCryptographicHash::hash(path, QCryptographicHash::Sha256);
    m_name = u"watchkeeper-"_s + QString::fromLatin1(digest.toHex().left(16));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection())
            caller->deleteLater();
        emit summoned();
    });
}

bool SingleInstance::claim()
{
    QLocalSocket first;
    first.connectToServer(m_name);
    if (first.waitForConnected(answerTimeoutMs))
        return false;
    // Nobody answers: what is left of a socket belongs to a process that died.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return true;
}

} // namespace app
